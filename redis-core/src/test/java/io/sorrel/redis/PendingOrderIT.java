package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a command on a pooled connection comes to when what it has to stay behind is never answered. */
@TimingTest
class PendingOrderIT {
    /** Without fences, as the reply to one would come in the place of the reply that never comes. */
    @Test
    void theFailureNamesTheCommandThatWasNotSent() {
        try (FakeRedis fake = FakeRedis.start().on("GET", FakeReply.nothing()).on("PING", FakeReply.nothing());
                RedisClient redis = RedisClient.create(
                        fake.uri()
                                + "?mode=shared&retries=0&command-timeout=1h&connect-timeout=1h&fence-commands=0&fence-interval=0")) {
            AtomicReference<CompletableFuture<String>> pending = new AtomicReference<>();
            CompletableFuture<Long> behind = InBackground.call(() -> {
                pending.set(redis.async().get("key"));
                return redis.withMode(ConnectionMode.POOLED).sync().incr("key");
            });
            fake.awaitCommand("PING");
            fake.cutAll(Cut.CLOSE);
            assertThatThrownBy(() -> CallStyle.resultOf(behind))
                    .isInstanceOfSatisfying(ConnectionLostException.class, e -> {
                        assertThat(e.command()).isEqualTo("INCR");
                        assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT);
                        assertThat(e).hasMessageContaining("INCR");
                    });
            assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("INCR"));
            assertThatThrownBy(() -> CallStyle.resultOf(pending.get())).isInstanceOf(ConnectionLostException.class);
        }
    }
}
