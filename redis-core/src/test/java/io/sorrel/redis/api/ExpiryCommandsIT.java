package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ExpireCondition;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.reply.Expiration;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The expiry of keys against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExpiryCommandsIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration NEARLY = Duration.ofMinutes(58);
    private static final Instant FAR = Instant.ofEpochSecond(4_000_000_000L);

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
        redis.set("k", "v");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void tellsMissingFromPersistentFromExpiring() {
        assertThat(redis.ttl("missing")).isEqualTo(Expiration.missing());
        assertThat(redis.pttl("missing")).isEqualTo(Expiration.missing());
        assertThat(redis.ttl("k")).isEqualTo(Expiration.persistent());
        assertThat(redis.pttl("k")).isEqualTo(Expiration.persistent());

        assertThat(redis.expire("k", HOUR)).isTrue();

        assertThat(redis.ttl("k").orElseThrow()).isBetween(NEARLY, HOUR);
        assertThat(redis.pttl("k").orElseThrow()).isBetween(NEARLY, HOUR);
    }

    @Test
    void setsAndRemovesAnExpiry() {
        assertThat(redis.pexpire("k", HOUR.plusMillis(1))).isTrue();
        assertThat(redis.pttl("k").orElseThrow()).isBetween(NEARLY, HOUR.plusMillis(1));
        assertThat(redis.persist("k")).isTrue();
        assertThat(redis.persist("k")).isFalse();
        assertThat(redis.ttl("k").expires()).isFalse();

        Instant moment = Instant.now().plus(HOUR);
        assertThat(redis.expireAt("k", moment.truncatedTo(ChronoUnit.SECONDS))).isTrue();
        assertThat(redis.pttl("k").orElseThrow()).isBetween(NEARLY, HOUR);
        assertThat(redis.pexpireAt("k", moment.plus(HOUR))).isTrue();
        assertThat(redis.pttl("k").orElseThrow()).isBetween(HOUR, TWO_HOURS.plusMillis(1));
    }

    @Test
    void choosesMillisecondsWhereSecondsAreTooCoarse() {
        assertThat(redis.expire("k", HOUR.plusMillis(1500))).isTrue();
        assertThat(redis.pttl("k").orElseThrow()).isBetween(NEARLY, HOUR.plusMillis(1500));
        assertThat(redis.expire("k", Duration.ofMillis(-1))).isTrue();
        assertThat(redis.exists("k")).isZero();

        redis.set("k", "v", SetArgs.ex(HOUR.plusMillis(1)));
        assertThat(redis.pttl("k").orElseThrow()).isBetween(NEARLY, HOUR.plusMillis(1));
    }

    @Test
    void roundsAMomentUpToTheMillisecond() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "EXPIRETIME is since Redis 7.0");

        redis.expireAt("k", FAR.plusNanos(1));
        assertThat(redis.pexpireTime("k").orElseThrow()).isEqualTo(FAR.plusMillis(1));
        redis.pexpireAt("k", FAR.plusNanos(7_000_001));
        assertThat(redis.pexpireTime("k").orElseThrow()).isEqualTo(FAR.plusMillis(8));
        redis.expireAt("k", FAR.plusNanos(999_999_999));
        assertThat(redis.pexpireTime("k").orElseThrow()).isEqualTo(FAR.plusSeconds(1));
        redis.set("k", "v", SetArgs.exAt(FAR.plusNanos(1)));
        assertThat(redis.pexpireTime("k").orElseThrow()).isEqualTo(FAR.plusMillis(1));
    }

    @Test
    void saysThatThereIsNoSuchKey() {
        assertThat(redis.expire("missing", HOUR)).isFalse();
        assertThat(redis.pexpire("missing", HOUR)).isFalse();
        assertThat(redis.expireAt("missing", FAR)).isFalse();
        assertThat(redis.pexpireAt("missing", FAR)).isFalse();
        assertThat(redis.persist("missing")).isFalse();
    }

    @Test
    void deletesAKeyThatExpiresInThePast() {
        redis.set("l", "v");

        assertThat(redis.expire("k", Duration.ofSeconds(-1))).isTrue();
        assertThat(redis.pexpireAt("l", Instant.ofEpochSecond(1))).isTrue();

        assertThat(redis.exists("k", "l")).isZero();
    }

    @Test
    void setsAnExpiryOnlyUnderACondition() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "conditions are since Redis 7.0");

        assertThat(redis.expire("k", HOUR, ExpireCondition.XX)).isFalse();
        assertThat(redis.expire("k", HOUR, ExpireCondition.GT)).isFalse();
        assertThat(redis.expire("k", HOUR, ExpireCondition.NX)).isTrue();
        assertThat(redis.pexpire("k", HOUR, ExpireCondition.NX)).isFalse();
        assertThat(redis.pexpire("k", TWO_HOURS, ExpireCondition.GT)).isTrue();
        assertThat(redis.expireAt("k", FAR, ExpireCondition.LT)).isFalse();
        assertThat(redis.expireAt("k", FAR, ExpireCondition.GT)).isTrue();
        assertThat(redis.pexpireAt("k", FAR.plusMillis(7), ExpireCondition.XX)).isTrue();
        assertThat(redis.pexpireAt("k", FAR, ExpireCondition.LT)).isTrue();
    }

    @Test
    void tellsTheMomentOfAnExpiry() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "EXPIRETIME is since Redis 7.0");

        assertThat(redis.expireTime("missing")).isEqualTo(Expiration.missing());
        assertThat(redis.pexpireTime("k")).isEqualTo(Expiration.persistent());
        redis.pexpireAt("k", FAR.plusMillis(7));
        assertThat(redis.pexpireTime("k").orElseThrow()).isEqualTo(FAR.plusMillis(7));
        assertThat(redis.expireTime("k").orElseThrow()).isEqualTo(FAR);
    }

    @Test
    void passesOnWhatAnOlderServerRefuses() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "conditions and EXPIRETIME are since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.expire("k", HOUR, ExpireCondition.NX));
        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.expireTime("k"));
        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.pexpireTime("k"));
    }
}
