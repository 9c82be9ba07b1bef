package io.sorrel.redis.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RespLimitsTest {
    @Test
    void hasFiniteDefaults() {
        assertThat(RespLimits.defaults()).isEqualTo(new RespLimits(64, 65536, 536870912, 67108864, 1073741824));
    }

    @Test
    void namesTheLimitThatIsWrong() {
        refused("depth must be at least 1, but is 0", 0, 1, 1, 1, 1);
        refused("depth must be at most 1048576, but is 1048577", (1 << 20) + 1, 1, 1, 1, 1);
        refused("line must be at least 1, but is -1", 1, -1, 1, 1, 1);
        refused("line must be at most 1073741819, but is 2147483647", 1, Integer.MAX_VALUE, 1, 1, 1);
        refused("bulk must be at least 1, but is 0", 1, 1, 0, 1, 1);
        refused("bulk must be at most 2147483639, but is 2147483640", 1, 1, Integer.MAX_VALUE - 7L, 1, 1);
        refused("elements must be at least 1, but is 0", 1, 1, 1, 0, 1);
        refused("bytes must be at least 1, but is 0", 1, 1, 1, 1, 0);
    }

    private static void refused(String message, int depth, int line, long bulk, long elements, long bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespLimits(depth, line, bulk, elements, bytes))
                .withMessage(message);
    }
}
