package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.ServerErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepCheckTest {
    private final StepCheck check = new StepCheck(3);

    private static Object refusal(String text) {
        return ServerErrors.translate(text, ErrorContext.NONE);
    }

    private int commandsUntilDue() {
        int commands = 0;
        while (!check.isDue()) {
            commands++;
        }
        return commands;
    }

    @Test
    void isDueBehindSoManyCommandsAndAgainBehindAsManyMore() {
        assertThat(commandsUntilDue()).isEqualTo(3);
        assertThat(check.passes("PONG")).isTrue();
        assertThat(commandsUntilDue()).isEqualTo(2);
    }

    @Test
    void isNeverDueWithoutANumber() {
        StepCheck never = new StepCheck(0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(never.isDue()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOADING x", "BUSY x", "MASTERDOWN x"})
    void aRefusalThatPassesSaysNothing(String refusal) {
        assertThat(check.passes(refusal(refusal))).isTrue();
    }

    @Test
    void aUserWhoMayNotPingIsAskedNoMore() {
        assertThat(check.passes(refusal("NOPERM x"))).isTrue();
        for (int i = 0; i < 10_000; i++) {
            assertThat(check.isDue()).isFalse();
        }
    }

    @Test
    void anyOtherReplyBelongsToAnotherCommand() {
        assertThat(check.passes("value")).isFalse();
        assertThat(check.passes(null)).isFalse();
        assertThat(check.passes(refusal("WRONGTYPE x"))).isFalse();
    }
}
