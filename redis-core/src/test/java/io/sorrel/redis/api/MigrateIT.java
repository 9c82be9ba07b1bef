package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.MigrateArgs;
import io.sorrel.redis.error.MigrateIoException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** MIGRATE between two real servers, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MigrateIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final MigrateArgs MOVE = MigrateArgs.defaults();

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private RedisClient client(String url) {
        return path.client(url);
    }

    @Test
    void movesOneKeyOrSeveral() {
        try (RedisServer target = RedisServer.start();
                RedisClient there = client(target.uri())) {
            redis.mset(Map.of("a", "1", "b", "2", "c", "3"));

            assertThat(redis.migrate(target.host(), target.port(), "a", 0, TIMEOUT))
                    .isTrue();
            assertThat(redis.migrate(target.host(), target.port(), 0, TIMEOUT, MOVE, "b", "missing"))
                    .isTrue();
            assertThat(redis.migrate(target.host(), target.port(), "missing", 0, TIMEOUT))
                    .isFalse();
            assertThat(redis.migrate(target.host(), target.port(), 0, TIMEOUT, MOVE, "missing", "gone"))
                    .isFalse();

            assertThat(redis.keys("*")).containsExactly("c");
            assertThat(there.sync().mget("a", "b")).containsExactly("1", "2");
        }
    }

    @Test
    void copiesAndReplacesWhenAskedTo() {
        try (RedisServer target = RedisServer.start();
                RedisClient there = client(target.uri())) {
            redis.set("a", "new");
            there.sync().set("a", "old");

            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> redis.migrate(target.host(), target.port(), "a", 0, TIMEOUT));
            assertThat(redis.migrate(
                            target.host(),
                            target.port(),
                            0,
                            TIMEOUT,
                            MOVE.copy().replace(),
                            "a"))
                    .isTrue();

            assertThat(redis.get("a")).isEqualTo("new");
            assertThat(there.sync().get("a")).isEqualTo("new");
        }
    }

    @Test
    void logsInAtTheTarget() {
        try (RedisServer target = RedisServer.builder()
                        .password("target-pw")
                        .aclLines("user mover on >mover-pw ~* +@all")
                        .start();
                RedisClient there = client(target.uri())) {
            redis.mset(Map.of("a", "1", "b", "2"));
            MigrateArgs byPassword = MOVE.auth("target-pw".toCharArray());
            MigrateArgs byUser = MOVE.auth("mover", "mover-pw".toCharArray());

            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> redis.migrate(target.host(), target.port(), "a", 0, TIMEOUT))
                    .withMessageContaining("NOAUTH");
            assertThat(redis.migrate(target.host(), target.port(), 0, TIMEOUT, byPassword, "a"))
                    .isTrue();
            assertThat(redis.migrate(target.host(), target.port(), 0, TIMEOUT, byUser, "b"))
                    .isTrue();

            assertThat(there.sync().mget("a", "b")).containsExactly("1", "2");
        }
    }

    @Test
    void saysThatTheTargetCannotBeReached() {
        redis.set("a", "1");
        int port;
        try (RedisServer target = RedisServer.start()) {
            port = target.port();
        }

        assertThatExceptionOfType(MigrateIoException.class)
                .isThrownBy(() -> redis.migrate("127.0.0.1", port, "a", 0, Duration.ofMillis(500)));
        assertThat(redis.get("a")).isEqualTo("1");
    }
}
