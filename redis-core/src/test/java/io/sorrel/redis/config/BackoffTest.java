package io.sorrel.redis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {
    private static final Duration BASE = Duration.ofMillis(8);
    private static final Duration CAP = Duration.ofMillis(50);
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    /** A source of chance that always says the same, from 0 to below 1. */
    private static RandomGenerator always(double chance) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only fractions are asked for");
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        };
    }

    private static RandomGenerator never() {
        return () -> {
            throw new AssertionError("chance was asked for");
        };
    }

    /** The first waits in milliseconds, each told of the one before. */
    private static List<Long> waits(Backoff backoff, RandomGenerator random, int count) {
        List<Long> waits = new ArrayList<>();
        Duration previous = Duration.ZERO;
        for (int retry = 1; retry <= count; retry++) {
            previous = backoff.delay(retry, previous, random);
            waits.add(Math.round(previous.toNanos() / 1e6));
        }
        return waits;
    }

    @Test
    void noneNeverWaits() {
        assertThat(waits(Backoff.none(), never(), 3)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void constantAlwaysWaitsTheSame() {
        assertThat(waits(Backoff.constant(BASE), never(), 3)).containsExactly(8L, 8L, 8L);
        assertThat(waits(Backoff.constant(Duration.ofSeconds(7)), never(), 2)).containsExactly(7000L, 7000L);
    }

    @Test
    void exponentialDoublesUpToTheCap() {
        assertThat(waits(Backoff.exponential(BASE, CAP), never(), 5)).containsExactly(8L, 16L, 32L, 50L, 50L);
    }

    @Test
    void fullJitterLiesBetweenZeroAndTheStep() {
        Backoff backoff = Backoff.fullJitter(BASE, CAP);
        assertThat(waits(backoff, always(0), 4)).containsExactly(0L, 0L, 0L, 0L);
        assertThat(waits(backoff, always(0.5), 4)).containsExactly(4L, 8L, 16L, 25L);
        assertThat(waits(backoff, always(ALMOST_ONE), 4)).containsExactly(8L, 16L, 32L, 50L);
    }

    @Test
    void equalJitterLiesBetweenHalfTheStepAndTheStep() {
        Backoff backoff = Backoff.equalJitter(BASE, CAP);
        assertThat(waits(backoff, always(0), 4)).containsExactly(4L, 8L, 16L, 25L);
        assertThat(waits(backoff, always(0.5), 4)).containsExactly(6L, 12L, 24L, 38L);
        assertThat(waits(backoff, always(ALMOST_ONE), 4)).containsExactly(8L, 16L, 32L, 50L);
    }

    @Test
    void decorrelatedJitterLiesBetweenTheBaseAndThreeTimesTheWaitBefore() {
        Backoff backoff = Backoff.decorrelatedJitter(BASE, CAP);
        assertThat(waits(backoff, always(0), 3)).containsExactly(8L, 8L, 8L);
        assertThat(waits(backoff, always(0.5), 4)).containsExactly(16L, 28L, 46L, 50L);
        assertThat(waits(backoff, always(ALMOST_ONE), 3)).containsExactly(24L, 50L, 50L);
    }

    @Test
    void decorrelatedJitterKeepsNothingBetweenCalls() {
        Backoff backoff = Backoff.decorrelatedJitter(BASE, CAP);
        List<Long> first = waits(backoff, always(0.5), 4);
        assertThat(waits(backoff, always(0.5), 4)).isEqualTo(first);
    }

    @Test
    void exponentialWithJitterIsCutOffAfterTheChoice() {
        Backoff backoff = Backoff.exponentialWithJitter(BASE, CAP);
        assertThat(waits(backoff, always(0), 4)).containsExactly(0L, 0L, 0L, 0L);
        assertThat(waits(backoff, always(0.5), 5)).containsExactly(4L, 8L, 16L, 32L, 50L);
    }

    @ParameterizedTest
    @EnumSource
    void staysBetweenZeroAndTheCapHoweverOftenItIsAsked(Backoff.Strategy strategy) {
        RandomGenerator random = new SplittableRandom(7);
        List<Backoff> extremes = List.of(
                new Backoff(strategy, Duration.ofMillis(1), Duration.ofMillis(1)),
                new Backoff(strategy, Duration.ofMillis(1), Duration.ofDays(365)),
                new Backoff(strategy, Duration.ofDays(365), Duration.ofDays(365)));
        for (Backoff backoff : extremes) {
            Duration previous = Duration.ZERO;
            for (int retry : IntStream.concat(IntStream.rangeClosed(1, 200), IntStream.of(Integer.MAX_VALUE))
                    .toArray()) {
                previous = backoff.delay(retry, previous, random);
                assertThat(previous).isBetween(Duration.ZERO, backoff.cap());
            }
            assertThat(backoff.delay(1, Duration.ofDays(10_000), random)).isBetween(Duration.ZERO, backoff.cap());
        }
    }

    @Test
    void spreadsCallersThatFailedTogether() {
        RandomGenerator random = new SplittableRandom(7);
        Backoff backoff = Backoff.fullJitter(Duration.ofMillis(100), Duration.ofMillis(100));
        long[] tenths = new long[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[(int) (backoff.delay(1, Duration.ZERO, random).toNanos() / 10_000_000)]++;
        }
        assertThat(LongStream.of(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(800L, 1200L));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT0S, PT1S, base-delay is 0; it must be from 1ms to 365d
            PT-1S, PT1S, base-delay is -1s; it must be from 1ms to 365d
            PT1S, PT0S, max-delay is 0; it must be from 1ms to 365d
            PT1S, P366D, max-delay is PT8784H; it must be from 1ms to 365d
            PT2S, PT1S, 'base-delay is 2s; it must be at most max-delay, which is 1s'
            """)
    void refusesDelaysOutOfRange(Duration base, Duration cap, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backoff.exponential(base, cap))
                .withMessage(message);
    }

    @Test
    void refusesARetryThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backoff.defaults().delay(0, Duration.ZERO, never()))
                .withMessageStartingWith("retry is 0; it must be from 1");
    }

    @Test
    void comparesByValueAndShowsItself() {
        assertThat(Backoff.fullJitter(BASE, CAP))
                .isEqualTo(new Backoff(Backoff.Strategy.FULL_JITTER, BASE, CAP))
                .isNotEqualTo(Backoff.equalJitter(BASE, CAP))
                .hasToString("Backoff[strategy=FULL_JITTER, base=8ms, cap=50ms]");
        assertThat(Backoff.defaults()).isEqualTo(Backoff.fullJitter(Duration.ofMillis(20), Duration.ofSeconds(1)));
    }
}
