package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An async command that is cancelled while it waits for its next attempt is not sent again. */
@TimingTest
class CancelledRetryIT {
    private static final int CALLS = 50;
    private static final String RETRIES =
            "?mode=shared&retries=100&retry-backoff=constant&retry-base-delay=300ms&retry-max-delay=300ms"
                    + "&retry-budget-reserve=1000000&command-timeout=1h&connect-timeout=1h";

    @Test
    void aCallThatIsCancelledBetweenTwoAttemptsIsNotSentAgain() {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        AtomicInteger retried = new AtomicInteger();
        ClientListener counter = new ClientListener() {
            @Override
            public void commandRetried(
                    String endpoint, String command, int retry, RedisException failure, Duration delay) {
                retried.incrementAndGet();
            }
        };
        try (FakeRedis fake = FakeRedis.start()
                        .on(
                                "GET",
                                command -> asked.add(command.get(1))
                                                || !command.get(1).equals("later")
                                        ? FakeReply.error("LOADING Redis is loading the dataset in memory")
                                        : FakeReply.bulk(command.get(1)));
                RedisClient redis = RedisClient.builder()
                        .options(ClientOptions.of(fake.uri() + RETRIES))
                        .listener(counter)
                        .build()) {
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(redis.async().get("key" + i));
            }
            Await.until(() -> retried.get() >= CALLS);
            calls.forEach(call -> assertThat(call.cancel(true)).isTrue());
            // It waits as long as they did, so when it has its reply their time has come, too.
            assertThat(CallStyle.resultOf(redis.async().get("later"))).isEqualTo("later");
            assertThat(redis.sync().get("later")).isEqualTo("later");
            List<List<String>> commands = fake.commands();
            assertThat(commands.subList(commands.indexOf(List.of("GET", "later")), commands.size()))
                    .filteredOn(command -> command.get(0).equals("GET"))
                    .containsOnly(List.of("GET", "later"))
                    .hasSize(3);
            assertThat(calls).allMatch(CompletableFuture::isCancelled);
            Await.until(() -> redis.sharedStatistics().inFlight() == 0);
            Await.until(() -> redis.sharedStatistics().queued() == 0);
        }
    }
}
