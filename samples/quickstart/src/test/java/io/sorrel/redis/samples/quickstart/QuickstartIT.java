package io.sorrel.redis.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QuickstartIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("sorrel.redis.url", () -> REDIS.server().uri());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> shorten(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/links"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String code(String url, String lifetime) throws IOException, InterruptedException {
        return JsonPath.read(
                shorten("{\"url\": \"%s\", \"lifetime\": \"%s\"}".formatted(url, lifetime))
                        .body(),
                "$.code");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Test
    void shortensFollowsAndListsByClicks() throws Exception {
        HttpResponse<String> made = shorten("{\"url\": \"https://redis.io/docs?a=b#c\", \"lifetime\": \"hour\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String code = JsonPath.read(made.body(), "$.code");
        assertThat(made.headers().firstValue("Location"))
                .contains(uri("/" + code).toString());
        assertThat((Integer) JsonPath.read(made.body(), "$.secondsLeft")).isEqualTo(3600);

        String other = code("https://example.org/", "forever");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> followed = get("/" + code);
            assertThat(followed.statusCode()).isEqualTo(302);
            assertThat(followed.headers().firstValue("Location")).contains("https://redis.io/docs?a=b#c");
            assertThat(followed.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(get("/" + other).statusCode()).isEqualTo(302);

        String list = get("/api/links").body();
        assertThat(JsonPath.<List<String>>read(list, "$[*].code")).containsExactly(code, other);
        assertThat(JsonPath.<List<Integer>>read(list, "$[*].clicks")).containsExactly(3, 1);
        assertThat((Integer) JsonPath.read(list, "$[0].secondsLeft")).isBetween(3500, 3600);
        assertThat(JsonPath.<List<Object>>read(list, "$[1:].secondsLeft")).containsOnlyNulls();
        assertThat(JsonPath.<List<String>>read(get("/api/links?limit=1").body(), "$[*].code"))
                .containsExactly(code);
    }

    @Test
    void aLinkThatHasExpiredShowsAPageAndLeavesTheList() throws Exception {
        String code = code("https://redis.io/", "minute");
        String stays = code("https://example.org/", "day");
        try (var redis = REDIS.server().connect()) {
            assertThat(redis.number("DEL", "link:" + code)).isEqualTo(1);
            HttpResponse<String> followed = get("/" + code);
            assertThat(followed.statusCode()).isEqualTo(404);
            assertThat(followed.body()).contains("This link leads nowhere");
            assertThat(JsonPath.<List<String>>read(get("/api/links").body(), "$[*].code"))
                    .containsExactly(stays);
            assertThat(redis.number("HEXISTS", "clicks", code)).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "redis.io",
                "ftp://redis.io/",
                "javascript:alert(1)",
                "http:///nohost",
                "https://a b/",
                "/local"
            })
    void refusesWhatIsNoWebAddress(String url) throws Exception {
        HttpResponse<String> refused = shorten("{\"url\": \"%s\"}".formatted(url));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat((String) JsonPath.read(refused.body(), "$.detail")).isNotBlank();
    }

    @Test
    void refusesALinkToItself() throws Exception {
        assertThat(shorten("{\"url\": \"" + uri("/abcdefg") + "\"}").body()).contains("leads back here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"url\": \"https://redis.io\", \"lifetime\": \"year\"}"})
    void refusesWhatIsNoOrder(String body) throws Exception {
        HttpResponse<String> refused = shorten(body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("lifetime");
    }

    @Test
    void servesThePage() throws Exception {
        assertThat(get("/").body()).contains("Most followed");
        assertThat(get("/style.css").statusCode()).isEqualTo(200);
        assertThat(get("/app.js").statusCode()).isEqualTo(200);
    }

    @Test
    void saysSoWhileRedisIsDownAndGoesOnAfterwards() throws Exception {
        RedisServer server = REDIS.server();
        String code = code("https://redis.io/", "day");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        server.kill();
        try {
            HttpResponse<String> down = get("/actuator/health");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat((String) JsonPath.read(down.body(), "$.components.redis.status"))
                    .isEqualTo("DOWN");
            assertThat((String) JsonPath.read(down.body(), "$.components.redis.details.error"))
                    .contains("127.0.0.1:" + server.port());
            assertThat(get("/" + code).statusCode()).isEqualTo(503);
            assertThat(get("/" + code).body()).contains("Back in a moment");
            HttpResponse<String> failed = shorten("{\"url\": \"https://redis.io/\"}");
            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat((String) JsonPath.read(failed.body(), "$.outcome")).isEqualTo("not_sent");
        } finally {
            server.restart();
        }
        HttpResponse<String> up = await().atMost(Duration.ofMinutes(2))
                .until(() -> get("/actuator/health"), answer -> answer.statusCode() == 200);
        assertThat((String) JsonPath.read(up.body(), "$.components.redis.details.role"))
                .isEqualTo("master");
        assertThat(shorten("{\"url\": \"https://redis.io/\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void metersThePool() throws Exception {
        code("https://redis.io/", "day");
        String meter = get("/actuator/metrics/sorrel.redis.connections.acquire?tag=name:sorrel")
                .body();
        assertThat((Double) JsonPath.read(meter, "$.measurements[0].value")).isPositive();
    }
}
