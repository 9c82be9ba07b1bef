package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.RedisServerException;
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

/** HyperLogLogs against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HyperLogLogCommandsIT {
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
    void estimatesHowManyThereAre() {
        assertThat(redis.pfadd("h", "a", "b", "c")).isTrue();
        assertThat(redis.pfadd("h", List.of("a", "b"))).isFalse();
        assertThat(redis.pfadd("i", "c", "d")).isTrue();

        assertThat(redis.pfcount("h")).isEqualTo(3);
        assertThat(redis.pfcount("h", "i", "missing")).isEqualTo(4);
        assertThat(redis.pfcount(List.of("i"))).isEqualTo(2);
        assertThat(redis.pfcount("missing")).isZero();
    }

    @Test
    void makesAnEmptyOne() {
        assertThat(redis.pfadd("h")).isTrue();
        assertThat(redis.pfadd("h")).isFalse();
        assertThat(redis.pfcount("h")).isZero();
        assertThat(redis.exists("h")).isEqualTo(1);
    }

    @Test
    void addsUpOthers() {
        redis.pfadd("h", "a", "b");
        redis.pfadd("i", "b", "c");

        redis.pfmerge("d", "h", "missing");
        assertThat(redis.pfcount("d")).isEqualTo(2);
        redis.pfmerge("d", List.of("i"));
        assertThat(redis.pfcount("d")).isEqualTo(3);
    }

    @Test
    void showsHowItIsStored() {
        redis.pfadd("h", "a", "b");

        assertThat(redis.pfdebugEncoding("h")).isEqualTo("sparse");
        assertThat(redis.pfdebugDecode("h")).startsWith("Z:").contains(" v:");
        assertThat(redis.pfdebugToDense("h")).isTrue();
        assertThat(redis.pfdebugToDense("h")).isFalse();
        assertThat(redis.pfdebugEncoding("h")).isEqualTo("dense");
        assertThat(redis.pfdebugGetReg("h")).hasSize(16_384).contains(0L, 1L);
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.pfdebugDecode("h"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.pfdebugEncoding("missing"));
    }

    @Test
    void switchesTheHelpOfTheProcessor() {
        assumeTrue(ServerKnows.hyperLogLogSimd(SERVER.server()), "PFDEBUG SIMD is since Redis 8.0 and Valkey 8.1");

        assertThat(redis.pfdebugSimd(false)).isFalse();
        assertThat(redis.pfdebugSimd(true)).isTrue();
    }

    @Test
    void passesOnThatAnOlderServerHasNoSuchSwitch() {
        assumeFalse(ServerKnows.hyperLogLogSimd(SERVER.server()), "PFDEBUG SIMD is since Redis 8.0 and Valkey 8.1");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.pfdebugSimd(true));
    }

    @Test
    void letsTheServerTestItself() {
        redis.pfselfTest();
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.rpush("list", "v");
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.pfadd("list", "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.pfcount("text"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.pfmerge("d", "text"));
    }
}
