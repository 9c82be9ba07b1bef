package io.sorrel.redis.benchmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideIT {
    @Test
    void comparesClientsInProcessesOfTheirOwnAndWritesAllFiles(@TempDir Path folder)
            throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path kept = folder.resolve("kept");
        String[] arguments =
                ("--rows sync-1,async-256 --clients sorrel-pooled,lettuce --before .. --rounds 2 --seconds 0.05"
                                + " --warm-up 0.05 --jvm -XX:TieredStopAtLevel=1 --out " + folder.resolve("out")
                                + " --keep "
                                + kept)
                        .split(" ");

        boolean clean =
                new SideBySide(Options.parse(arguments), new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        assertThat(clean).as(said.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(Files.readAllLines(folder.resolve("out/rounds.csv")))
                .hasSize(1 + 2 * 3 + 2)
                .anyMatch(line -> line.startsWith("sync-1,sorrel-pooled,2,"))
                .anyMatch(line -> line.startsWith("sync-1,sorrel-pooled-before,2,"))
                .anyMatch(line -> line.startsWith("async-256,lettuce,2,"))
                .noneMatch(line -> line.startsWith("async-256,sorrel-pooled"));
        assertThat(Files.readString(kept.resolve("table.md"))).contains("| async, 256 in flight | – | ");
        assertThat(kept.resolve("chart.svg")).isNotEmptyFile();
    }
}
