package io.sorrel.redis.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection that carries the commands of many callers at once, what may wait for it, and how it is renewed.
 *
 * <p><b>While it is lost.</b> Commands that were in flight fail with an unknown outcome. Those that were not sent yet,
 * and those that come, wait in the queue within its bounds for {@link TimeoutOptions#disconnectedWait()}, while attempts to
 * make a new connection are {@link #reconnectBackoff()} apart. A refusal that will not pass by itself, such as a wrong
 * password, fails them at once with its own type, and the pause between attempts grows up to a minute. Before the first
 * connection was ever made, a failed attempt fails the commands that wait, because that is mostly a wrong address. An idle
 * connection that the server closes is made again with the next command.
 */
public final class SharedOptions {
    private final int maxQueuedCommands;
    private final long maxQueuedBytes;
    private final WhenFull whenFull;
    private final @Nullable Duration silenceTimeout;
    private final int fenceCommands;
    private final Duration fenceInterval;
    private final int directLanes;
    private final Backoff reconnectBackoff;

    private SharedOptions(Builder builder) {
        this.maxQueuedCommands = builder.maxQueuedCommands;
        this.maxQueuedBytes = builder.maxQueuedBytes;
        this.whenFull = builder.whenFull;
        this.silenceTimeout = builder.silenceTimeout;
        this.fenceCommands = builder.fenceCommands;
        this.fenceInterval = builder.fenceInterval;
        this.directLanes = builder.directLanes;
        this.reconnectBackoff = builder.reconnectBackoff();
    }

    /** What happens to a caller that finds the queue full. */
    public enum WhenFull {
        /**
         * It waits for room, not beyond the deadline of its command. An async caller waits too: the call that submits
         * the command does not return until there is room.
         */
        WAIT,
        /** Its command fails at once with {@link io.sorrel.redis.error.QueueFullException}. */
        FAIL
    }

    /** The defaults, as each accessor states them. */
    public static SharedOptions defaults() {
        return builder().build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        Builder builder = new Builder()
                .maxQueuedCommands(maxQueuedCommands)
                .maxQueuedBytes(maxQueuedBytes)
                .whenFull(whenFull)
                .fenceCommands(fenceCommands)
                .fenceInterval(fenceInterval)
                .directLanes(directLanes)
                .reconnectBackoff(reconnectBackoff);
        builder.silenceTimeout = silenceTimeout;
        return builder;
    }

    /**
     * Commands that wait to be sent or for their reply, and results that wait for a thread to complete their futures, at
     * most; default 65,536. Calls that a callback makes do not count the results.
     */
    public int maxQueuedCommands() {
        return maxQueuedCommands;
    }

    /**
     * Bytes of the commands that wait to be sent, at most; default 33,554,432, which is 32 MiB. A single larger command
     * is let through alone, when nothing else waits to be sent.
     */
    public long maxQueuedBytes() {
        return maxQueuedBytes;
    }

    /** What happens to a caller that finds the queue full; default {@link WhenFull#WAIT}. */
    public WhenFull whenFull() {
        return whenFull;
    }

    /**
     * How long nothing at all may be received while a reply is due; 0 for ever. After that the connection is closed, what
     * is in flight fails with an unknown outcome, and a new one is made. A slow reply that keeps flowing is no silence, nor
     * is a large command that the server takes slowly; a server that works on one command for longer is: such commands
     * need a longer span, or, if they are sync, {@link ConnectionMode#POOLED}.
     *
     * @return null, the default, for the command timeout, and not before the deadline of the oldest command in flight has
     *     passed
     */
    public @Nullable Duration silenceTimeout() {
        return silenceTimeout;
    }

    /**
     * After how many commands the connection checks itself; default 1,000, 0 for any number. It then sends an ECHO of its
     * own, which must be answered in its place: if it is not, replies have met the wrong commands, and the connection ends.
     * A pooled connection checks itself after as many commands, by a PING in front of the next one.
     */
    public int fenceCommands() {
        return fenceCommands;
    }

    /**
     * After which time the connection checks itself, as {@link #fenceCommands()} says; default 100 ms, 0 for any time. The
     * check goes out in front of the next command, so that a connection that is not used sends none.
     */
    public Duration fenceInterval() {
        return fenceInterval;
    }

    /**
     * Calls that may run at the same time on direct lanes in {@link ConnectionMode#ADAPTIVE}; default 6, about
     * where the shared connection overtakes them on two cores. Each lane is a connection of the pool, so that there are
     * never more than {@link PoolOptions#maxSize()}; with 0 the mode is the same as {@link ConnectionMode#SHARED}.
     */
    public int directLanes() {
        return directLanes;
    }

    /** How long to wait between attempts to make the connection; default {@link Backoff#defaults()}. */
    public Backoff reconnectBackoff() {
        return reconnectBackoff;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                maxQueuedCommands,
                maxQueuedBytes,
                whenFull,
                silenceTimeout,
                fenceCommands,
                fenceInterval,
                directLanes,
                reconnectBackoff);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SharedOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "SharedOptions[maxQueuedCommands=" + maxQueuedCommands + ", maxQueuedBytes=" + maxQueuedBytes
                + ", whenFull=" + whenFull + ", silenceTimeout="
                + (silenceTimeout == null ? "command timeout" : DurationText.format(silenceTimeout))
                + ", fenceCommands="
                + fenceCommands + ", fenceInterval=" + DurationText.format(fenceInterval)
                + ", directLanes=" + directLanes + ", reconnectBackoff=" + reconnectBackoff + "]";
    }

    /** Builds {@link SharedOptions}; not for use by several threads at once. */
    public static final class Builder {
        private static final int MOST_COMMANDS = 1 << 24;
        private static final long FEWEST_BYTES = 1024;
        private static final long MOST_BYTES = 1L << 40;
        private static final int MOST_LANES = 1024;

        private int maxQueuedCommands = 65_536;
        private long maxQueuedBytes = 32L * 1024 * 1024;
        private WhenFull whenFull = WhenFull.WAIT;
        private @Nullable Duration silenceTimeout;
        private int fenceCommands = 1_000;
        private Duration fenceInterval = Duration.ofMillis(100);
        private int directLanes = 6;
        private Backoff.Strategy reconnectStrategy = Backoff.Strategy.FULL_JITTER;
        private Duration reconnectBaseDelay = Backoff.DEFAULT_BASE;
        private Duration reconnectMaxDelay = Backoff.DEFAULT_CAP;

        private Builder() {}

        /** Sets {@link SharedOptions#maxQueuedCommands()}; 1 to 16,777,216. */
        public Builder maxQueuedCommands(int value) {
            maxQueuedCommands = Checks.number("queue-max-commands", value, 1, MOST_COMMANDS);
            return this;
        }

        /** Sets {@link SharedOptions#maxQueuedBytes()}; 1 KiB to 1 TiB. */
        public Builder maxQueuedBytes(long value) {
            maxQueuedBytes = Checks.number("queue-max-bytes", value, FEWEST_BYTES, MOST_BYTES);
            return this;
        }

        /** Sets {@link SharedOptions#whenFull()}. */
        public Builder whenFull(WhenFull value) {
            whenFull = value;
            return this;
        }

        /** Sets {@link SharedOptions#silenceTimeout()}; 0 (never) to 365 days. */
        public Builder silenceTimeout(Duration value) {
            silenceTimeout = Checks.zeroOrMore("silence-timeout", value, "never");
            return this;
        }

        /** Sets {@link SharedOptions#fenceCommands()}; 0 (not by their number) to 16,777,216. */
        public Builder fenceCommands(int value) {
            fenceCommands = Checks.number("fence-commands", value, 0, MOST_COMMANDS);
            return this;
        }

        /** Sets {@link SharedOptions#fenceInterval()}; 0 (not by time) to 365 days. */
        public Builder fenceInterval(Duration value) {
            fenceInterval = Checks.zeroOrMore("fence-interval", value, "not by time");
            return this;
        }

        /** Sets {@link SharedOptions#directLanes()}; 0 (none) to 1024. */
        public Builder directLanes(int value) {
            directLanes = Checks.number("direct-lanes", value, 0, MOST_LANES);
            return this;
        }

        /** Sets all of {@link SharedOptions#reconnectBackoff()}. */
        public Builder reconnectBackoff(Backoff value) {
            reconnectStrategy = value.strategy();
            reconnectBaseDelay = value.base();
            reconnectMaxDelay = value.cap();
            return this;
        }

        /** Sets {@link Backoff#strategy()} of {@link SharedOptions#reconnectBackoff()}; default full jitter. */
        public Builder reconnectStrategy(Backoff.Strategy value) {
            reconnectStrategy = value;
            return this;
        }

        /** Sets {@link Backoff#base()} of {@link SharedOptions#reconnectBackoff()}; 1 ms to {@link #reconnectMaxDelay}. */
        public Builder reconnectBaseDelay(Duration value) {
            reconnectBaseDelay = Checks.positive("reconnect-base-delay", value);
            return this;
        }

        /** Sets {@link Backoff#cap()} of {@link SharedOptions#reconnectBackoff()}; {@link #reconnectBaseDelay} to 365 days. */
        public Builder reconnectMaxDelay(Duration value) {
            reconnectMaxDelay = Checks.positive("reconnect-max-delay", value);
            return this;
        }

        private Backoff reconnectBackoff() {
            Checks.ordered("reconnect-base-delay", reconnectBaseDelay, "reconnect-max-delay", reconnectMaxDelay);
            return new Backoff(reconnectStrategy, reconnectBaseDelay, reconnectMaxDelay);
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if the delays contradict each other; the message names them
         */
        public SharedOptions build() {
            return new SharedOptions(this);
        }
    }
}
