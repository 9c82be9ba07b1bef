package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.RedisClient;

/**
 * The calls of a client: the timer {@code sorrel.redis.commands} with the tags {@code name}, {@code command},
 * {@code outcome} ({@code success}, or what became of a command that failed: {@code not_sent}, {@code refused},
 * {@code unknown}) and {@code error} ({@code none}, or the simple name of the exception); and the counter
 * {@code sorrel.redis.retries} with the tags {@code name} and {@code command}. A time is that of the whole call, with the
 * wait for a connection or a place in the queue, and with its retries.
 *
 * <p>The number of series is bounded: after 1,000 different commands, which only invented names can come to, further ones
 * are metered as {@code OTHER}. No key or value is ever a tag.
 *
 * <p>A registry hears of what happens from {@link #bindTo} on. Thread-safe.
 */
public final class RedisCommandMetrics implements MeterBinder {
    private final RedisClient client;
    private final String name;

    /**
     * Creates it.
     *
     * @param client the client to observe, to which {@link #bindTo} adds a listener
     * @param name the value of the tag {@code name}
     */
    public RedisCommandMetrics(RedisClient client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.addListener(new CommandMeters(registry, name));
    }
}
