package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.event.SharedStatistics;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state of a client's shared connection: gauges {@code sorrel.redis.shared.connected}, {@code .queued},
 * {@code .queued.bytes}, {@code .in.flight}, {@code .pending}, {@code .batch.max}; counters {@code .commands},
 * {@code .bytes}, {@code .batches}, {@code .timeout}, {@code .cancelled}, {@code .late}, {@code .refused},
 * {@code .opened}, {@code .failed}, {@code .lost}; the function timer {@code .round.trip} and its longest time
 * {@code .round.trip.max}; all with the tag {@code name}. The mean size of a batch is {@code .commands} divided by
 * {@code .batches}; both maxima are those since the client was made.
 *
 * <p>A name that ends in a unit has no base unit besides. Calls on pooled connections, direct lanes among them, do not show here.
 */
public final class RedisSharedMetrics implements MeterBinder {
    private static final String PREFIX = "sorrel.redis.shared";
    private static final String COMMANDS = "commands";

    private final RedisClient client;
    private final Tags tags;

    /**
     * Creates it.
     *
     * @param client the client to observe; held weakly by the meters
     * @param name the value of the tag {@code name}
     */
    public RedisSharedMetrics(RedisClient client, String name) {
        this.client = client;
        this.tags = Tags.of("name", name);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bindState(registry);
        bindTraffic(registry);
        bindRoundTrips(registry);
        bindFailures(registry);
    }

    private void bindState(MeterRegistry registry) {
        gauge(registry, ".connected", null, "Whether the connection is ready: 1 or 0", s -> s.connected() ? 1 : 0);
        gauge(registry, ".queued", COMMANDS, "Commands that wait to be sent", SharedStatistics::queued);
        gauge(
                registry,
                ".queued.bytes",
                null,
                "Size of the commands that wait to be sent",
                SharedStatistics::queuedBytes);
        gauge(registry, ".in.flight", COMMANDS, "Commands whose reply has not arrived", SharedStatistics::inFlight);
        gauge(
                registry,
                ".pending",
                BaseUnits.THREADS,
                "Callers that wait for room in the queue",
                SharedStatistics::waiting);
    }

    private void bindTraffic(MeterRegistry registry) {
        counter(registry, ".commands", null, "Commands sent", SharedStatistics::commands);
        counter(registry, ".bytes", null, "Bytes sent", SharedStatistics::bytes);
        counter(registry, ".batches", null, "Writes, each of all that was queued", SharedStatistics::batches);
        gauge(registry, ".batch.max", COMMANDS, "Most commands sent in one write", SharedStatistics::largestBatch);
    }

    private void bindRoundTrips(MeterRegistry registry) {
        FunctionTimer.builder(
                        PREFIX + ".round.trip",
                        client,
                        c -> c.sharedStatistics().roundTrips().count(),
                        c -> c.sharedStatistics().roundTrips().totalNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Time from the write of a command to its reply")
                .tags(tags)
                .register(registry);
        TimeGauge.builder(
                        PREFIX + ".round.trip.max",
                        client,
                        TimeUnit.NANOSECONDS,
                        c -> c.sharedStatistics().roundTrips().maxNanos())
                .description("Longest time from the write of a command to its reply")
                .tags(tags)
                .register(registry);
    }

    private void bindFailures(MeterRegistry registry) {
        counter(
                registry,
                ".timeout",
                COMMANDS,
                "Commands whose deadline passed while they were queued or in flight",
                SharedStatistics::timeouts);
        counter(registry, ".cancelled", COMMANDS, "Commands whose caller went away", SharedStatistics::cancelled);
        counter(
                registry,
                ".late",
                "replies",
                "Replies that were dropped because their caller had gone",
                SharedStatistics::lateReplies);
        counter(registry, ".refused", COMMANDS, "Commands that found no room in the queue", SharedStatistics::refused);
        counter(registry, ".opened", BaseUnits.CONNECTIONS, "Connections made", SharedStatistics::connects);
        counter(
                registry,
                ".failed",
                BaseUnits.CONNECTIONS,
                "Attempts to connect that failed",
                SharedStatistics::connectFailures);
        counter(registry, ".lost", BaseUnits.CONNECTIONS, "Connections lost or given up", SharedStatistics::losses);
    }

    private void gauge(
            MeterRegistry registry,
            String suffix,
            @Nullable String unit,
            String description,
            ToDoubleFunction<SharedStatistics> value) {
        Gauge.builder(PREFIX + suffix, client, c -> value.applyAsDouble(c.sharedStatistics()))
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    private void counter(
            MeterRegistry registry,
            String suffix,
            @Nullable String unit,
            String description,
            ToDoubleFunction<SharedStatistics> value) {
        FunctionCounter.builder(PREFIX + suffix, client, c -> value.applyAsDouble(c.sharedStatistics()))
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }
}
