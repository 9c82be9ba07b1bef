package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisServerExtensionIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.shared();

    @RegisterExtension
    static final RedisServerExtension OWN =
            RedisServerExtension.of(RedisServer.builder().password("secret"));

    @RepeatedTest(2)
    void emptiesTheSharedServerBeforeEachTest() {
        try (RawRedis raw = REDIS.server().connect()) {
            assertThat(raw.number("DBSIZE")).isZero();
            raw.text("SET", "k", "v");
        }
    }

    @Test
    void givesAClassAServerOfItsOwn() {
        assertThat(OWN.uri()).startsWith("redis://:secret@");
        assertThat(OWN.server()).isNotSameAs(REDIS.server());
    }

    @Nested
    class InANestedClass {
        @Test
        void theServerIsTheSame() {
            assertThat(OWN.server().isAlive()).isTrue();
        }
    }
}
