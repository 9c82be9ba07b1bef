package io.sorrel.redis.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many connections are kept, how callers share them, and when they are renewed. */
public final class PoolOptions {
    private final int maxSize;
    private final int minIdle;
    private final @Nullable Duration maxWait;
    private final WhenExhausted whenExhausted;
    private final boolean fair;
    private final boolean lifo;
    private final Duration idleTimeout;
    private final Duration maxLifetime;
    private final double lifetimeSpread;
    private final Duration checkAfterIdle;
    private final WhenDirty whenDirty;
    private final Duration leakDetectionThreshold;
    private final boolean warmUp;

    private PoolOptions(Builder builder) {
        this.maxSize = builder.maxSize;
        this.minIdle = builder.minIdle;
        this.maxWait = builder.maxWait;
        this.whenExhausted = builder.whenExhausted;
        this.fair = builder.fair;
        this.lifo = builder.lifo;
        this.idleTimeout = builder.idleTimeout;
        this.maxLifetime = builder.maxLifetime;
        this.lifetimeSpread = builder.lifetimeSpread;
        this.checkAfterIdle = builder.checkAfterIdle;
        this.whenDirty = builder.whenDirty;
        this.leakDetectionThreshold = builder.leakDetectionThreshold;
        this.warmUp = builder.warmUp;
    }

    /** What happens to a caller when all connections are in use. */
    public enum WhenExhausted {
        /** It waits for one, for {@link PoolOptions#maxWait()} and not beyond the deadline of its command. */
        WAIT,
        /** It fails at once. */
        FAIL
    }

    /** What happens to a connection that is given back with changed state, such as another database or a WATCH. */
    public enum WhenDirty {
        /** It is brought back with {@code RESET} (Redis 6.2) and a new handshake. */
        RESET,
        /** It is closed. */
        DESTROY
    }

    /** The defaults, as each accessor states them. */
    public static PoolOptions defaults() {
        return builder().build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        Builder builder = new Builder()
                .maxSize(maxSize)
                .minIdle(minIdle)
                .whenExhausted(whenExhausted)
                .fair(fair)
                .lifo(lifo)
                .idleTimeout(idleTimeout)
                .maxLifetime(maxLifetime)
                .lifetimeSpread(lifetimeSpread)
                .checkAfterIdle(checkAfterIdle)
                .whenDirty(whenDirty)
                .leakDetectionThreshold(leakDetectionThreshold)
                .warmUp(warmUp);
        builder.maxWait = maxWait;
        return builder;
    }

    /** The largest number of connections; default 8. */
    public int maxSize() {
        return maxSize;
    }

    /** Connections that are kept ready while they are not used; default 0. */
    public int minIdle() {
        return minIdle;
    }

    /**
     * The longest time that a caller waits for a connection; {@code null}, the default, means as long as its call may
     * take, which is the command timeout unless the call has another. The deadline of the call always counts.
     */
    public @Nullable Duration maxWait() {
        return maxWait;
    }

    /** What happens to a caller when all connections are in use; default {@link WhenExhausted#WAIT}. */
    public WhenExhausted whenExhausted() {
        return whenExhausted;
    }

    /** Whether waiting callers are served in the order of their arrival; default true. */
    public boolean fair() {
        return fair;
    }

    /** Whether the connection used last is taken first, so that surplus ones become idle; default true. */
    public boolean lifo() {
        return lifo;
    }

    /** Idleness after which a connection above {@link #minIdle()} is closed; default 5 minutes, 0 for never. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** Age at which a connection is replaced when it is next idle; default 30 minutes, 0 for never. */
    public Duration maxLifetime() {
        return maxLifetime;
    }

    /**
     * The random share by which a lifetime is shortened, so that connections made together do not end together; default
     * 0.1, for up to 10 %.
     */
    public double lifetimeSpread() {
        return lifetimeSpread;
    }

    /**
     * Idleness after which a connection is checked with {@code PING} before it is handed out; default 1 s, 0 for every
     * time. A span longer than {@link #idleTimeout()} turns the check off.
     */
    public Duration checkAfterIdle() {
        return checkAfterIdle;
    }

    /** What happens to a connection given back with changed state; default {@link WhenDirty#DESTROY}. */
    public WhenDirty whenDirty() {
        return whenDirty;
    }

    /** Time of use after which a connection is reported as leaked, with the borrower's stack; default 0, off. */
    public Duration leakDetectionThreshold() {
        return leakDetectionThreshold;
    }

