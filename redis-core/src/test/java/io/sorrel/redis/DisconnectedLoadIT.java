package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.SharedOptions.WhenFull;
import io.sorrel.redis.test.RedisServer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Callers who go on while there is no server cost a bounded amount of memory, learn at once when the queue is full, and
 * are served when the server is there. The callers are a JVM of their own with little memory.
 *
 * <p>{@code -Dsorrel.test.disconnected.commands=1000000} makes them go on for longer.
 */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class DisconnectedLoadIT {
    private static final long COMMANDS = Long.getLong("sorrel.test.disconnected.commands", 80_000);
    private static final List<String> LITTLE_MEMORY =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    private static final String OPTIONS =
            "?command-timeout=150ms&connect-timeout=1m&reconnect-max-delay=50ms&queue-when-full=";

    @ParameterizedTest
    @CsvSource({"FAIL, true", "WAIT, true", "FAIL, false"})
    void memoryIsBoundedAndNothingIsStuck(WhenFull whenFull, boolean wasConnected, TestReporter reporter) {
        try (RedisServer server = RedisServer.start()) {
            if (!wasConnected) {
                server.kill();
            }
            String uri = server.uri() + OPTIONS + whenFull.name().toLowerCase(Locale.ROOT);
            try (ChildJvm callers = ChildJvm.start(
                    DisconnectedLoad.class,
                    LITTLE_MEMORY,
                    uri,
                    Long.toString(COMMANDS),
                    Boolean.toString(wasConnected))) {
                assertThat(callers.hear()).isEqualTo("ready");
                server.kill();
                callers.goOn();
                assertThat(callers.hear()).isEqualTo("done");
                server.restart();
                callers.goOn();
                reporter.publishEntry(Map.of("disconnected", whenFull + ": " + callers.hear()));
                callers.goOn();
                assertThat(callers.exitCode()).isZero();
            }
        }
    }
}
