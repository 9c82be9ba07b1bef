package io.sorrel.redis.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Probes of the operating system on idle TCP connections: they find a peer that vanished without a word. A platform that
 * cannot set the figures keeps its own.
 */
public final class KeepAliveOptions {
    private final boolean enabled;
    private final Duration idle;
    private final Duration interval;
    private final int count;

    private KeepAliveOptions(Builder builder) {
        this.enabled = builder.enabled;
        this.idle = builder.idle;
        this.interval = builder.interval;
        this.count = builder.count;
    }

    /** The defaults: on, idle 30 s, interval 5 s, 3 probes. */
    public static KeepAliveOptions defaults() {
        return builder().build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        return new Builder().enabled(enabled).idle(idle).interval(interval).count(count);
    }

    /** Whether probes are sent; default true. */
    public boolean enabled() {
        return enabled;
    }

    /** Silence before the first probe, in whole seconds; default 30 s. */
    public Duration idle() {
        return idle;
    }

    /** Time between probes, in whole seconds; default 5 s. */
    public Duration interval() {
        return interval;
    }

    /** Unanswered probes after which the connection counts as lost; default 3. */
    public int count() {
        return count;
    }

    private List<Object> values() {
        return List.of(enabled, idle, interval, count);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeepAliveOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "KeepAliveOptions[enabled=" + enabled + ", idle=" + DurationText.format(idle) + ", interval="
                + DurationText.format(interval) + ", count=" + count + "]";
    }

    /** Builds {@link KeepAliveOptions}; not for use by several threads at once. */
    public static final class Builder {
        private static final Duration LONGEST = Duration.ofSeconds(32767);

        private boolean enabled = true;
        private Duration idle = Duration.ofSeconds(30);
        private Duration interval = Duration.ofSeconds(5);
        private int count = 3;

        private Builder() {}

        /** Sets {@link KeepAliveOptions#enabled()}. */
        public Builder enabled(boolean value) {
            enabled = value;
            return this;
        }

        /** Sets {@link KeepAliveOptions#idle()}; whole seconds from 1 to 32767. */
        public Builder idle(Duration value) {
            idle = wholeSeconds("keep-alive-idle", value);
            return this;
        }

        /** Sets {@link KeepAliveOptions#interval()}; whole seconds from 1 to 32767. */
        public Builder interval(Duration value) {
            interval = wholeSeconds("keep-alive-interval", value);
            return this;
        }

        /** Sets {@link KeepAliveOptions#count()}; 1 to 127. */
        public Builder count(int value) {
            count = Checks.number("keep-alive-count", value, 1, 127);
            return this;
        }

        private static Duration wholeSeconds(String option, Duration value) {
            if (value.toNanosPart() != 0 || value.toSeconds() < 1 || value.compareTo(LONGEST) > 0) {
                throw Checks.refused(option, DurationText.format(value), "whole seconds from 1s to 32767s");
            }
            return value;
        }

        /** The options. */
        public KeepAliveOptions build() {
            return new KeepAliveOptions(this);
        }
    }
}
