package io.sorrel.redis.benchmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.benchmark.load.Measurement;
import io.sorrel.redis.benchmark.load.Rows;
import io.sorrel.redis.benchmark.runner.ExternalBenchmark.Shape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalBenchmarkTest {
    private static final String SAID = """
            "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"
            "GET","50000.00","0.5","0.1","0.4","0.7","1.5","3.0"
            """;

    @Test
    void readsRateAndLatencies() throws SubjectException {
        Measurement measured = ExternalBenchmark.parse(SAID, 100_000);

        assertThat(measured.operations()).isEqualTo(100_000);
        assertThat(measured.nanos()).isEqualTo(2_000_000_000L);
        assertThat(measured.p50()).isEqualTo(400_000);
        assertThat(measured.p99()).isEqualTo(1_500_000);
        assertThat(measured.p999()).isNegative();
        assertThat(measured.cpuNanos()).isNegative();
    }

    @Test
    void anAnswerWithoutFiguresIsAFailure() {
        assertThatExceptionOfType(SubjectException.class)
                .isThrownBy(() -> ExternalBenchmark.parse("Could not connect", 1))
                .withMessageContaining("Could not connect");
    }

    @Test
    void takesAsManyConnectionsAsThreadsAndPipelinesForTheAsynchronousRows() {
        assertThat(shape("sync-64")).isEqualTo(new Shape(64, 1));
        assertThat(shape("async-256")).isEqualTo(new Shape(1, 256));
        assertThat(shape("async-4096")).isEqualTo(new Shape(16, 256));
        assertThat(Shape.of(Rows.named("mget").get(0))).isEmpty();
    }

    @Test
    void findsTheProgramOnTheSearchPathUnlessItIsNamed(@TempDir Path folder) throws IOException {
        Path program = Files.createFile(folder.resolve("redis-benchmark"));
        String searchPath = "/nowhere" + File.pathSeparator + folder;

        assertThat(ExternalBenchmark.find(null, searchPath)).isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(ExternalBenchmark.find(null, searchPath)).contains(program);
        assertThat(ExternalBenchmark.find(Path.of("/opt/it"), searchPath)).contains(Path.of("/opt/it"));
        assertThat(ExternalBenchmark.find(null, null)).isEmpty();
    }

    private static Shape shape(String row) {
        return Shape.of(Rows.named(row).get(0)).orElseThrow();
    }
}
