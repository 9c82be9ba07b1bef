package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.report.CsvReport;
import io.sorrel.redis.benchmark.report.MarkdownReport;
import io.sorrel.redis.benchmark.report.RowResult;
import io.sorrel.redis.benchmark.report.RunInfo;
import io.sorrel.redis.benchmark.report.SvgChart;
import io.sorrel.redis.benchmark.report.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a run: {@code table.md}, {@code rounds.csv} and {@code chart.svg}. */
final class Results {
    private Results() {}

    static void write(Path folder, RunInfo run, List<RowResult> rows) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("table.md"), MarkdownReport.of(run, rows, Versions.ofBuild()));
        Files.writeString(folder.resolve("rounds.csv"), CsvReport.of(rows));
        Files.writeString(folder.resolve("chart.svg"), SvgChart.of(run, rows));
    }
}
