package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;

/** The timers of a client's pool in one registry. Thread-safe. */
final class PoolTimers implements ClientListener {
    private final Timer acquire;
    private final Timer usage;
    private final Timer creation;

    PoolTimers(MeterRegistry registry, Tags tags) {
        this.acquire = timer(registry, tags, ".acquire", "Time that callers wait for a connection");
        this.usage = timer(registry, tags, ".usage", "Time that callers keep a connection");
        this.creation = timer(registry, tags, ".creation", "Time to make a connection");
    }

    private static Timer timer(MeterRegistry registry, Tags tags, String suffix, String description) {
        return Timer.builder(RedisPoolMetrics.PREFIX + suffix)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    @Override
    public void connectionAcquired(String endpoint, Duration waited) {
        acquire.record(waited);
    }

    @Override
    public void connectionReleased(String endpoint, Duration used) {
        usage.record(used);
    }

    @Override
    public void connectionCreated(String endpoint, Duration took) {
        creation.record(took);
    }
}
