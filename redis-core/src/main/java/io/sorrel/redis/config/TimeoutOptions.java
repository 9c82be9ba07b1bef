package io.sorrel.redis.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the client waits for what. */
public final class TimeoutOptions {
    private final Duration connect;
    private final Duration command;
    private final Duration close;

    private TimeoutOptions(Builder builder) {
        this.connect = builder.connect;
        this.command = builder.command;
        this.close = builder.close;
    }

    /** The defaults: connect 2 s, command 5 s, close 2 s. */
    public static TimeoutOptions defaults() {
        return builder().build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        return new Builder().connect(connect).command(command).close(close);
    }

    /** One deadline over name resolution, all addresses and the handshake; default 2 s. */
    public Duration connect() {
        return connect;
    }

    /** One deadline over waiting for a connection, writing, reading and all retries; default 5 s. */
    public Duration command() {
        return command;
    }

    /** How long closing waits for commands under way before it fails them; default 2 s. */
    public Duration close() {
        return close;
    }

    private List<Object> values() {
        return List.of(connect, command, close);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeoutOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "TimeoutOptions[connect=" + DurationText.format(connect) + ", command=" + DurationText.format(command)
                + ", close=" + DurationText.format(close) + "]";
    }

    /** Builds {@link TimeoutOptions}; not for use by several threads at once. */
    public static final class Builder {
        private Duration connect = Duration.ofSeconds(2);
        private Duration command = Duration.ofSeconds(5);
        private Duration close = Duration.ofSeconds(2);

        private Builder() {}

        /** Sets {@link TimeoutOptions#connect()}; 1 ms to 365 days. */
        public Builder connect(Duration value) {
            connect = Checks.positive("connect-timeout", value);
            return this;
        }

        /** Sets {@link TimeoutOptions#command()}; 1 ms to 365 days. */
        public Builder command(Duration value) {
            command = Checks.positive("command-timeout", value);
            return this;
        }

        /** Sets {@link TimeoutOptions#close()}; 0 (do not wait) to 365 days. */
        public Builder close(Duration value) {
            close = Checks.zeroOrMore("close-timeout", value, "do not wait");
            return this;
        }

        /** The options. */
        public TimeoutOptions build() {
            return new TimeoutOptions(this);
        }
    }
}
