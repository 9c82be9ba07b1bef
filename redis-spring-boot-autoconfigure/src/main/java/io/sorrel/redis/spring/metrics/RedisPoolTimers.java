package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The durations of a client's pool: timers {@code sorrel.redis.connections.acquire}, {@code .usage} and
 * {@code .creation} with the tag {@code name}. Give it to the builder of the client as a listener and bind it to a
 * registry, in whatever order; what happens before it is bound is not recorded.
 * One object serves one client. The auto-configured client has one; a client that an application builds itself gets one
 * by {@code RedisClient.builder().listener(timers)}, with {@code timers} as a bean. Thread-safe.
 */
public final class RedisPoolTimers implements ClientListener, MeterBinder {
    private final String name;
    private final List<Timers> bound = new CopyOnWriteArrayList<>();

    /**
     * Creates it.
     *
     * @param name the value of the tag {@code name}
     */
    public RedisPoolTimers(String name) {
        this.name = name;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bound.add(new Timers(
                timer(registry, ".acquire", "Time that callers wait for a connection"),
                timer(registry, ".usage", "Time that callers keep a connection"),
                timer(registry, ".creation", "Time to make a connection")));
    }

    private Timer timer(MeterRegistry registry, String suffix, String description) {
        return Timer.builder(RedisPoolMetrics.PREFIX + suffix)
                .description(description)
                .tag("name", name)
                .register(registry);
    }

    @Override
    public void connectionAcquired(String endpoint, Duration waited) {
        bound.forEach(timers -> timers.acquire().record(waited));
    }

    @Override
    public void connectionReleased(String endpoint, Duration used) {
        bound.forEach(timers -> timers.usage().record(used));
    }

    @Override
    public void connectionCreated(String endpoint, Duration took) {
        bound.forEach(timers -> timers.creation().record(took));
    }

    private record Timers(Timer acquire, Timer usage, Timer creation) {}
}
