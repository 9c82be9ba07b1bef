package io.sorrel.redis.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.benchmark.contender.Participant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void showsOneLinePerLoadWithADashForWhatIsNotKnown() throws IOException {
        assertThat(lines(Samples.sync200()))
                .contains("| sync, 200 threads | 150,000 | 100,000 | 60,000 | **failed** | – |");
    }

    @Test
    void namesTheClientsWithTheirVersions() throws IOException {
        assertThat(lines(Samples.sync200()))
                .anySatisfy(line -> assertThat(line).startsWith("| Load | Sorrel pooled | Jedis 8."));
    }

    @Test
    void saysOfEachGoalWhetherItIsMet() throws IOException {
        assertThat(lines(Samples.sync200()))
                .contains(
                        "| sync, 200 threads | Sorrel pooled | 1.50 × (Jedis) | ≥ 1 × best | 1.50 × | met |",
                        "| | | | p99 ≤ 0.5 × best's | 0.40 × | met |",
                        "| | | | CPU < every peer | 1.13 × | **missed** |",
                        "| | | | allocation < every peer | 0.33 × | met |");
    }

    @Test
    void showsAllFiguresOfEachClient() throws IOException {
        assertThat(lines(Samples.sync200()))
                .contains("| Sorrel pooled | 150,000 | 1.50 × | 200 | 400 | 800 | 0.900 | 100 |");
    }

    @Test
    void listsWhatFailedAndWhatWasSkippedAndWhy() throws IOException {
        assertThat(lines(Samples.sync200()))
                .contains(
                        "- sync, 200 threads, Redisson: refused",
                        "- sync, 200 threads, redis-benchmark: not on the search path");
    }

    @Test
    void comparesWithAnotherCommit() throws IOException {
        RowResult both = new RowResult(
                Samples.row("sync-200"),
                Map.of(
                        Participant.SORREL, Samples.cell(1000, 10, 20, 30),
                        Participant.SORREL_BEFORE, Samples.cell(2000, 5, 20, 40)));

        assertThat(lines(both))
                .contains("## Before and after")
                .contains("| sync, 200 threads | Sorrel | 0.50 × | 2.00 × | 2.00 × | 1.00 × | 0.75 × |");
        assertThat(lines(Samples.sync200())).doesNotContain("## Before and after");
    }

    @Test
    void aGoalWithoutFiguresIsNeitherMetNorMissed() throws IOException {
        RowResult asynchronous = new RowResult(
                Samples.row("async-256"),
                Map.of(
                        Participant.SORREL_POOLED, Cell.missing(),
                        Participant.LETTUCE, Samples.cell(1000, 10, 10, 10)));

        assertThat(lines(asynchronous))
                .contains(
                        "| async, 256 in flight | – | 1,000 |",
                        "| async, 256 in flight | Sorrel pooled | – (Lettuce) | ≥ 8 × Lettuce | – | – |");
    }

    @Test
    void marksAQuickRun() throws IOException {
        assertThat(MarkdownReport.of(Samples.run(true), List.of(), Versions.ofBuild()))
                .contains("**Quick mode**");
        assertThat(MarkdownReport.of(Samples.run(false), List.of(), Versions.ofBuild()))
                .doesNotContain("Quick mode")
                .contains("3 interleaved rounds of 0.5 s per cell after 1.0 s of warm-up, medians");
    }

    private static List<String> lines(RowResult result) throws IOException {
        return MarkdownReport.of(Samples.RUN, List.of(result), Versions.ofBuild())
                .lines()
                .toList();
    }
}
