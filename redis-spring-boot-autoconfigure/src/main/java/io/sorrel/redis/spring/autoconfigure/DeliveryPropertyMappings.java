package io.sorrel.redis.spring.autoconfigure;

import static io.sorrel.redis.spring.autoconfigure.PropertyMappings.row;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.config.SharedOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows about the way of commands to the server: the shared connection, the pool, retries. */
final class DeliveryPropertyMappings {
    private DeliveryPropertyMappings() {}

    static List<PropertyMapping<?>> all() {
        return Stream.of(shared(), reconnect(), pool(), retry())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PropertyMapping<?>> shared() {
        return List.of(
                row("mode", RedisProperties::mode, ClientOptions.Builder::mode, ClientOptions::mode),
                shared(
                        "direct-lanes",
                        RedisProperties.Shared::directLanes,
                        SharedOptions.Builder::directLanes,
                        SharedOptions::directLanes),
                shared(
                        "queue-max-commands",
                        RedisProperties.Shared::queueMaxCommands,
                        SharedOptions.Builder::maxQueuedCommands,
                        SharedOptions::maxQueuedCommands),
                shared(
                        "queue-max-bytes",
                        RedisProperties.Shared::queueMaxBytes,
                        (s, v) -> s.maxQueuedBytes(v.toBytes()),
                        SharedOptions::maxQueuedBytes),
                shared(
                        "queue-when-full",
                        RedisProperties.Shared::queueWhenFull,
                        SharedOptions.Builder::whenFull,
                        SharedOptions::whenFull),
                row(
                        "shared.silence-timeout",
                        p -> p.shared().silenceTimeout(),
                        (o, v) -> o.shared(s -> s.silenceTimeout(v)),
                        o -> orCommandTimeout(o.shared().silenceTimeout(), o)),
                shared(
                        "fence-commands",
                        RedisProperties.Shared::fenceCommands,
                        SharedOptions.Builder::fenceCommands,
                        SharedOptions::fenceCommands),
                shared(
                        "fence-interval",
                        RedisProperties.Shared::fenceInterval,
                        SharedOptions.Builder::fenceInterval,
                        SharedOptions::fenceInterval));
    }

    private static List<PropertyMapping<?>> reconnect() {
        return List.of(
                shared(
                        "reconnect-backoff",
                        RedisProperties.Shared::reconnectBackoff,
                        SharedOptions.Builder::reconnectStrategy,
                        s -> s.reconnectBackoff().strategy()),
                shared(
                        "reconnect-base-delay",
                        RedisProperties.Shared::reconnectBaseDelay,
                        SharedOptions.Builder::reconnectBaseDelay,
                        s -> s.reconnectBackoff().base()),
                shared(
                        "reconnect-max-delay",
                        RedisProperties.Shared::reconnectMaxDelay,
                        SharedOptions.Builder::reconnectMaxDelay,
                        s -> s.reconnectBackoff().cap()));
    }

    private static List<PropertyMapping<?>> pool() {
        return List.of(
                pool("max-size", RedisProperties.Pool::maxSize, PoolOptions.Builder::maxSize, PoolOptions::maxSize),
                pool("min-idle", RedisProperties.Pool::minIdle, PoolOptions.Builder::minIdle, PoolOptions::minIdle),
                row(
                        "pool.max-wait",
                        p -> p.pool().maxWait(),
                        (o, v) -> o.pool(b -> b.maxWait(v)),
                        o -> orCommandTimeout(o.pool().maxWait(), o)),
                pool(
                        "when-exhausted",
                        RedisProperties.Pool::whenExhausted,
                        PoolOptions.Builder::whenExhausted,
                        PoolOptions::whenExhausted),
                pool("fair", RedisProperties.Pool::fair, PoolOptions.Builder::fair, PoolOptions::fair),
                pool("lifo", RedisProperties.Pool::lifo, PoolOptions.Builder::lifo, PoolOptions::lifo),
                pool(
                        "idle-timeout",
                        RedisProperties.Pool::idleTimeout,
                        PoolOptions.Builder::idleTimeout,
                        PoolOptions::idleTimeout),
                pool(
                        "max-lifetime",
                        RedisProperties.Pool::maxLifetime,
                        PoolOptions.Builder::maxLifetime,
                        PoolOptions::maxLifetime),
                pool(
                        "lifetime-spread",
                        RedisProperties.Pool::lifetimeSpread,
                        PoolOptions.Builder::lifetimeSpread,
                        PoolOptions::lifetimeSpread),
                pool(
                        "check-after-idle",
                        RedisProperties.Pool::checkAfterIdle,
                        PoolOptions.Builder::checkAfterIdle,
                        PoolOptions::checkAfterIdle),
                pool(
                        "when-dirty",
                        RedisProperties.Pool::whenDirty,
                        PoolOptions.Builder::whenDirty,
                        PoolOptions::whenDirty),
                pool(
                        "leak-detection-threshold",
                        RedisProperties.Pool::leakDetectionThreshold,
                        PoolOptions.Builder::leakDetectionThreshold,
                        PoolOptions::leakDetectionThreshold),
                pool("warm-up", RedisProperties.Pool::warmUp, PoolOptions.Builder::warmUp, PoolOptions::warmUp));
    }

    private static List<PropertyMapping<?>> retry() {
        return List.of(
                retry(
                        "max-retries",
                        RedisProperties.Retry::maxRetries,
                        RetryOptions.Builder::maxRetries,
                        RetryOptions::maxRetries),
                retry(
                        "backoff",
                        RedisProperties.Retry::backoff,
                        RetryOptions.Builder::backoffStrategy,
                        r -> r.backoff().strategy()),
                retry(
                        "base-delay",
                        RedisProperties.Retry::baseDelay,
                        RetryOptions.Builder::baseDelay,
                        r -> r.backoff().base()),
                retry(
                        "max-delay",
                        RedisProperties.Retry::maxDelay,
                        RetryOptions.Builder::maxDelay,
                        r -> r.backoff().cap()),
                retry(
                        "budget-ratio",
                        RedisProperties.Retry::budgetRatio,
                        RetryOptions.Builder::budgetRatio,
                        RetryOptions::budgetRatio),
                retry(
                        "budget-reserve",
                        RedisProperties.Retry::budgetReserve,
                        RetryOptions.Builder::budgetReserve,
                        RetryOptions::budgetReserve));
    }

    private static Duration orCommandTimeout(@Nullable Duration value, ClientOptions options) {
        return value == null ? options.timeouts().command() : value;
    }

    private static <T> PropertyMapping<T> shared(
            String name,
            Function<RedisProperties.Shared, @Nullable T> property,
            BiConsumer<SharedOptions.Builder, T> setter,
            Function<SharedOptions, @Nullable Object> option) {
        return row(
                "shared." + name,
                p -> property.apply(p.shared()),
                (o, v) -> o.shared(b -> setter.accept(b, v)),
                o -> option.apply(o.shared()));
    }

    private static <T> PropertyMapping<T> pool(
            String name,
            Function<RedisProperties.Pool, @Nullable T> property,
            BiConsumer<PoolOptions.Builder, T> setter,
            Function<PoolOptions, @Nullable Object> option) {
        return row(
                "pool." + name,
                p -> property.apply(p.pool()),
                (o, v) -> o.pool(b -> setter.accept(b, v)),
                o -> option.apply(o.pool()));
    }

    private static <T> PropertyMapping<T> retry(
            String name,
            Function<RedisProperties.Retry, @Nullable T> property,
            BiConsumer<RetryOptions.Builder, T> setter,
            Function<RetryOptions, @Nullable Object> option) {
        return row(
                "retry." + name,
                p -> property.apply(p.retry()),
                (o, v) -> o.retry(b -> setter.accept(b, v)),
                o -> option.apply(o.retry()));
    }
}
