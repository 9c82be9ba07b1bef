package io.sorrel.redis.checker;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.checker.KeyedCaller.Style;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.event.SharedStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One client with some callers, and a server of its own that misbehaves. */
final class MisalignedRun {
    private static final String OPTIONS =
            "&retries=0&command-timeout=200ms&reconnect-base-delay=1ms&reconnect-max-delay=5ms";
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final ConnectionMode mode;
    private final MisalignedServer.Manner manner;
    private final int callers;
    private final Style style;
    private final int operations;
    private final int fenceCommands;
    private final SplittableRandom random;
    private final Tally tally = new Tally();
    private final List<String> problems = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param problems everything that must not have happened, up to a number
     * @param nanos how long it took
     */
    record Result(Tally tally, Findings findings, List<String> problems, long nanos) {}

    MisalignedRun(
            ConnectionMode mode,
            MisalignedServer.Manner manner,
            int callers,
            Style style,
            int operations,
            int fenceCommands,
            SplittableRandom random) {
        this.mode = mode;
        this.manner = manner;
        this.callers = callers;
        this.style = style;
        this.operations = operations;
        this.fenceCommands = fenceCommands;
        this.random = random;
    }

    Result run() {
        long start = System.nanoTime();
        MisalignedServer server = MisalignedServer.start(manner, random.split());
        try (server;
                RedisClient redis = RedisClient.create(
                        server.uri() + "?mode=" + mode + "&fence-commands=" + fenceCommands + OPTIONS)) {
            call(redis);
            try {
                Await.until(() -> isAtRest(redis));
            } catch (AssertionError e) {
                problems.add("left under way: " + redis.sharedStatistics() + ", " + redis.poolStatistics());
            }
        }
        Findings findings = new Findings(server.logs(), tally, mode != ConnectionMode.SHARED, fenceCommands);
        problems.addAll(tally.strange());
        problems.addAll(findings.problems());
        if (tally.ended() != tally.operations.sum() || tally.operations.sum() != operations) {
            problems.add(tally.operations + " operations began and " + tally.ended() + " ended of " + operations);
        }
        if (tally.right.sum() == 0) {
            problems.add("no operation succeeded");
        }
        List<String> named =
                problems.stream().map(problem -> this + ": " + problem).toList();
        return new Result(tally, findings, named, System.nanoTime() - start);
    }

    private void call(RedisClient redis) {
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            threads.add(new Thread(
                    new KeyedCaller(style, redis, tally, next, operations, random.split()), "keyed-caller-" + i));
        }
        threads.forEach(Thread::start);
        threads.forEach(this::join);
    }

    private void join(Thread caller) {
        try {
            caller.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
        if (caller.isAlive()) {
            problems.add(caller.getName() + " did not end");
        }
    }

    private static boolean isAtRest(RedisClient redis) {
        SharedStatistics shared = redis.sharedStatistics();
        PoolStatistics pool = redis.poolStatistics();
        return shared.inFlight() + shared.queued() + shared.queuedBytes() + shared.waiting() == 0
                && pool.active() + pool.creating() + pool.waiting() == 0;
    }

    @Override
    public String toString() {
        return mode + ", " + manner.kinds() + ", " + callers + " callers, " + style;
    }
}
