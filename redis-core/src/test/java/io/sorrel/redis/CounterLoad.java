package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.RawRedis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Callers that increment a counter until they are told to stop: some wait for each call, some keep a window of futures
 * under way. It knows what they were told, and when.
 */
final class CounterLoad implements AutoCloseable {
    /** Calls that a caller who does not wait has under way. */
    static final int WINDOW = 16;

    private static final long NEVER = Long.MAX_VALUE;

    private final RedisClient redis;
    private final AtomicLong succeeded = new AtomicLong();
    private final Map<CommandOutcome, AtomicLong> failed = Map.of(
            CommandOutcome.NOT_SENT, new AtomicLong(),
            CommandOutcome.REFUSED, new AtomicLong(),
            CommandOutcome.UNKNOWN, new AtomicLong());
    private final ConcurrentLinkedQueue<Throwable> strange = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private final AtomicLong firstFailure = new AtomicLong(NEVER);
    private final AtomicLong firstSuccess = new AtomicLong(NEVER);
    private final AtomicLong longestFailure = new AtomicLong();
    private volatile long begun = NEVER;
    private volatile long ended = NEVER;
    private volatile RedisException lastFailure;
    private volatile boolean stop;

    CounterLoad(RedisClient redis, int syncCallers, int asyncCallers) {
        this.redis = redis;
        for (int i = 0; i < syncCallers; i++) {
            start("sync-caller-" + i, this::callOnce);
        }
        for (int i = 0; i < asyncCallers; i++) {
            start("async-caller-" + i, this::callWindow);
        }
    }

    private void start(String name, Runnable call) {
        Thread caller = new Thread(
                () -> {
                    while (!stop) {
                        call.run();
                    }
                },
                name);
        caller.setDaemon(true);
        callers.add(caller);
        caller.start();
    }

    private void callOnce() {
        long start = System.nanoTime();
        try {
            redis.sync().incr("counter");
            succeeded(start);
        } catch (RedisException e) {
            failed(start, e);
        } catch (RuntimeException | Error e) {
            strange.add(e);
            throw e;
        }
    }

    private void callWindow() {
        long start = System.nanoTime();
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < WINDOW; i++) {
            calls.add(redis.async().incr("counter"));
        }
        for (CompletableFuture<Long> call : calls) {
            try {
                CallStyle.resultOf(call);
                succeeded(start);
            } catch (RedisException e) {
                failed(start, e);
            } catch (RuntimeException | Error e) {
                strange.add(e);
                throw e;
            }
        }
    }

    private void succeeded(long start) {
        succeeded.incrementAndGet();
        if (start >= ended && firstSuccess.get() == NEVER) {
            firstSuccess.compareAndSet(NEVER, System.nanoTime());
        }
    }

    private void failed(long start, RedisException failure) {
        Objects.requireNonNull(failed.get(failure.outcome())).incrementAndGet();
        lastFailure = failure;
        long now = System.nanoTime();
        if (now >= begun && firstFailure.get() == NEVER) {
            firstFailure.compareAndSet(NEVER, now);
        }
        longestFailure.accumulateAndGet(now - start, Math::max);
    }

    /** What goes wrong, goes wrong from now on. */
    void faultBegins() {
        begun = System.nanoTime();
    }

    /** Nothing is wrong any more. */
    void faultEnds() {
        ended = System.nanoTime();
    }

    long succeeded() {
        return succeeded.get();
    }

    long failures(CommandOutcome outcome) {
        return Objects.requireNonNull(failed.get(outcome)).get();
    }

    RedisException lastFailure() {
        return lastFailure;
    }

    boolean hasFailedSinceTheBeginning() {
        return firstFailure.get() != NEVER;
    }

    void awaitSuccesses(long more) {
        long goal = succeeded.get() + more;
        Await.until(() -> succeeded.get() >= goal);
    }

    /** Waits until commands that were started after the end of the fault succeed. */
    void awaitRecovery(long successes) {
        Await.until(() -> firstSuccess.get() != NEVER);
        awaitSuccesses(successes);
    }

    /**
     * A row of a table: when the first caller was told, how long a call that failed took at the most, when the connection
     * was given up, and when the first call was served again, counted from the end of the fault; then what the callers were
     * told and what the server did.
     */
    String row(long givenUp, RawRedis operator) {
        return "| %s | %s | %s | %s | %,d | %,d | %,d | %,d |"
                .formatted(
                        millis(firstFailure.get() - begun, firstFailure.get()),
                        millis(longestFailure.get(), longestFailure.get()),
                        millis(givenUp - begun, givenUp),
                        millis(firstSuccess.get() - ended, firstSuccess.get()),
                        succeeded(),
                        failures(CommandOutcome.NOT_SENT) + failures(CommandOutcome.REFUSED),
                        failures(CommandOutcome.UNKNOWN),
                        counter(operator));
    }

    private static String millis(long nanos, long moment) {
        return moment == NEVER ? "–" : "%,.0f ms".formatted(nanos / 1e6);
    }

    String outcomes() {
        return "%d succeeded, %d unknown, %d not sent, %d refused"
                .formatted(
                        succeeded(),
                        failures(CommandOutcome.UNKNOWN),
                        failures(CommandOutcome.NOT_SENT),
                        failures(CommandOutcome.REFUSED));
    }

    /** Ends the callers; each must end by itself. */
    void stop() {
        stop = true;
        try {
            for (Thread caller : callers) {
                caller.join(TimeUnit.MINUTES.toMillis(2));
                assertThat(caller.isAlive()).as(caller.getName()).isFalse();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        assertThat(strange).isEmpty();
    }

    /** Once the callers have ended and the server has seen all that was sent: it did what they were told. */
    void assertAgreesWith(RawRedis operator) {
        assertThat(counter(operator))
                .as("what the server counted; the callers were told: " + outcomes())
                .isBetween(succeeded(), succeeded() + failures(CommandOutcome.UNKNOWN));
    }

    private static long counter(RawRedis operator) {
        String counter = operator.text("GET", "counter");
        return counter == null ? 0 : Long.parseLong(counter);
    }

    @Override
    public void close() {
        stop = true;
    }
}
