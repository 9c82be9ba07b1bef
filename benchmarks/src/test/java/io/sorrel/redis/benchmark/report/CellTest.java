package io.sorrel.redis.benchmark.report;

import static io.sorrel.redis.benchmark.report.Samples.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sorrel.redis.benchmark.load.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void takesTheMedianOfEachFigureOnItsOwn() {
        Cell cell = Cell.of(List.of(round(100, 30, 7, 1), round(300, 10, 5, 3), round(200, 20, 9, 2)));

        assertThat(cell.throughput()).isEqualTo(200);
        assertThat(cell.p50()).isEqualTo(10);
        assertThat(cell.p99()).isEqualTo(20);
        assertThat(cell.p999()).isEqualTo(40);
        assertThat(cell.cpu()).isCloseTo(0.007, within(1e-9));
        assertThat(cell.allocation()).isEqualTo(2);
    }

    @Test
    void hasNoFigureWhenOneReplyWasWrong() {
        Cell cell = Cell.of(List.of(round(100, 30, 7, 1), Samples.broken()));

        assertThat(cell.valid()).isFalse();
        assertThat(cell.failed()).isTrue();
        assertThat(cell.errors()).isEqualTo(2);
        assertThat(cell.problem()).isEqualTo("A reply was wrong");
        assertThat(cell.throughput()).isNaN();
    }

    @Test
    void knowsNothingOfWhatWasNotMeasured() {
        long unknown = Measurement.UNKNOWN;
        Cell cell =
                Cell.of(List.of(new Measurement(10, 1_000_000_000, 0, 1000, 2000, unknown, unknown, unknown, null)));

        assertThat(cell.throughput()).isEqualTo(10);
        assertThat(cell.p999()).isNaN();
        assertThat(cell.cpu()).isNaN();
        assertThat(cell.allocation()).isNaN();
    }

    @Test
    void tellsMissingFromSkippedFromFailed() {
        assertThat(Cell.missing().failed()).isFalse();
        assertThat(Cell.missing().reason()).isNull();
        assertThat(Cell.skipped("why").failed()).isFalse();
        assertThat(Cell.failed("why").failed()).isTrue();
        assertThat(Cell.failed("why").reason()).isEqualTo("why");
    }
}
