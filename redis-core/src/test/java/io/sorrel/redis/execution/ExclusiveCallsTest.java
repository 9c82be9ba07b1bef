package io.sorrel.redis.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.QueueFullException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@TimingTest
class ExclusiveCallsTest {
    private static final Command<Void> URGENT =
            new CommandDefinitions<>(RedisCodec.utf8()).scripts().scriptKill();
    private static final int RUNNING_AND_WAITING = 1 + 65_536;

    @Test
    void refusesACallWhenTooManyWait() {
        ExclusiveCalls calls = new ExclusiveCalls(1, runnable -> new Thread(() -> {}), "localhost:6379");
        for (int i = 0; i < RUNNING_AND_WAITING; i++) {
            assertThat(submit(calls).isDone()).isFalse();
        }

        CompletableFuture<Void> refused = submit(calls);

        assertThat(refused)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(QueueFullException.class)
                .withMessageContaining("too many commands wait for a connection of their own");
    }

    private static CompletableFuture<Void> submit(ExclusiveCalls calls) {
        return calls.submit(URGENT, null, borrower -> null);
    }
}
