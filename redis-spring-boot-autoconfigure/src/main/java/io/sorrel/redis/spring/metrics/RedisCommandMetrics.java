package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

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
 * <p>Give it to the builder of the client as a listener and bind it to a registry, in whatever order; what happens before
 * it is bound is not recorded. One object serves one client; the auto-configured client has one. Thread-safe.
 */
public final class RedisCommandMetrics implements ClientListener, MeterBinder {
    private final String name;
    private final List<CommandMeters> bound = new CopyOnWriteArrayList<>();

    /**
     * Creates it.
     *
     * @param name the value of the tag {@code name}
     */
    public RedisCommandMetrics(String name) {
        this.name = name;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bound.add(new CommandMeters(registry, name));
    }

    @Override
    public void commandFinished(String endpoint, String command, Duration took, @Nullable RedisException failure) {
        for (CommandMeters meters : bound) {
            meters.finished(command, took, failure);
        }
    }

    @Override
    public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
        for (CommandMeters meters : bound) {
            meters.retried(command);
        }
    }
}
