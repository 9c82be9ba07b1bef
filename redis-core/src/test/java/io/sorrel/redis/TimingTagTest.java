package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that start threads, wait for others or look at the time carry the tag by which {@code .ci/repeat} finds them. */
class TimingTagTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern IS_TEST_CLASS = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest)\\b");
    private static final Pattern HAS_TAG = Pattern.compile("@TimingTest\\b|@Tag\\(\"timing\"\\)");
    private static final Pattern USES_THREADS_OR_TIME = Pattern.compile(
            "new Thread\\(|InBackground|VirtualThreads|Executors\\b|LockSupport|CountDownLatch|Semaphore|Phaser|Await\\."
                    + "|heldUntil|nanoTime|Deadline\\.after\\(Duration\\.of\\w+\\([^()]*\\)\\)|withTimeout\\(Duration|ChildJvm|\\bRecovery\\b");

    /** Its thread has a stack of its own, and nothing runs beside it. */
    private static final List<String> EXEMPT = List.of("ReplyFuzzTest.java", "TimingTagTest.java");

    @Test
    void everyTestOfThreadsOrTimeIsTagged() throws IOException {
        try (Stream<Path> files = Files.find(REPOSITORY, 20, (path, attributes) -> isTest(path))) {
            List<Path> untagged = files.filter(
                            file -> !EXEMPT.contains(file.getFileName().toString()))
                    .filter(TimingTagTest::lacksTheTag)
                    .toList();
            assertThat(untagged).isEmpty();
        }
    }

    private static boolean isTest(Path path) {
        return path.toString().contains("/src/test/java/") && path.toString().matches(".*(Test|IT)\\.java");
    }

    private static boolean lacksTheTag(Path file) {
        String source = source(file);
        return IS_TEST_CLASS.matcher(source).find()
                && USES_THREADS_OR_TIME.matcher(source).find()
                && !HAS_TAG.matcher(source).find();
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
