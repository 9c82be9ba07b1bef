package io.sorrel.redis.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Measurement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvReportTest {
    @Test
    void hasALinePerRoundAndNothingForUnknownFigures() {
        long unknown = Measurement.UNKNOWN;
        Cell own = Cell.of(List.of(Samples.round(100, 2, 3, 4), Samples.round(200, 2, 3, 4)));
        Cell external = Cell.of(List.of(new Measurement(10, 20, 0, 30, 40, unknown, unknown, unknown, null)));
        RowResult row = new RowResult(
                Samples.row("sync-2"), Map.of(Participant.SORREL_POOLED, own, Participant.REDIS_BENCHMARK, external));

        assertThat(CsvReport.of(List.of(row)).lines())
                .containsExactly(
                        "row,client,round,operations,nanos,errors,p50_nanos,p99_nanos,p999_nanos,cpu_nanos,allocated_bytes",
                        "sync-2,sorrel-pooled,1,100,1000000000,0,1000,2000,4000,300,400",
                        "sync-2,sorrel-pooled,2,200,1000000000,0,1000,2000,4000,600,800",
                        "sync-2,redis-benchmark,1,10,20,0,30,40,,,");
    }

    @Test
    void hasNoLineForWhatWasNotMeasured() {
        RowResult row = new RowResult(Samples.row("sync-2"), Map.of(Participant.JEDIS, Cell.missing()));

        assertThat(CsvReport.of(List.of(row)).lines()).hasSize(1);
    }
}
