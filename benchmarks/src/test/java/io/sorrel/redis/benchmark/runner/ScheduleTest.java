package io.sorrel.redis.benchmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<String> CLIENTS = List.of("a", "b", "c");

    @Test
    void everybodyGoesOncePerRoundAndTheFirstMovesOn() {
        assertThat(Schedule.ofRound(0, CLIENTS)).containsExactly("a", "b", "c");
        assertThat(Schedule.ofRound(1, CLIENTS)).containsExactly("b", "c", "a");
        assertThat(Schedule.ofRound(2, CLIENTS)).containsExactly("c", "a", "b");
        assertThat(Schedule.ofRound(3, CLIENTS)).containsExactly("a", "b", "c");
    }

    @Test
    void overAsManyRoundsAsClientsEachHasEachPlaceOnce() {
        assertThat(IntStream.range(0, 3)
                        .mapToObj(round -> Schedule.ofRound(round, CLIENTS).indexOf("b")))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void nobodyIsNoProblem() {
        assertThat(Schedule.ofRound(2, List.of())).isEmpty();
    }
}
