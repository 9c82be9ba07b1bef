package io.sorrel.redis.api;

import static io.sorrel.redis.command.args.ListEnd.LEFT;
import static io.sorrel.redis.command.args.ListEnd.RIGHT;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that are waited for, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class BlockingListCommandsIT {
    private static final Duration MOMENT = ofMillis(1);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create().flushedBeforeEach();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void takesAtOnceWhatIsThere() {
        redis.rpush("l", "a", "b", "c", "d");

        assertThat(redis.blpop(ZERO, "missing", "l")).isEqualTo(new PoppedElement<>("l", "a"));
        assertThat(redis.brpop(ZERO, "missing", "l")).isEqualTo(new PoppedElement<>("l", "d"));
        assertThat(redis.blmove("l", "m", RIGHT, LEFT, ZERO)).isEqualTo("c");
        assertThat(redis.lrange("m", 0, -1)).containsExactly("c");
    }

    @Test
    void saysThatTheTimeIsUp() {
        assertThat(redis.blpop(MOMENT, "missing")).isNull();
        assertThat(redis.brpop(MOMENT, "missing", "other")).isNull();
        assertThat(redis.blmove("missing", "m", LEFT, RIGHT, MOMENT)).isNull();
    }

    @Test
    void waitsUntilThereIsSomething() throws Exception {
        assertThat(waiting(() -> redis.blpop(ZERO, "x", "l"), "a", "b")).isEqualTo(new PoppedElement<>("l", "a"));
        assertThat(redis.lpop("l")).isEqualTo("b");
        assertThat(waiting(() -> redis.brpop(ZERO, "l", "x"), "a", "b")).isEqualTo(new PoppedElement<>("l", "b"));
        assertThat(redis.lpop("l")).isEqualTo("a");
        assertThat(waiting(() -> redis.blmove("l", "m", LEFT, RIGHT, ZERO), "a"))
                .isEqualTo("a");
        assertThat(redis.lrange("m", 0, -1)).containsExactly("a");
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderWayToMove() throws Exception {
        assertThat(redis.brpoplpush("l", "m", MOMENT)).isNull();
        assertThat(waiting(() -> redis.brpoplpush("l", "m", ZERO), "a")).isEqualTo("a");
        assertThat(redis.lrange("m", 0, -1)).containsExactly("a");
    }

    @Test
    void takesSeveralFromTheFirstListThatHasAny() throws Exception {
        assumeTrue(ServerKnows.multiPop(SERVER.server()), "BLMPOP is since Redis 7.0");

        assertThat(redis.blmpop(MOMENT, LEFT, "x", "l")).isNull();
        assertThat(waiting(() -> redis.blmpop(ZERO, RIGHT, "x", "l"), "a", "b"))
                .isEqualTo(new PoppedElements<>("l", List.of("b")));
        redis.rpush("l", "c", "d");
        assertThat(redis.blmpop(ZERO, LEFT, 2, "x", "l")).isEqualTo(new PoppedElements<>("l", List.of("a", "c")));
        assertThat(redis.blmpop(ZERO, RIGHT, 2, "l")).isEqualTo(new PoppedElements<>("l", List.of("d")));
    }

    @Test
    void saysThatAnOlderServerCannotTakeSeveral() {
        assumeFalse(ServerKnows.multiPop(SERVER.server()), "BLMPOP is since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.blmpop(MOMENT, LEFT, "l"));
    }

    @Test
    void waitsForLongerThanACommandMayTake() throws Exception {
        long timeout = ofMillis(200).toNanos();
        try (RedisClient hasty = RedisClient.create(SERVER.uri() + "?connect-timeout=1m&command-timeout=200ms")) {
            CompletableFuture<PoppedElement<String, String>> popped =
                    InBackground.call(() -> path.commands(hasty).blpop(Duration.ofHours(1), "l"));
            awaitBlocked(1);
            long blocked = System.nanoTime();
            Await.until(() -> System.nanoTime() - blocked > timeout);
            redis.rpush("l", "a");
            assertThat(popped.get()).isEqualTo(new PoppedElement<>("l", "a"));
        }
    }

    @Test
    void leavesOtherConnectionsToOthersMeanwhile() throws Exception {
        CompletableFuture<PoppedElement<String, String>> first = InBackground.call(() -> redis.blpop(ZERO, "l"));
        CompletableFuture<PoppedElement<String, String>> second = InBackground.call(() -> redis.blpop(ZERO, "l"));
        awaitBlocked(2);
        redis.set("k", "v");
        assertThat(redis.get("k")).isEqualTo("v");

        redis.rpush("l", "a", "b");

        assertThat(List.of(first.get().element(), second.get().element())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.blpop(ZERO, "text"));
        assertThatExceptionOfType(WrongTypeException.class)
                .isThrownBy(() -> redis.blmove("text", "m", LEFT, LEFT, ZERO));
    }

    /** What the call answers that the server holds back until there are elements in the list l. */
    private <T> @Nullable T waiting(Supplier<@Nullable T> call, String... elements)
            throws ExecutionException, InterruptedException {
        CompletableFuture<@Nullable T> answer = InBackground.call(call);
        awaitBlocked(1);
        redis.rpush("l", elements);
        return answer.get();
    }

    private void awaitBlocked(int clients) {
        Await.until(() ->
                redis.clientList().stream().filter(each -> each.hasFlag('b')).count() == clients);
    }
}
