package io.sorrel.redis.config;

import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of query parameters: what each is called and where its value goes. */
final class QueryOptions {
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String DATABASE = "db";

    /** A row of the table; {@code setter} is absent where the parameter is part of the credentials. */
    record Row(UriOption option, @Nullable BiConsumer<ClientOptions.Builder, String> setter) {
        boolean secret() {
            return setter == null;
        }
    }

    private static final String SPAN = "time span";
    private static final String SIZE = "bytes, or with KB, MB, GB";
    private static final String FLAG = "true, false";
    private static final String COUNT = "number";

    private static final Map<String, Row> ROWS = rows();

    private QueryOptions() {}

    static @Nullable Row find(String key) {
        return ROWS.get(key);
    }

    static List<UriOption> all() {
        return ROWS.values().stream().map(Row::option).toList();
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        Consumer<Row> into = row -> rows.put(row.option().key(), row);
        identity(into);
        timing(into);
        replies(into);
        poolSize(into);
        poolRenewal(into);
        retry(into);
        return rows;
    }

    private static void identity(Consumer<Row> rows) {
        rows.accept(new Row(new UriOption(USERNAME, "text", "", "User to log in as."), null));
        rows.accept(new Row(new UriOption(PASSWORD, "text", "", "Password to log in with."), null));
        rows.accept(row(DATABASE, COUNT, "0", "Database to select.", (b, v) -> b.database(UriValues.integer(v))));
        rows.accept(row("client-name", "text", "", "Name for CLIENT SETNAME.", ClientOptions.Builder::clientName));
        rows.accept(row(
                "library-info",
                FLAG,
                "true",
                "Whether CLIENT SETINFO tells name and version of this library.",
                (b, v) -> b.libraryInfo(UriValues.flag(v))));
        rows.accept(row(
                "protocol",
                "auto, 2, 3",
                "auto",
                "Version of the wire protocol.",
                (b, v) -> b.protocol(UriValues.protocol(v))));
    }

    private static void timing(Consumer<Row> rows) {
        rows.accept(timeout("connect-timeout", "2s", "Deadline of connecting.", TimeoutOptions.Builder::connect));
        rows.accept(timeout("command-timeout", "5s", "Deadline of a command.", TimeoutOptions.Builder::command));
        rows.accept(timeout("close-timeout", "2s", "Wait for commands on closing.", TimeoutOptions.Builder::close));
        rows.accept(row(
                "keep-alive",
                FLAG,
                "true",
                "Whether TCP probes idle connections.",
                (b, v) -> b.keepAlive(k -> k.enabled(UriValues.flag(v)))));
        rows.accept(row(
                "keep-alive-idle",
                SPAN,
                "30s",
                "Silence before the first probe.",
                (b, v) -> b.keepAlive(k -> k.idle(UriValues.span(v)))));
        rows.accept(row(
                "keep-alive-interval",
                SPAN,
                "5s",
                "Time between probes.",
                (b, v) -> b.keepAlive(k -> k.interval(UriValues.span(v)))));
        rows.accept(row(
                "keep-alive-count",
                COUNT,
                "3",
                "Unanswered probes that end a connection.",
                (b, v) -> b.keepAlive(k -> k.count(UriValues.integer(v)))));
    }

    private static void replies(Consumer<Row> rows) {
        rows.accept(row(
                "reply-max-depth",
                COUNT,
                "64",
                "Aggregates within aggregates.",
                (b, v) -> b.replyLimits(l -> l.maxDepth(UriValues.integer(v)))));
        rows.accept(row(
                "reply-max-line",
                SIZE,
                "64KB",
                "Size of a line.",
                (b, v) -> b.replyLimits(l -> l.maxLine(UriValues.smallSize(v)))));
        rows.accept(row(
                "reply-max-bulk",
                SIZE,
                "512MB",
                "Size of one string.",
                (b, v) -> b.replyLimits(l -> l.maxBulk(UriValues.smallSize(v)))));
        rows.accept(row(
                "reply-max-elements",
                COUNT,
                "67108864",
                "Elements of one reply.",
                (b, v) -> b.replyLimits(l -> l.maxElements(UriValues.number(v)))));
        rows.accept(row(
                "reply-max-bytes",
                SIZE,
                "1GB",
                "Size of one reply.",
                (b, v) -> b.replyLimits(l -> l.maxBytes(UriValues.size(v)))));
    }

