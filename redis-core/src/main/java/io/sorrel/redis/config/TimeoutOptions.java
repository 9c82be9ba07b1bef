package io.sorrel.redis.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the client waits for what. */
public final class TimeoutOptions {
    private final Duration connect;
    private final Duration command;
    private final Duration close;
    private final Duration disconnectedWait;

    private TimeoutOptions(Builder builder) {
        this.connect = builder.connect;
        this.command = builder.command;
        this.close = builder.close;
        this.disconnectedWait = builder.disconnectedWait;
    }

    /** The defaults: connect 2 s, command 5 s, close 2 s, disconnected wait 1 s. */
    public static TimeoutOptions defaults() {
        return builder().build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        return new Builder().connect(connect).command(command).close(close).disconnectedWait(disconnectedWait);
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

    /**
     * How long a call may wait while the server is known to be gone; default 1 s. It counts over all attempts of the call,
     * from the loss of the connection or from the start of the call, whichever is later. The server counts as gone once an
     * attempt to connect again has failed, or has brought no answer for 250 ms. A call whose wait is over fails with
     * {@link io.sorrel.redis.error.DisconnectedException}, is not sent and is not tried again. With 0 a call fails at once
     * while the server is known to be gone; with the command timeout or more a call waits until its deadline.
     *
     * <p>It concerns calls on the shared connection, once that was made for the first time; a call that needs a pooled
     * connection fails with the attempt to make one.
     */
    public Duration disconnectedWait() {
        return disconnectedWait;
    }

    private List<Object> values() {
        return List.of(connect, command, close, disconnectedWait);
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
                + ", close=" + DurationText.format(close)
                + ", disconnectedWait=" + DurationText.format(disconnectedWait) + "]";
    }

    /** Builds {@link TimeoutOptions}; not for use by several threads at once. */
    public static final class Builder {
        private Duration connect = Duration.ofSeconds(2);
        private Duration command = Duration.ofSeconds(5);
        private Duration close = Duration.ofSeconds(2);
        private Duration disconnectedWait = Duration.ofSeconds(1);

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

        /** Sets {@link TimeoutOptions#disconnectedWait()}; 0 (fail at once) to 365 days. */
        public Builder disconnectedWait(Duration value) {
            disconnectedWait = Checks.zeroOrMore("disconnected-wait", value, "fail at once");
            return this;
        }

        /** The options. */
        public TimeoutOptions build() {
            return new TimeoutOptions(this);
        }
    }
}
