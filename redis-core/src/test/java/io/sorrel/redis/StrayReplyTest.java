package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that has sent a reply too many and whose replies take their time: each command finds its predecessor's reply
 * already there, so that none is ever missing and, where one caller waits for each, every reply seems to have come. Only a
 * fence shows it.
 */
@TimingTest
class StrayReplyTest {
    private static final int ENOUGH = 50;

    /** The commands from one fence to the next by default, and what may be in flight behind it. */
    private static final int MOST_WRONG = 1_000 + 8;

    private final FakeRedis fake = FakeRedis.start();
    private boolean late;
    private FakeReply owed = FakeReply.nothing();

    @AfterEach
    void end() {
        fake.close();
    }

    /** Answers in the place of this command what it owes to the one before, once that has begun. */
    private Function<List<String>, FakeReply> answering(Function<List<String>, FakeReply> right) {
        return command -> {
            synchronized (this) {
                FakeReply own = right.apply(command);
                FakeReply sent = late ? owed : own;
                owed = own;
                return sent;
            }
        };
    }

    private synchronized void beLate(FakeReply stray) {
        late = true;
        owed = stray;
    }

    private synchronized FakeReply beInTime() {
        late = false;
        return FakeReply.error("ERR unknown command 'HELLO'");
    }

    private void answerLate() {
        fake.on("GET", answering(command -> FakeReply.bulk("v:" + command.get(1))))
                .on("ECHO", answering(command -> FakeReply.bulk(command.get(1))))
                .on("PING", answering(command -> FakeReply.simple("PONG")))
                .on("HELLO", command -> beInTime());
    }

    /** No fence comes before the first calls that it harms, however long the test stands still in front of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 64})
    void harmsNoCallBehindTheNextFence(int window) {
        answerLate();
        try (RedisClient redis = RedisClient.create(
                fake.uri() + "?mode=shared&retries=0&command-timeout=1h&connect-timeout=1h&fence-interval=0")) {
            redis.connect();
            Traffic traffic = new Traffic(redis, window);
            traffic.go();
            beLate(FakeReply.bulk("v:stray"));
            Await.until(() -> traffic.go() > ENOUGH);
            assertThat(traffic.wrongAfterTheLoss()).isZero();
            assertThat(traffic.wrong()).isBetween(1, MOST_WRONG);
        }
    }

    @ParameterizedTest
    @CsvSource({"adaptive, 2", "pooled, 1"})
    void doesNotPutAConnectionOutOfStepForGood(String mode, int connections) {
        answerLate();
        try (RedisClient redis = RedisClient.create(fake.uri() + "?retries=0&command-timeout=25s&mode=" + mode)) {
            Await.until(() -> redis.sync().get("warm").equals("v:warm")
                    && redis.poolStatistics().idle() > 0);
            beLate(FakeReply.bulk("v:stray"));
            int wrong = 0;
            while (wrong <= connections * MOST_WRONG && !isRight(redis, "k" + wrong)) {
                wrong++;
            }
            assertThat(wrong).isBetween(1, connections * MOST_WRONG);
        }
    }

    private static boolean isRight(RedisClient redis, String key) {
        try {
            return redis.sync().get(key).equals("v:" + key);
        } catch (RedisException e) {
            return false;
        }
    }
}
