package io.sorrel.redis.api;

import static io.sorrel.redis.command.args.ListEnd.LEFT;
import static io.sorrel.redis.command.args.ListEnd.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.LPosArgs;
import io.sorrel.redis.command.args.ListPosition;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListCommandsIT {
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
    void addsAtBothEnds() {
        assertThat(redis.rpush("l", "c", "d")).isEqualTo(2);
        assertThat(redis.lpush("l", "b", "a")).isEqualTo(4);
        assertThat(redis.rpush("l", List.of("e"))).isEqualTo(5);
        assertThat(redis.lpush("l", List.of("1", "0"))).isEqualTo(7);
        assertThat(redis.lrange("l", 0, -1)).containsExactly("0", "1", "a", "b", "c", "d", "e");
        assertThat(redis.llen("l")).isEqualTo(7);
    }

    @Test
    void addsOnlyToAListThatExists() {
        assertThat(redis.lpushx("l", "a")).isZero();
        assertThat(redis.rpushx("l", List.of("a", "b"))).isZero();
        assertThat(redis.llen("l")).isZero();
        redis.rpush("l", "c");

        assertThat(redis.lpushx("l", List.of("b", "a"))).isEqualTo(3);
        assertThat(redis.rpushx("l", "d", "e")).isEqualTo(5);
        assertThat(redis.lrange("l", 0, -1)).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void readsParts() {
        redis.rpush("l", "a", "b", "c", "d");

        assertThat(redis.lindex("l", 0)).isEqualTo("a");
        assertThat(redis.lindex("l", -1)).isEqualTo("d");
        assertThat(redis.lindex("l", 4)).isNull();
        assertThat(redis.lindex("missing", 0)).isNull();
        assertThat(redis.lrange("l", 1, 2)).containsExactly("b", "c");
        assertThat(redis.lrange("l", -2, 100)).containsExactly("c", "d");
        assertThat(redis.lrange("l", 3, 1)).isEmpty();
        assertThat(redis.lrange("missing", 0, -1)).isEmpty();
        assertThat(redis.llen("missing")).isZero();
    }

    @Test
    void insertsNextToAnElement() {
        redis.rpush("l", "a", "c");

        assertThat(redis.linsert("l", ListPosition.BEFORE, "c", "b")).isEqualTo(3);
        assertThat(redis.linsert("l", ListPosition.AFTER, "c", "d")).isEqualTo(4);
        assertThat(redis.linsert("l", ListPosition.AFTER, "z", "d")).isEqualTo(-1);
        assertThat(redis.linsert("missing", ListPosition.AFTER, "a", "d")).isZero();
        assertThat(redis.lrange("l", 0, -1)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void changesAndDeletesElements() {
        redis.rpush("l", "a", "x", "a", "x", "a", "x");

        redis.lset("l", 0, "first");
        redis.lset("l", -1, "last");
        assertThat(redis.lrem("l", 1, "x")).isEqualTo(1);
        assertThat(redis.lrange("l", 0, -1)).containsExactly("first", "a", "x", "a", "last");
        assertThat(redis.lrem("l", -1, "a")).isEqualTo(1);
        assertThat(redis.lrange("l", 0, -1)).containsExactly("first", "a", "x", "last");
        assertThat(redis.lrem("l", 0, "missing")).isZero();
        redis.ltrim("l", 1, -2);
        assertThat(redis.lrange("l", 0, -1)).containsExactly("a", "x");
        redis.ltrim("l", 5, 9);
        assertThat(redis.exists("l")).isZero();
        redis.ltrim("missing", 0, 0);
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        redis.rpush("l", "a");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.lset("l", 1, "b"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.lset("missing", 0, "b"));
    }

    @Test
    void takesFromBothEnds() {
        redis.rpush("l", "a", "b", "c", "d", "e");

        assertThat(redis.lpop("l")).isEqualTo("a");
        assertThat(redis.rpop("l")).isEqualTo("e");
        assertThat(redis.rpop("l", 2)).containsExactly("d", "c");
        assertThat(redis.lpop("l", 2)).containsExactly("b");
        assertThat(redis.lpop("l")).isNull();
        assertThat(redis.rpop("l")).isNull();
        assertThat(redis.lpop("l", 2)).isEmpty();
        assertThat(redis.rpop("l", 2)).isEmpty();
    }

    @Test
    void takesFromTheFirstListThatHasAny() {
        assumeTrue(ServerKnows.multiPop(SERVER.server()), "LMPOP is since Redis 7.0");
        redis.rpush("l", "a", "b", "c", "d");

        assertThat(redis.lmpop(LEFT, "missing", "l")).isEqualTo(new PoppedElements<>("l", List.of("a")));
        assertThat(redis.lmpop(RIGHT, 2, "missing", "l")).isEqualTo(new PoppedElements<>("l", List.of("d", "c")));
        assertThat(redis.lmpop(LEFT, 9, "l")).isEqualTo(new PoppedElements<>("l", List.of("b")));
        assertThat(redis.lmpop(LEFT, "missing", "l")).isNull();
        assertThat(redis.lmpop(LEFT, 2, "missing")).isNull();
    }

    @Test
    void saysThatAnOlderServerCannotTakeFromSeveral() {
        assumeFalse(ServerKnows.multiPop(SERVER.server()), "LMPOP is since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.lmpop(LEFT, "l"));
    }

    @Test
    void movesFromOneListToAnother() {
        redis.rpush("l", "a", "b", "c");

        assertThat(redis.lmove("l", "m", LEFT, RIGHT)).isEqualTo("a");
        assertThat(redis.lmove("l", "m", RIGHT, LEFT)).isEqualTo("c");
        assertThat(redis.lrange("l", 0, -1)).containsExactly("b");
        assertThat(redis.lrange("m", 0, -1)).containsExactly("c", "a");
        assertThat(redis.lmove("m", "m", LEFT, RIGHT)).isEqualTo("c");
        assertThat(redis.lrange("m", 0, -1)).containsExactly("a", "c");
        assertThat(redis.lmove("missing", "m", LEFT, LEFT)).isNull();
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderWayToMove() {
        redis.rpush("l", "a", "b");

        assertThat(redis.rpoplpush("l", "m")).isEqualTo("b");
        assertThat(redis.lrange("m", 0, -1)).containsExactly("b");
        assertThat(redis.rpoplpush("missing", "m")).isNull();
    }

    @Test
    void findsElements() {
        redis.rpush("l", "a", "b", "a", "b", "a");

        assertThat(redis.lpos("l", "b")).isEqualTo(1);
        assertThat(redis.lpos("l", "b", LPosArgs.defaults().rank(-1))).isEqualTo(3);
        assertThat(redis.lpos("l", "b", LPosArgs.defaults().rank(2).maxLen(3))).isNull();
        assertThat(redis.lpos("l", "z")).isNull();
        assertThat(redis.lpos("missing", "a")).isNull();
        assertThat(redis.lposCount("l", "a", 0)).containsExactly(0L, 2L, 4L);
        assertThat(redis.lposCount("l", "a", 2, LPosArgs.defaults().rank(-1))).containsExactly(4L, 2L);
        assertThat(redis.lposCount("l", "z", 0)).isEmpty();
        assertThat(redis.lposCount("missing", "a", 0)).isEmpty();
    }

    @Test
    void keepsBytesAsTheyAre() {
        RedisCommands<byte[], byte[]> bytes = path.commands(client, RedisCodec.bytes());
        byte[] key = {0, 13, 10};
        byte[] element = {(byte) 0xFF, 0, 13, 10};

        bytes.rpush(key, element, new byte[0]);

        assertThat(bytes.lpop(key)).isEqualTo(element);
        assertThat(bytes.lpop(key)).isEmpty();
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.lpush("text", "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.lrange("text", 0, -1));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.lpop("text", 2));
    }
}
