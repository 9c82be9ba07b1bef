package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("timing")
class BinaryCacheTest {
    private static final byte[] CONTENT = "#!/bin/sh\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    @Test
    void leavesOneWholeExecutableForAllThatUnpackAtTheSameTime() throws Exception {
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        Callable<Path> unpack = () -> {
            start.await();
            Path file = new BinaryCache(directory.resolve("cache")).executable("server", CONTENT);
            assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
            return file;
        };
        ExecutorService executor = Executors.newFixedThreadPool(many);
        try {
            List<Future<Path>> files = executor.invokeAll(
                    IntStream.range(0, many).mapToObj(i -> unpack).toList());
            for (Future<Path> file : files) {
                assertThat(file.get()).isEqualTo(files.get(0).get()).isExecutable();
            }
        } finally {
            executor.shutdown();
        }
        assertThat(directory.resolve("cache")).isDirectoryNotContaining("glob:**unpacking*");
    }

    @Test
    void replacesAFileThatIsNotWhatItsNameSays() throws IOException {
        BinaryCache cache = new BinaryCache(directory);
        Path file = cache.executable("server", CONTENT);
        Files.writeString(file, "half");
        assertThat(cache.executable("server", CONTENT)).isEqualTo(file).hasBinaryContent(CONTENT);
    }

    @Test
    void keepsDifferentContentsApart() {
        BinaryCache cache = new BinaryCache(directory);
        assertThat(cache.executable("server", CONTENT)).isNotEqualTo(cache.executable("server", new byte[] {1}));
    }
}
