package io.sorrel.redis.config;

import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how a command that failed is tried again, inside the caller's deadline.
 *
 * <p><b>The rule.</b> A command that may have been executed is sent again only if that is harmless:
 *
 * <table class="striped">
 *   <caption>What is tried again</caption>
 *   <thead><tr><th>Failure</th><th>Which commands</th></tr></thead>
 *   <tbody>
 *     <tr><td>The command was not sent: no connection could be made or became free</td><td>all</td></tr>
 *     <tr><td>The server turned it away before executing it, for reasons that pass: {@code LOADING}, {@code BUSY},
 *     {@code MASTERDOWN}, {@code CLUSTERDOWN}, {@code TRYAGAIN}, too many clients</td><td>all</td></tr>
 *     <tr><td>Its fate is unknown: the connection was lost before the reply</td><td>those that only read or are
 *     idempotent; never others, such as INCR or LPUSH</td></tr>
 *     <tr><td>Any other error of the server ({@code OOM}, {@code WRONGPASS}, {@code NOPERM}, {@code READONLY},
 *     {@code WRONGTYPE}…), a reply that breaks the protocol or cannot be decoded, a closed client, a pool or queue that
 *     fails at once when it is full, an interrupt</td><td>none</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Which commands are idempotent is stated by their specs: {@code SET} without conditions is, {@code DEL} is not,
 * because its answer would change. A caller that knows more about a command builds it with a spec that says so. A script that
 * itself answers with one of the codes above says that it may be repeated. Commands within a session are never
 * repeated: a connection that was lost has taken its state with it.
 *
 * <p><b>The end.</b> All attempts share the deadline of the call, and a wait that would reach it is not begun. When
 * there is no further attempt, the last failure is thrown, the earlier ones are suppressed in it, its message says how
 * often it was tried, and its outcome is unknown as soon as that of one attempt was.
 *
 * <p><b>The budget.</b> So that retries cannot multiply an outage, each client has a budget: every call adds {@link
 * #budgetRatio()} to it, up to {@link #budgetReserve()}, where it also starts, and every retry takes 1. With the
 * defaults no more than 10 retries, and one for every ten calls, reach a server that answers nothing.
 */
public final class RetryOptions {
    private final int maxRetries;
    private final Backoff backoff;
    private final double budgetRatio;
    private final int budgetReserve;
    private final @Nullable Predicate<RedisException> retryIf;

    private RetryOptions(Builder builder) {
        this.maxRetries = builder.maxRetries;
        this.backoff = builder.backoff();
        this.budgetRatio = builder.budgetRatio;
        this.budgetReserve = builder.budgetReserve;
        this.retryIf = builder.retryIf;
    }

    /** The defaults: 2 retries after {@link Backoff#defaults()}, a budget of 0.1 per call and 10 in reserve. */
    public static RetryOptions defaults() {
        return builder().build();
    }

    /** No retries: every failure reaches the caller at once. */
    public static RetryOptions none() {
        return builder().maxRetries(0).build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        return new Builder()
                .maxRetries(maxRetries)
                .backoff(backoff)
                .budgetRatio(budgetRatio)
                .budgetReserve(budgetReserve)
                .retryIf(retryIf);
    }

    /**
     * How often a command is tried again at most; 0 for never. The default, 2, bridges a connection that broke and the
     * first one after it, and costs a caller at most 60 ms of waiting.
     */
    public int maxRetries() {
        return maxRetries;
    }

    /** How long to wait before a retry; default {@link Backoff#defaults()}. */
    public Backoff backoff() {
        return backoff;
    }

    /** What each call adds to the client's budget, of which a retry takes 1; default 0.1, that is one for ten calls. */
    public double budgetRatio() {
        return budgetRatio;
    }

    /** What the budget starts with and holds at most, in retries; default 10. */
    public int budgetReserve() {
        return budgetReserve;
    }

    /**
     * What a failure must fulfil, besides the rule, to be tried again; {@code null}, the default, for nothing. It can
     * only forbid retries. It is called on the caller's thread, for an async call on one that completes futures, and
     * returns quickly. Where it throws, the command is not tried again, and what it threw is suppressed in the failure.
     */
    public @Nullable Predicate<RedisException> retryIf() {
        return retryIf;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(maxRetries, backoff, budgetRatio, budgetReserve, retryIf);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "RetryOptions[maxRetries=" + maxRetries + ", backoff=" + backoff + ", budgetRatio=" + budgetRatio
                + ", budgetReserve=" + budgetReserve + ", retryIf=" + (retryIf == null ? "none" : "set") + "]";
    }

    /** Builds {@link RetryOptions}; not for use by several threads at once. */
    public static final class Builder {
        private static final int MOST_RETRIES = 100;
        private static final int LARGEST_RESERVE = 1_000_000;

        private int maxRetries = 2;
        private Backoff.Strategy strategy = Backoff.Strategy.FULL_JITTER;
        private Duration baseDelay = Backoff.DEFAULT_BASE;
        private Duration maxDelay = Backoff.DEFAULT_CAP;
        private double budgetRatio = 0.1;
        private int budgetReserve = 10;
        private @Nullable Predicate<RedisException> retryIf;

        private Builder() {}

        /** Sets {@link RetryOptions#maxRetries()}; 0 (never) to 100. */
        public Builder maxRetries(int value) {
            maxRetries = Checks.number("retries", value, 0, MOST_RETRIES);
            return this;
        }

        /** Sets all of {@link RetryOptions#backoff()}. */
        public Builder backoff(Backoff value) {
            strategy = value.strategy();
            baseDelay = value.base();
            maxDelay = value.cap();
            return this;
        }

        /** Sets {@link Backoff#strategy()}; default full jitter. */
        public Builder backoffStrategy(Backoff.Strategy value) {
            strategy = value;
            return this;
        }

        /** Sets {@link Backoff#base()}; 1 ms to {@link #maxDelay}. */
        public Builder baseDelay(Duration value) {
            baseDelay = Checks.positive("retry-base-delay", value);
            return this;
        }

        /** Sets {@link Backoff#cap()}; {@link #baseDelay} to 365 days. */
        public Builder maxDelay(Duration value) {
            maxDelay = Checks.positive("retry-max-delay", value);
            return this;
        }

        /** Sets {@link RetryOptions#budgetRatio()}; 0 (the reserve is all there is) to 1. */
        public Builder budgetRatio(double value) {
            if (!(value >= 0 && value <= 1)) {
                throw Checks.refused("retry-budget-ratio", Double.toString(value), "from 0 to 1");
            }
            budgetRatio = value;
            return this;
        }

        /** Sets {@link RetryOptions#budgetReserve()}; 1 to 1,000,000. */
        public Builder budgetReserve(int value) {
            budgetReserve = Checks.number("retry-budget-reserve", value, 1, LARGEST_RESERVE);
            return this;
        }

        /** Sets {@link RetryOptions#retryIf()}; {@code null} for no further condition. */
        public Builder retryIf(@Nullable Predicate<RedisException> value) {
            retryIf = value;
            return this;
        }

        private Backoff backoff() {
            Checks.ordered("retry-base-delay", baseDelay, "retry-max-delay", maxDelay);
            return new Backoff(strategy, baseDelay, maxDelay);
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if the delays contradict each other; the message names them
         */
        public RetryOptions build() {
            return new RetryOptions(this);
        }
    }
}
