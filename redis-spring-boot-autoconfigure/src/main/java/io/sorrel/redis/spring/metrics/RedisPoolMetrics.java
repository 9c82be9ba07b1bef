package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.event.PoolStatistics;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A client's pool: gauges {@code sorrel.redis.connections}, {@code .active}, {@code .idle},
 * {@code .pending}, {@code .max}, {@code .min}, {@code .creating}, and counters {@code .opened}, {@code .destroyed}
 * (tag {@code cause}), {@code .timeout}, {@code .failed}, {@code .leaked}, and timers {@code .acquire}, {@code .usage},
 * {@code .creation}; all with the tag {@code name}. The timers hear of what happens from {@link #bindTo} on.
 */
public final class RedisPoolMetrics implements MeterBinder {
    static final String PREFIX = "sorrel.redis.connections";

    private final RedisClient client;
    private final Tags tags;

    /**
     * Creates it.
     *
     * @param client the client to observe, held weakly by the meters; {@link #bindTo} adds a listener to it
     * @param name the value of the tag {@code name}
     */
    public RedisPoolMetrics(RedisClient client, String name) {
        this.client = client;
        this.tags = Tags.of("name", name);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.addListener(new PoolTimers(registry, tags));
        gauge(registry, "", "Connections, in use or idle", s -> s.active() + s.idle());
        gauge(registry, ".active", "Connections in use", PoolStatistics::active);
        gauge(registry, ".idle", "Connections that are free", PoolStatistics::idle);
        gauge(registry, ".pending", "Callers that wait for a connection", PoolStatistics::waiting);
        gauge(registry, ".max", "Largest number of connections", PoolStatistics::max);
        gauge(registry, ".min", "Idle connections that are kept ready", PoolStatistics::minIdle);
        gauge(registry, ".creating", "Connections that are being made", PoolStatistics::creating);
        counter(registry, ".opened", "Connections made", Tags.empty(), PoolStatistics::created);
        counter(registry, ".timeout", "Callers that got no connection in time", Tags.empty(), PoolStatistics::timeouts);
        counter(registry, ".failed", "Attempts to connect that failed", Tags.empty(), PoolStatistics::connectFailures);
        counter(registry, ".leaked", "Connections reported as leaked", Tags.empty(), PoolStatistics::leaks);
        for (DestroyCause cause : DestroyCause.values()) {
            counter(
                    registry,
                    ".destroyed",
                    "Connections closed",
                    Tags.of("cause", cause.name().toLowerCase(Locale.ROOT)),
                    s -> s.destroyed().getOrDefault(cause, 0L));
        }
    }

    private void gauge(
            MeterRegistry registry, String suffix, String description, ToDoubleFunction<PoolStatistics> value) {
        Gauge.builder(PREFIX + suffix, client, c -> value.applyAsDouble(c.poolStatistics()))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private void counter(
            MeterRegistry registry,
            String suffix,
            String description,
            Tags more,
            ToDoubleFunction<PoolStatistics> value) {
        FunctionCounter.builder(PREFIX + suffix, client, c -> value.applyAsDouble(c.poolStatistics()))
                .description(description)
                .tags(tags.and(more))
                .register(registry);
    }
}
