package io.sorrel.redis.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Goal;
import io.sorrel.redis.benchmark.load.Goal.Measure;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RowResultTest {
    private static final Offset<Double> CLOSELY = within(1e-9);

    private final RowResult result = Samples.sync200();

    @Test
    void theBestPeerIsTheFastestOfTheOtherJavaClients() {
        assertThat(result.bestPeer()).contains(Participant.JEDIS);
    }

    @Test
    void throughputAndLatencyAreComparedWithTheBestPeer() {
        assertThat(ratio(Measure.THROUGHPUT, null)).isEqualTo(1.5, CLOSELY);
        assertThat(ratio(Measure.P99, null)).isEqualTo(0.4, CLOSELY);
    }

    @Test
    void processorTimeAndAllocationAreComparedWithTheLowestOfAnyPeer() {
        assertThat(ratio(Measure.CPU, null)).isEqualTo(900.0 / 800, CLOSELY);
        assertThat(ratio(Measure.ALLOCATION, null)).isEqualTo(100.0 / 300, CLOSELY);
    }

    @Test
    void aNamedRivalIsTheOneComparedWith() {
        assertThat(ratio(Measure.THROUGHPUT, Participant.LETTUCE)).isEqualTo(2.5, CLOSELY);
    }

    @Test
    void aRivalWithoutFiguresGivesNoRatio() {
        assertThat(ratio(Measure.THROUGHPUT, Participant.REDISSON)).isNaN();
        assertThat(ratio(Measure.THROUGHPUT, Participant.REDIS_BENCHMARK)).isNaN();
    }

    @Test
    void withoutPeersThereIsNoRatioEither() {
        RowResult alone =
                new RowResult(Samples.row("sync-2"), Map.of(Participant.SORREL_POOLED, Samples.cell(1000, 10, 10, 10)));

        assertThat(alone.bestPeer()).isEmpty();
        assertThat(alone.ratio(Participant.SORREL_POOLED, new Goal(Measure.CPU, null, 1)))
                .isNaN();
    }

    private double ratio(Measure measure, Participant rival) {
        return result.ratio(Participant.SORREL_POOLED, new Goal(measure, rival, 1));
    }
}
