package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesOfAllThreadsTogetherAreRightWithinOnePercent() {
        Latencies odd = new Latencies();
        Latencies even = new Latencies();
        for (int micros = 1; micros <= 10_000; micros++) {
            (micros % 2 == 0 ? even : odd).record(micros * 1000L);
        }

        AbstractHistogram merged = Latencies.merge(List.of(odd, even));

        assertThat(merged.getTotalCount()).isEqualTo(10_000);
        assertThat((double) merged.getValueAtPercentile(50)).isCloseTo(5_000_000, withPercentage(1));
        assertThat((double) merged.getValueAtPercentile(99)).isCloseTo(9_900_000, withPercentage(1));
        assertThat((double) merged.getValueAtPercentile(99.9)).isCloseTo(9_990_000, withPercentage(1));
    }

    @Test
    void aCallOfHoursCountsAsTheLongestThatIsKept() {
        Latencies latencies = new Latencies();

        latencies.record(Duration.ofHours(2).toNanos());

        assertThat((double) Latencies.merge(List.of(latencies)).getMaxValue())
                .isCloseTo(Duration.ofMinutes(1).toNanos() * 1.0, withPercentage(1));
    }

    @Test
    void mergingNothingGivesNoCalls() {
        assertThat(Latencies.merge(List.of()).getTotalCount()).isZero();
    }
}
