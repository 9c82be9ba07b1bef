package io.sorrel.redis.config;

import static io.sorrel.redis.config.QueryOptions.COUNT;
import static io.sorrel.redis.config.QueryOptions.FLAG;
import static io.sorrel.redis.config.QueryOptions.SIZE;
import static io.sorrel.redis.config.QueryOptions.SPAN;
import static io.sorrel.redis.config.QueryOptions.row;

import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.config.QueryOptions.Row;
import io.sorrel.redis.config.SharedOptions.WhenFull;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The rows about the way of commands to the server: the shared connection, the pool, retries. */
final class DeliveryQueryOptions {
    private static final String STRATEGY =
            "none, constant, exponential, full-jitter, equal-jitter, decorrelated-jitter, exponential-with-jitter";

    private DeliveryQueryOptions() {}

    static void all(Consumer<Row> rows) {
        shared(rows);
        sharedHealth(rows);
        reconnect(rows);
        poolSize(rows);
        poolRenewal(rows);
        retry(rows);
    }

    private static void shared(Consumer<Row> rows) {
        rows.accept(row(
                "mode",
                "adaptive, shared, pooled",
                "adaptive",
                "Which connections carry commands.",
                (b, v) -> b.mode(UriValues.choice(ConnectionMode.class, v))));
        rows.accept(shared(
                "direct-lanes",
                COUNT,
                "6",
                "Calls that may run on pooled connections at the same time in mode adaptive.",
                (s, v) -> s.directLanes(UriValues.integer(v))));
        rows.accept(shared(
                "queue-max-commands",
                COUNT,
                "65536",
                "Commands that wait to be sent or for their reply on the shared connection.",
                (s, v) -> s.maxQueuedCommands(UriValues.integer(v))));
        rows.accept(shared(
                "queue-max-bytes",
                SIZE,
                "32MB",
                "Size of the commands that wait to be sent on the shared connection.",
                (s, v) -> s.maxQueuedBytes(UriValues.size(v))));
        rows.accept(shared(
                "queue-when-full",
                "wait, fail",
                "wait",
                "What a caller does when the queue of the shared connection is full.",
                (s, v) -> s.whenFull(UriValues.choice(WhenFull.class, v))));
    }

    private static void sharedHealth(Consumer<Row> rows) {
        rows.accept(shared(
                "silence-timeout",
                SPAN,
                "",
                "Silence that ends the shared connection while a reply is due; 0 for never, the command timeout where not"
                        + " set.",
                (s, v) -> s.silenceTimeout(UriValues.span(v))));
        rows.accept(shared(
                "fence-commands",
                COUNT,
                "1000",
                "Commands after which a connection checks itself; 0 for any number.",
                (s, v) -> s.fenceCommands(UriValues.integer(v))));
        rows.accept(shared(
                "fence-interval",
                SPAN,
                "100ms",
                "Time after which the shared connection checks itself; 0 for any time.",
                (s, v) -> s.fenceInterval(UriValues.span(v))));
    }

    private static void reconnect(Consumer<Row> rows) {
        rows.accept(shared(
                "reconnect-backoff",
                STRATEGY,
                "full-jitter",
                "How the waits between attempts to make the shared connection grow and spread.",
                (s, v) -> s.reconnectStrategy(UriValues.choice(Backoff.Strategy.class, v))));
        rows.accept(shared(
                "reconnect-base-delay",
                SPAN,
                "20ms",
                "Where the waits before reconnecting start.",
                (s, v) -> s.reconnectBaseDelay(UriValues.span(v))));
        rows.accept(shared(
                "reconnect-max-delay",
                SPAN,
                "1s",
                "What no wait before reconnecting exceeds.",
                (s, v) -> s.reconnectMaxDelay(UriValues.span(v))));
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
                "Whether building the client waits for the connections kept ready.",
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
                STRATEGY,
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

    private static Row shared(
            String key, String form, String standard, String text, BiConsumer<SharedOptions.Builder, String> setter) {
        return row(key, form, standard, text, (b, v) -> b.shared(s -> setter.accept(s, v)));
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
