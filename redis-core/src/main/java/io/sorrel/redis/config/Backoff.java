package io.sorrel.redis.config;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is tried again: an immutable value without state, so that one may serve any number
 * of calls; what a call has to remember, it hands in.
 *
 * <p>Jitter spreads the callers that a failure has stopped at the same moment, so that they do not all come back at the
 * same moment.
 *
 * @param strategy how the waits grow and spread
 * @param base where they start, 1 ms to 365 days; default {@link #DEFAULT_BASE}
 * @param cap what none of them exceeds, from {@code base} to 365 days; default {@link #DEFAULT_CAP}
 */
public record Backoff(Strategy strategy, Duration base, Duration cap) {
    /** The default start: 20 ms, about what a server on the same network needs to take a new connection. */
    public static final Duration DEFAULT_BASE = Duration.ofMillis(20);

    /** The default bound of one wait: 1 s. */
    public static final Duration DEFAULT_CAP = Duration.ofSeconds(1);

    private static final int DECORRELATION = 3;

    /**
     * How waits grow and spread. {@code n} counts retries from 0, {@code random(a, b)} is evenly distributed from a to
     * b, and <em>step</em> is {@code min(cap, base × 2ⁿ)}.
     */
    public enum Strategy {
        /** No wait at all. */
        NONE,
        /** Always {@code base}. */
        CONSTANT,
        /** The step itself; callers that failed together come back together. */
        EXPONENTIAL,
        /** {@code random(0, step)}: spreads callers best. */
        FULL_JITTER,
        /** {@code step / 2 + random(0, step / 2)}: never shorter than half the step. */
        EQUAL_JITTER,
        /** {@code min(cap, random(base, 3 × previous))}: grows from the wait before, which is {@code base} at first. */
        DECORRELATED_JITTER,
        /** {@code min(cap, random(0, base × 2ⁿ))}: full jitter that is cut off last, so that late waits are the cap. */
        EXPONENTIAL_WITH_JITTER
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of range; the message names it
     */
    public Backoff {
        Checks.positive("base-delay", base);
        Checks.positive("max-delay", cap);
        Checks.ordered("base-delay", base, "max-delay", cap);
    }

    /** The default: full jitter from 20 ms to 1 s. */
    public static Backoff defaults() {
        return fullJitter(DEFAULT_BASE, DEFAULT_CAP);
    }

    /** No wait at all. */
    public static Backoff none() {
        return new Backoff(Strategy.NONE, DEFAULT_BASE, DEFAULT_CAP);
    }

    /** Always the same wait, 1 ms to 365 days. */
    public static Backoff constant(Duration delay) {
        return new Backoff(Strategy.CONSTANT, delay, delay.compareTo(DEFAULT_CAP) > 0 ? delay : DEFAULT_CAP);
    }

    /** Doubles from the base to the cap. */
    public static Backoff exponential(Duration base, Duration cap) {
        return new Backoff(Strategy.EXPONENTIAL, base, cap);
    }

    /** Anything from 0 to what {@link #exponential} waits. */
    public static Backoff fullJitter(Duration base, Duration cap) {
        return new Backoff(Strategy.FULL_JITTER, base, cap);
    }

    /** Anything from half of what {@link #exponential} waits to all of it. */
    public static Backoff equalJitter(Duration base, Duration cap) {
        return new Backoff(Strategy.EQUAL_JITTER, base, cap);
    }

    /** Anything from the base to three times the wait before, up to the cap. */
    public static Backoff decorrelatedJitter(Duration base, Duration cap) {
        return new Backoff(Strategy.DECORRELATED_JITTER, base, cap);
    }

    /** Anything from 0 to the doubled base, cut off at the cap after the choice. */
    public static Backoff exponentialWithJitter(Duration base, Duration cap) {
        return new Backoff(Strategy.EXPONENTIAL_WITH_JITTER, base, cap);
    }

    /**
     * The wait before a retry; depends on the arguments alone.
     *
     * @param retry which retry of the call, counted from 1
     * @param previous the wait before the retry before; zero for the first
     * @param random the source of chance; not asked where there is no jitter
     * @return from 0 to the cap
     * @throws IllegalArgumentException if {@code retry} is below 1
     */
    public Duration delay(int retry, Duration previous, RandomGenerator random) {
        int doublings = Checks.number("retry", retry, 1, Integer.MAX_VALUE) - 1;
        long step = step(doublings);
        return switch (strategy) {
            case NONE -> Duration.ZERO;
            case CONSTANT -> base;
            case EXPONENTIAL -> Duration.ofNanos(step);
            case FULL_JITTER -> Duration.ofNanos(share(step, random));
            case EQUAL_JITTER -> Duration.ofNanos(step / 2 + share(step - step / 2, random));
            case DECORRELATED_JITTER -> decorrelated(previous, random);
            case EXPONENTIAL_WITH_JITTER -> {
                double uncut = random.nextDouble() * base.toNanos() * Math.pow(2, doublings);
                yield Duration.ofNanos((long) Math.min((double) cap.toNanos(), uncut));
            }
        };
    }

    private Duration decorrelated(Duration previous, RandomGenerator random) {
        Duration last = previous.compareTo(base) < 0 ? base : previous;
        Duration most = last.compareTo(cap) > 0 ? cap.multipliedBy(DECORRELATION) : last.multipliedBy(DECORRELATION);
        long chosen = base.toNanos() + share(most.minus(base).toNanos(), random);
        return Duration.ofNanos(Math.min(cap.toNanos(), chosen));
    }

    private long step(int doublings) {
        long start = base.toNanos();
        long end = cap.toNanos();
        return doublings >= Long.numberOfLeadingZeros(start) - 1 ? end : Math.min(end, start << doublings);
    }

    private static long share(long nanos, RandomGenerator random) {
        return (long) (nanos * random.nextDouble());
    }

    @Override
    public String toString() {
        return "Backoff[strategy=" + strategy + ", base=" + DurationText.format(base) + ", cap="
                + DurationText.format(cap) + "]";
    }
}
