"use strict";

const $ = (id) => document.getElementById(id);
const here = location.host + "/";

function duration(seconds) {
  if (seconds === null) return "forever";
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [name, size] = units.find(([, size]) => seconds >= size) ?? units[3];
  const count = Math.round(seconds / size);
  return count + " " + name + (count === 1 ? "" : "s");
}

function showError(text) {
  $("error").textContent = text;
  $("error").hidden = !text;
}

function showResult(link) {
  $("short").textContent = here + link.code;
  $("short").href = "/" + link.code;
  $("expiry").textContent = link.secondsLeft === null ? "Works forever" : "Works for " + duration(link.secondsLeft);
  $("result").hidden = false;
}

async function shorten(event) {
  event.preventDefault();
  const button = event.target.querySelector(".primary");
  const order = Object.fromEntries(new FormData(event.target));
  button.disabled = true;
  showError("");
  $("result").hidden = true;
  try {
    const answer = await fetch("/api/links", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify(order),
    });
    const body = await answer.json();
    if (answer.ok) {
      showResult(body);
      event.target.reset();
      refreshTop();
    } else {
      showError(body.detail);
    }
  } catch {
    showError("The application does not answer. Is it still running?");
  } finally {
    button.disabled = false;
  }
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function row(link, most) {
  const item = document.createElement("li");
  const short = element("a", "", here + link.code);
  short.href = "/" + link.code;
  short.target = "_blank";
  short.rel = "noopener";
  const clicks = element("span", "clicks", link.clicks + " ");
  clicks.append(element("small", "", link.clicks === 1 ? "click" : "clicks"));
  const target = element("span", "target", link.url);
  target.title = link.url;
  const left = element("span", "left", link.secondsLeft === null ? "stays" : duration(link.secondsLeft) + " left");
  const bar = element("span", "bar");
  const fill = document.createElement("i");
  fill.style.width = (most === 0 ? 0 : (100 * link.clicks) / most) + "%";
  bar.append(fill);
  item.append(short, clicks, target, left, bar);
  return item;
}

async function refreshTop() {
  try {
    const answer = await fetch("/api/links");
    if (!answer.ok) return;
    const links = await answer.json();
    const rows = links.map((link) => row(link, links[0].clicks));
    $("top").replaceChildren(...(rows.length ? rows : [element("li", "empty", "Nothing yet. Shorten the first link.")]));
  } catch {
    // The status in the header says that nothing answers.
  }
}

async function refreshStatus() {
  let up = false;
  let text = "application does not answer";
  try {
    const health = await (await fetch("/actuator/health")).json();
    const redis = health.components.redis;
    up = redis.status === "UP";
    const {server, version, address, latencyMs} = redis.details;
    const product = server ? server[0].toUpperCase() + server.slice(1) : "Redis";
    text = up ? `${product} ${version ?? ""} · ${address} · ${latencyMs} ms` : `Redis at ${address} does not answer`;
    $("status").title = up ? "" : redis.details.error;
  } catch {
    // The text says it.
  }
  $("status").className = "status " + (up ? "up" : "down");
  $("status-text").textContent = text;
}

$("form").addEventListener("submit", shorten);
$("url").addEventListener("input", () => showError(""));
$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText($("short").href);
  $("copy").textContent = "Copied";
  setTimeout(() => { $("copy").textContent = "Copy"; }, 1500);
});

function refresh() {
  if (document.hidden) return;
  refreshTop();
  refreshStatus();
}

refresh();
setInterval(refresh, 5000);
document.addEventListener("visibilitychange", refresh);