    /**
     * Whether building the client waits until {@link #minIdle()} connections are made, for the connect timeout at most, and
     * fails where they cannot be made; default false, which makes them in the background. With a {@code minIdle} of 0 there
     * is nothing to wait for.
     */
    public boolean warmUp() {
        return warmUp;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                maxSize,
                minIdle,
                maxWait,
                whenExhausted,
                fair,
                lifo,
                idleTimeout,
                maxLifetime,
                lifetimeSpread,
                checkAfterIdle,
                whenDirty,
                leakDetectionThreshold,
                warmUp);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PoolOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PoolOptions[maxSize=" + maxSize + ", minIdle=" + minIdle
                + ", maxWait=" + (maxWait == null ? "command timeout" : DurationText.format(maxWait))
                + ", whenExhausted=" + whenExhausted + ", fair=" + fair + ", lifo=" + lifo
                + ", idleTimeout=" + DurationText.format(idleTimeout)
                + ", maxLifetime=" + DurationText.format(maxLifetime) + ", lifetimeSpread=" + lifetimeSpread
                + ", checkAfterIdle=" + DurationText.format(checkAfterIdle) + ", whenDirty=" + whenDirty
                + ", leakDetectionThreshold=" + DurationText.format(leakDetectionThreshold)
                + ", warmUp=" + warmUp + "]";
    }

    /** Builds {@link PoolOptions}; not for use by several threads at once. */
    public static final class Builder {
        private static final int LARGEST = 65536;
        private static final double LARGEST_SPREAD = 0.9;

        private int maxSize = 8;
        private int minIdle;
        private @Nullable Duration maxWait;
        private WhenExhausted whenExhausted = WhenExhausted.WAIT;
        private boolean fair = true;
        private boolean lifo = true;
        private Duration idleTimeout = Duration.ofMinutes(5);
        private Duration maxLifetime = Duration.ofMinutes(30);
        private double lifetimeSpread = 0.1;
        private Duration checkAfterIdle = Duration.ofSeconds(1);
        private WhenDirty whenDirty = WhenDirty.DESTROY;
        private Duration leakDetectionThreshold = Duration.ZERO;
        private boolean warmUp;

        private Builder() {}

        /** Sets {@link PoolOptions#maxSize()}; 1 to 65536. */
        public Builder maxSize(int value) {
            maxSize = Checks.number("pool-max-size", value, 1, LARGEST);
            return this;
        }

        /** Sets {@link PoolOptions#minIdle()}; 0 to the maximum size. */
        public Builder minIdle(int value) {
            minIdle = Checks.number("pool-min-idle", value, 0, LARGEST);
            return this;
        }

        /** Sets {@link PoolOptions#maxWait()}; 1 ms to 365 days. */
        public Builder maxWait(Duration value) {
            maxWait = Checks.positive("pool-max-wait", value);
            return this;
        }

        /** Sets {@link PoolOptions#whenExhausted()}. */
        public Builder whenExhausted(WhenExhausted value) {
            whenExhausted = value;
            return this;
        }

        /** Sets {@link PoolOptions#fair()}. */
        public Builder fair(boolean value) {
            fair = value;
            return this;
        }

        /** Sets {@link PoolOptions#lifo()}. */
        public Builder lifo(boolean value) {
            lifo = value;
            return this;
        }

        /** Sets {@link PoolOptions#idleTimeout()}; 0 (never) to 365 days. */
        public Builder idleTimeout(Duration value) {
            idleTimeout = Checks.zeroOrMore("pool-idle-timeout", value, "never");
            return this;
        }

        /** Sets {@link PoolOptions#maxLifetime()}; 0 (never) to 365 days. */
        public Builder maxLifetime(Duration value) {
            maxLifetime = Checks.zeroOrMore("pool-max-lifetime", value, "never");
            return this;
        }

        /** Sets {@link PoolOptions#lifetimeSpread()}; 0 to 0.9. */
        public Builder lifetimeSpread(double value) {
            if (!(value >= 0 && value <= LARGEST_SPREAD)) {
                throw Checks.refused("pool-lifetime-spread", Double.toString(value), "from 0 to 0.9");
            }
            lifetimeSpread = value;
            return this;
        }

        /** Sets {@link PoolOptions#checkAfterIdle()}; 0 (every time) to 365 days. */
        public Builder checkAfterIdle(Duration value) {
            checkAfterIdle = Checks.zeroOrMore("pool-check-after-idle", value, "before every use");
            return this;
        }

        /** Sets {@link PoolOptions#whenDirty()}. */
        public Builder whenDirty(WhenDirty value) {
            whenDirty = value;
            return this;
        }

        /** Sets {@link PoolOptions#leakDetectionThreshold()}; 0 (off) to 365 days. */
        public Builder leakDetectionThreshold(Duration value) {
            leakDetectionThreshold = Checks.zeroOrMore("pool-leak-detection-threshold", value, "off");
            return this;
        }

        /** Sets {@link PoolOptions#warmUp()}. */
        public Builder warmUp(boolean value) {
            warmUp = value;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if the minimum of idle connections exceeds the maximum size
         */
        public PoolOptions build() {
            if (minIdle > maxSize) {
                throw Checks.refused(
                        "pool-min-idle", Integer.toString(minIdle), "at most pool-max-size, which is " + maxSize);
            }
            return new PoolOptions(this);
        }
    }
}
