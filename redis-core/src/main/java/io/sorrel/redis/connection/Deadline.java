package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a call must have ended; everything that the call waits for takes part in it. Immutable and
 * thread-safe. Measured with a monotonic clock in nanoseconds, never with the time of day.
 */
public final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final LongSupplier ticker;
    private final long at;
    private final Duration timeout;
    private final Duration disconnectedWait;

    private Deadline(LongSupplier ticker, long at, Duration timeout, Duration disconnectedWait) {
        this.ticker = ticker;
        this.at = at;
        this.timeout = timeout;
        this.disconnectedWait = disconnectedWait;
    }

    /** A deadline this long from now. */
    public static Deadline after(Duration timeout) {
        return after(timeout, System::nanoTime);
    }

    /** A deadline this long from the ticker's now; the ticker counts nanoseconds like {@link System#nanoTime()}. */
    public static Deadline after(Duration timeout, LongSupplier ticker) {
        return after(timeout, timeout, ticker);
    }

    private static Deadline after(Duration timeout, Duration disconnectedWait, LongSupplier ticker) {
        return new Deadline(ticker, ticker.getAsLong() + timeout.toNanos(), timeout, disconnectedWait);
    }

    /**
     * The deadline of a call that begins now: the timeout, and on top of it the time for which the server may hold back
     * the reply, if the command says so. For a command that waits without end there is none, in effect.
     *
     * @param disconnectedWait how long the call may wait, over all attempts, while the server is known to be gone
     * @param ticker counts nanoseconds like {@link System#nanoTime()}
     */
    public static Deadline of(Command<?> command, Duration timeout, Duration disconnectedWait, LongSupplier ticker) {
        Duration held = command.serverTimeout();
        if (held == null) {
            return after(timeout, disconnectedWait, ticker);
        }
        boolean endless = held.isZero() || held.compareTo(LONGEST) > 0;
        return after(endless ? LONGEST : held.plus(timeout), disconnectedWait, ticker);
    }

    /** The earlier of this deadline and one that is the given time from now. */
    public Deadline atMost(Duration other) {
        return other.toNanos() < remainingNanos() ? after(other, ticker) : this;
    }

    /** Nanoseconds left; zero or negative when the deadline has passed. */
    public long remainingNanos() {
        return at - ticker.getAsLong();
    }

    /** Whether the deadline has passed. */
    public boolean isExpired() {
        return remainingNanos() <= 0;
    }

    /** The moment on the ticker's scale. */
    public long nanoTime() {
        return at;
    }

    /** When the call began, on the ticker's scale. */
    public long began() {
        return at - timeout.toNanos();
    }

    /** How long the call may wait, over all attempts, while the server is known to be gone. */
    public Duration disconnectedWait() {
        return disconnectedWait;
    }

    /** The time that the call was given when the deadline was set. */
    public Duration timeout() {
        return timeout;
    }
}
