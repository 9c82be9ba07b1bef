package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that stands still for longer than its timeouts takes up its work where it was: replies that came meanwhile
 * are read before deadlines are looked at, and the silence was its own.
 */
@TimingTest
class StoppedProcessIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private static final int STOPS = 2;
    /** Longer than all timeouts, each of which is longer than one thread of a busy machine stands still. */
    private static final Duration STOPPED = Duration.ofMillis(3_500);

    private static final Duration ROUND_TRIP = Duration.ofMillis(30);
    private static final String OPTIONS =
            "?command-timeout=2500ms&silence-timeout=3s&connect-timeout=1m&retries=0&mode=";

    /** Nearly all calls are in flight when the process is stopped, and are answered before it goes on. */
    @ParameterizedTest
    @CsvSource({"shared, 4, 4", "adaptive, 6, 0"})
    void losesNoConnectionAndTellsTheTruth(String mode, int sync, int async, TestReporter reporter) {
        long underWay = STOPS * (sync + (long) async * CounterLoad.WINDOW);
        try (RawRedis operator = REDIS.server().connect();
                FaultProxy proxy = FaultProxy.to(REDIS.server());
                ChildJvm load = ChildJvm.start(
                        StoppedLoad.class,
                        List.of(),
                        proxy.uri() + OPTIONS + mode,
                        Integer.toString(sync),
                        Integer.toString(async),
                        Integer.toString(STOPS))) {
            proxy.replies().delay(ROUND_TRIP);
            for (int i = 0; i < STOPS; i++) {
                assertThat(load.hear()).isEqualTo("running");
                load.suspend();
                long start = System.nanoTime();
                Await.until(() -> System.nanoTime() - start > STOPPED.toNanos());
                load.resume();
                load.goOn();
            }
            long succeeded = number(load);
            long unknown = number(load);
            long unsent = number(load);
            long losses = number(load);
            assertThat(load.exitCode()).isZero();
            String outcomes = "%d succeeded, %d unknown, %d not sent, %d connections lost"
                    .formatted(succeeded, unknown, unsent, losses);
            reporter.publishEntry(Map.of("stopped", mode + ": " + outcomes));
            assertThat(Long.parseLong(operator.text("GET", "counter")))
                    .as(outcomes)
                    .isBetween(succeeded, succeeded + unknown);
            assertThat(losses).isZero();
            assertThat(unknown + unsent).as(outcomes).isLessThan(underWay / 2);
        }
    }

    private static long number(ChildJvm load) {
        long number = Long.parseLong(load.hear());
        load.goOn();
        return number;
    }
}
