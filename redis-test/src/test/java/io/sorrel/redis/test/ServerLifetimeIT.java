package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.test.ServerVictim.Fate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("timing")
class ServerLifetimeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @EnumSource(Fate.class)
    void noServerAndNoFolderOutlivesTheJvmWhatever(Fate fate) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerVictim.class.getName(),
                        fate.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            String[] words = out.readLine().split(" ", 2);
            long pid = Long.parseLong(words[0]);
            if (fate != Fate.EXITS) {
                assertThat(isAlive(pid)).isTrue();
                jvm.destroyForcibly();
            }
            assertThat(jvm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Waiting.until(PATIENCE, () -> !isAlive(pid))).isTrue();
            assertThat(Waiting.until(PATIENCE, () -> !Files.exists(Path.of(words[1]))))
                    .isTrue();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
