package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.args.SortedSetEnd;
import io.sorrel.redis.command.reply.ClientInfo;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.command.reply.ScoredMember;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Taking members out of sorted sets, at once and with waiting, against a real server, in both protocols, sync and async.
 */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class SortedSetPopCommandsIT {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final ScoredMember<String> A = new ScoredMember<>("a", 1);
    private static final ScoredMember<String> B = new ScoredMember<>("b", 2.5);
    private static final ScoredMember<String> C = new ScoredMember<>("c", 4);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

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
    void takesMembersFromBothEnds() {
        fill("z");

        assertThat(redis.zpopMin("z")).isEqualTo(A);
        assertThat(redis.zpopMax("z")).isEqualTo(C);
        assertThat(redis.zpopMin("z", 5)).containsExactly(B);
        assertThat(redis.zpopMin("z")).isNull();
        assertThat(redis.zpopMax("z")).isNull();
        assertThat(redis.zpopMax("z", 5)).isEmpty();
        fill("z");
        assertThat(redis.zpopMax("z", 2)).containsExactly(C, B);
    }

    @Test
    void takesMembersFromTheFirstThatHasSome() {
        assumeTrue(ServerKnows.multiPop(SERVER.server()), "ZMPOP needs Redis 7.0");
        fill("z");

        assertThat(redis.zmpop(SortedSetEnd.MAX, "missing", "z")).isEqualTo(new PoppedElements<>("z", List.of(C)));
        assertThat(redis.zmpop(SortedSetEnd.MIN, 5, "missing", "z"))
                .isEqualTo(new PoppedElements<>("z", List.of(A, B)));
        assertThat(redis.zmpop(SortedSetEnd.MIN, "missing", "z")).isNull();
        assertThat(redis.zmpop(SortedSetEnd.MIN, 2, "z")).isNull();
    }

    @Test
    void saysThatAnOlderServerTakesFromOneOnly() {
        assumeFalse(ServerKnows.multiPop(SERVER.server()), "this server knows ZMPOP");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.zmpop(SortedSetEnd.MAX, "z"));
        assertThatExceptionOfType(UnknownCommandException.class)
                .isThrownBy(() -> redis.bzmpop(SHORT, SortedSetEnd.MAX, "z"));
    }

    @Test
    void doesNotWaitWhereThereIsSomething() {
        fill("z");

        assertThat(redis.bzpopMin(LONG, "missing", "z")).isEqualTo(new PoppedElement<>("z", A));
        assertThat(redis.bzpopMax(Duration.ZERO, "z", "missing")).isEqualTo(new PoppedElement<>("z", C));
    }

    @Test
    void givesUpWhenTheTimeIsUp() {
        assertThat(redis.bzpopMin(SHORT, "z")).isNull();
        assertThat(redis.bzpopMax(SHORT, "z", "y")).isNull();
    }

    @Test
    void takesAMemberAsSoonAsOneComes() {
        assertThat(whileWaiting(() -> redis.bzpopMin(LONG, "y", "z"))).isEqualTo(new PoppedElement<>("z", A));
        assertThat(whileWaiting(() -> redis.bzpopMax(LONG, "y", "z"))).isEqualTo(new PoppedElement<>("z", C));
    }

    @Test
    void takesSeveralAsSoonAsTheyCome() {
        assumeTrue(ServerKnows.multiPop(SERVER.server()), "BZMPOP needs Redis 7.0");

        assertThat(whileWaiting(() -> redis.bzmpop(LONG, SortedSetEnd.MIN, "y", "z")))
                .isEqualTo(new PoppedElements<>("z", List.of(A)));
        assertThat(whileWaiting(() -> redis.bzmpop(LONG, SortedSetEnd.MAX, 2, "y", "z")))
                .isEqualTo(new PoppedElements<>("z", List.of(C, B)));
        assertThat(redis.bzmpop(SHORT, SortedSetEnd.MIN, "y")).isNull();
        assertThat(redis.bzmpop(SHORT, SortedSetEnd.MIN, 2, "y")).isNull();
    }

    /** Fills {@code z} once the server holds back the reply of the call. */
    private <T> T whileWaiting(Supplier<T> call) {
        redis.del("z");
        CompletableFuture<T> taken = InBackground.call(call);
        Await.until(() -> redis.clientList().stream().anyMatch(SortedSetPopCommandsIT::isBlocked));
        fill("z");
        return taken.join();
    }

    private static boolean isBlocked(ClientInfo client) {
        return client.hasFlag('b');
    }

    private void fill(String key) {
        redis.zadd(key, Map.of("a", 1.0, "b", 2.5, "c", 4.0));
    }
}
