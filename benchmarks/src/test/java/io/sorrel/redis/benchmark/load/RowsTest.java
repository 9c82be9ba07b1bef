package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sorrel.redis.benchmark.load.Goal.Measure;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void everyRowHasAnIdOfItsOwnAndGoalsForSpeedProcessorTimeAndAllocation() {
        assertThat(Rows.all()).extracting(Row::id).doesNotHaveDuplicates().hasSize(17);
        assertThat(Rows.all())
                .allSatisfy(row -> assertThat(row.goals())
                        .extracting(Goal::measure)
                        .contains(Measure.THROUGHPUT, Measure.CPU, Measure.ALLOCATION));
    }

    @Test
    void aPrefixStandsForAFamilyOfRows() {
        assertThat(Rows.named("async")).extracting(Row::id).containsExactly("async-256", "async-4096");
        assertThat(Rows.named("sync-2")).extracting(Row::id).containsExactly("sync-2");
    }

    @Test
    void anUnknownNameIsAnsweredByTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.named("sync-3"))
                .withMessageContaining("sync-3")
                .withMessageContaining("sync-4 ");
    }

    @Test
    void goalsSayWhatTheyAsk() {
        assertThat(Rows.named("sync-200").get(0).goals())
                .extracting(Goal::toString)
                .containsExactly("≥ 1 × best", "p99 ≤ 0.5 × best's", "CPU < every peer", "allocation < every peer");
        assertThat(Rows.named("sync-1").get(0).goals().get(0)).hasToString("≥ 1.08 × Jedis");
    }

    @Test
    void equalIsEnoughForSpeedButNotForUsage() {
        assertThat(new Goal(Measure.THROUGHPUT, null, 1).reachedBy(1)).isTrue();
        assertThat(new Goal(Measure.P99, null, 0.5).reachedBy(0.5)).isTrue();
        assertThat(new Goal(Measure.P99, null, 0.5).reachedBy(0.51)).isFalse();
        assertThat(new Goal(Measure.CPU, null, 1).reachedBy(1)).isFalse();
        assertThat(new Goal(Measure.ALLOCATION, null, 1).reachedBy(0.99)).isTrue();
    }
}