    private static void poolSize(Consumer<Row> rows) {
        rows.accept(pool(
                "pool-max-size",
                COUNT,
                "8",
                "Largest number of connections.",
                (p, v) -> p.maxSize(UriValues.integer(v))));
        rows.accept(pool(
                "pool-min-idle", COUNT, "0", "Connections kept ready.", (p, v) -> p.minIdle(UriValues.integer(v))));
        rows.accept(pool(
                "pool-max-wait",
                SPAN,
                "",
                "Longest wait for a connection; the command timeout where not set.",
                (p, v) -> p.maxWait(UriValues.span(v))));
        rows.accept(pool(
                "pool-when-exhausted",
                "wait, fail",
                "wait",
                "What a caller does when all connections are in use.",
                (p, v) -> p.whenExhausted(UriValues.choice(WhenExhausted.class, v))));
        rows.accept(pool(
                "pool-fair",
                FLAG,
                "true",
                "Whether callers are served in order.",
                (p, v) -> p.fair(UriValues.flag(v))));
        rows.accept(pool(
                "pool-lifo",
                FLAG,
                "true",
                "Whether the connection used last is taken first.",
                (p, v) -> p.lifo(UriValues.flag(v))));
        rows.accept(pool(
                "pool-warm-up",
                FLAG,
                "false",
                "Whether the start waits for the connections kept ready.",
                (p, v) -> p.warmUp(UriValues.flag(v))));
    }

    private static void poolRenewal(Consumer<Row> rows) {
        rows.accept(pool(
                "pool-idle-timeout",
                SPAN,
                "5m",
                "Idleness that ends a connection; 0 for never.",
                (p, v) -> p.idleTimeout(UriValues.span(v))));
        rows.accept(pool(
                "pool-max-lifetime",
                SPAN,
                "30m",
                "Age at which a connection is replaced; 0 for never.",
                (p, v) -> p.maxLifetime(UriValues.span(v))));
        rows.accept(pool(
                "pool-lifetime-spread",
                "0 to 0.9",
                "0.1",
                "Random share by which a lifetime is shortened.",
                (p, v) -> p.lifetimeSpread(UriValues.decimal(v))));
        rows.accept(pool(
                "pool-check-after-idle",
                SPAN,
                "1s",
                "Idleness after which a connection is checked before use.",
                (p, v) -> p.checkAfterIdle(UriValues.span(v))));
        rows.accept(pool(
                "pool-when-dirty",
                "reset, destroy",
                "destroy",
                "What becomes of a connection with changed state.",
                (p, v) -> p.whenDirty(UriValues.choice(WhenDirty.class, v))));
        rows.accept(pool(
                "pool-leak-detection-threshold",
                SPAN,
                "0",
                "Time of use that is reported as a leak; 0 for off.",
                (p, v) -> p.leakDetectionThreshold(UriValues.span(v))));
    }

    private static void retry(Consumer<Row> rows) {
        rows.accept(retry(
                "retries",
                COUNT,
                "2",
                "Further attempts after a failure that allows them; 0 for none.",
                (r, v) -> r.maxRetries(UriValues.integer(v))));
        rows.accept(retry(
                "retry-backoff",
                "none, constant, exponential, full-jitter, equal-jitter, decorrelated-jitter, exponential-with-jitter",
                "full-jitter",
                "How the waits before retries grow and spread.",
                (r, v) -> r.backoffStrategy(UriValues.choice(Backoff.Strategy.class, v))));
        rows.accept(retry(
                "retry-base-delay", SPAN, "20ms", "Where the waits start.", (r, v) -> r.baseDelay(UriValues.span(v))));
        rows.accept(
                retry("retry-max-delay", SPAN, "1s", "What no wait exceeds.", (r, v) -> r.maxDelay(UriValues.span(v))));
        rows.accept(retry(
                "retry-budget-ratio",
                "0 to 1",
                "0.1",
                "Retries that each call adds to the budget of the client.",
                (r, v) -> r.budgetRatio(UriValues.decimal(v))));
        rows.accept(retry(
                "retry-budget-reserve",
                COUNT,
                "10",
                "Retries that the budget holds at most.",
                (r, v) -> r.budgetReserve(UriValues.integer(v))));
    }

    private static Row row(
            String key, String form, String standard, String text, BiConsumer<ClientOptions.Builder, String> setter) {
        return new Row(new UriOption(key, form, standard, text), setter);
    }

    private static Row timeout(
            String key, String standard, String text, BiConsumer<TimeoutOptions.Builder, Duration> setter) {
        return row(key, SPAN, standard, text, (b, v) -> b.timeouts(t -> setter.accept(t, UriValues.span(v))));
    }

    private static Row pool(
            String key, String form, String standard, String text, BiConsumer<PoolOptions.Builder, String> setter) {
        return row(key, form, standard, text, (b, v) -> b.pool(p -> setter.accept(p, v)));
    }

    private static Row retry(
            String key, String form, String standard, String text, BiConsumer<RetryOptions.Builder, String> setter) {
        return row(key, form, standard, text, (b, v) -> b.retry(r -> setter.accept(r, v)));
    }
}
