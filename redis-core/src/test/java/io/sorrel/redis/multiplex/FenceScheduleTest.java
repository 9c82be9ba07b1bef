package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.SharedOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FenceScheduleTest {
    private static final long INTERVAL = Duration.ofMillis(100).toNanos();

    private static FenceSchedule schedule(int commands, Duration interval) {
        FenceSchedule schedule = new FenceSchedule(SharedOptions.builder()
                .fenceCommands(commands)
                .fenceInterval(interval)
                .build());
        schedule.restart(10, 0);
        return schedule;
    }

    @Test
    void isDueAfterSoManyCommands() {
        FenceSchedule schedule = schedule(1_000, Duration.ofMillis(100));
        assertThat(schedule.isDueBehind(1_009)).isFalse();
        assertThat(schedule.isDueBehind(1_010)).isTrue();
        schedule.restart(1_010, 0);
        assertThat(schedule.isDueBehind(1_011)).isFalse();
    }

    @Test
    void isDueWithTheFirstCommandAfterSoMuchTime() {
        FenceSchedule schedule = schedule(1_000, Duration.ofMillis(100));
        assertThat(schedule.isDueBehind(11, INTERVAL - 1)).isFalse();
        assertThat(schedule.isDueBehind(11, INTERVAL)).isTrue();
    }

    @Test
    void nothingBehindAFenceNeedsAnother() {
        assertThat(schedule(1_000, Duration.ofMillis(100)).isDueBehind(10, 100 * INTERVAL))
                .isFalse();
    }

    @Test
    void zeroSwitchesEachOff() {
        assertThat(schedule(0, Duration.ofMillis(100)).isDueBehind(1_000_000)).isFalse();
        assertThat(schedule(1_000, Duration.ZERO).isDueBehind(11, Long.MAX_VALUE / 2))
                .isFalse();
    }
}
