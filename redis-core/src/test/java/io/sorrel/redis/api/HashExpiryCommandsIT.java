package io.sorrel.redis.api;

import static io.sorrel.redis.command.reply.FieldExpireResult.CONDITION_NOT_MET;
import static io.sorrel.redis.command.reply.FieldExpireResult.DELETED;
import static io.sorrel.redis.command.reply.FieldExpireResult.NO_SUCH_FIELD;
import static io.sorrel.redis.command.reply.FieldExpireResult.SET;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ExpireCondition;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.HSetExArgs;
import io.sorrel.redis.command.reply.Expiration;
import io.sorrel.redis.command.reply.FieldPersistResult;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The expiry of single fields of hashes against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HashExpiryCommandsIT {
    private static final String NEEDS_7_4 = "expiry of hash fields needs Redis 7.4";
    private static final String NEEDS_8 = "HGETEX and HSETEX need Redis 8.0";

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private final Instant moment = Instant.now().plus(ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        redis.hset("h", Map.of("a", "1", "b", "2", "c", "3"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void letsFieldsExpireAfterATime() {
        assumeTrue(ServerKnows.fieldExpiry(SERVER.server()), NEEDS_7_4);

        assertThat(redis.hexpire("h", ofSeconds(100), "a", "missing")).containsExactly(SET, NO_SUCH_FIELD);
        assertThat(redis.hpexpire("h", ofMillis(200_500), "b")).containsExactly(SET);
        assertThat(redis.hexpire("missing", ofSeconds(100), "a")).containsExactly(NO_SUCH_FIELD);

        assertThat(timeLeft("a")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(timeLeft("b")).isBetween(ofSeconds(160), ofMillis(200_500));
        assertThat(redis.hpttl("h", "c", "missing")).containsExactly(Expiration.persistent(), Expiration.missing());
        assertThat(redis.httl("missing", "a")).containsExactly(Expiration.missing());
        assertThat(redis.httl("h", "a").get(0).orElseThrow()).isBetween(ofSeconds(60), ofSeconds(100));
    }

    @Test
    void letsFieldsExpireAtAMoment() {
        assumeTrue(ServerKnows.fieldExpiry(SERVER.server()), NEEDS_7_4);
        Instant precise = moment.plusMillis(123);

        assertThat(redis.hexpireAt("h", moment, "a")).containsExactly(SET);
        assertThat(redis.hpexpireAt("h", precise, "b", "missing")).containsExactly(SET, NO_SUCH_FIELD);

        assertThat(redis.hexpireTime("h", "a", "c", "missing"))
                .containsExactly(Expiration.expiring(moment), Expiration.persistent(), Expiration.missing());
        assertThat(redis.hpexpireTime("h", "b", "c", "missing"))
                .containsExactly(Expiration.expiring(precise), Expiration.persistent(), Expiration.missing());
    }

    @Test
    void deletesFieldsWhoseMomentHasPassed() {
        assumeTrue(ServerKnows.fieldExpiry(SERVER.server()), NEEDS_7_4);

        assertThat(redis.hexpireAt("h", Instant.ofEpochSecond(5), "a")).containsExactly(DELETED);
        assertThat(redis.hpexpireAt("h", Instant.ofEpochSecond(5), "b")).containsExactly(DELETED);

        assertThat(redis.hgetAll("h")).isEqualTo(Map.of("c", "3"));
    }

    @Test
    void changesAnExpiryOnlyOnACondition() {
        assumeTrue(ServerKnows.fieldExpiry(SERVER.server()), NEEDS_7_4);
        redis.hexpire("h", ofSeconds(100), "a");

        assertThat(redis.hexpire("h", ofSeconds(200), ExpireCondition.NX, "a", "b"))
                .containsExactly(CONDITION_NOT_MET, SET);
        assertThat(redis.hpexpire("h", ofMinutes(5), ExpireCondition.XX, "a", "c"))
                .containsExactly(SET, CONDITION_NOT_MET);
        assertThat(redis.hexpireAt("h", moment.minusSeconds(280), ExpireCondition.GT, "a", "c"))
                .containsExactly(CONDITION_NOT_MET, CONDITION_NOT_MET);
        assertThat(redis.hpexpireAt("h", moment.minusSeconds(200), ExpireCondition.LT, "a", "c"))
                .containsExactly(SET, SET);
    }

    @Test
    void removesTheExpiryOfFields() {
        assumeTrue(ServerKnows.fieldExpiry(SERVER.server()), NEEDS_7_4);
        redis.hexpire("h", ofSeconds(100), "a");

        assertThat(redis.hpersist("h", "a", "b", "missing"))
                .containsExactly(
                        FieldPersistResult.PERSISTED, FieldPersistResult.NO_EXPIRY, FieldPersistResult.NO_SUCH_FIELD);
        assertThat(redis.hpersist("missing", "a")).containsExactly(FieldPersistResult.NO_SUCH_FIELD);
        assertThat(redis.httl("h", "a")).containsExactly(Expiration.persistent());
    }

    @Test
    void readsFieldsAndChangesTheirExpiry() {
        assumeTrue(ServerKnows.fieldExpiryOnAccess(SERVER.server()), NEEDS_8);

        assertThat(redis.hgetEx("h", GetExArgs.ex(ofSeconds(100)), "a", "missing"))
                .containsExactly("1", null);
        assertThat(timeLeft("a")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(redis.hgetEx("h", GetExArgs.px(ofMillis(200_500)), "a")).containsExactly("1");
        assertThat(timeLeft("a")).isBetween(ofSeconds(160), ofMillis(200_500));
        assertThat(redis.hgetEx("h", GetExArgs.exAt(moment), "a")).containsExactly("1");
        assertThat(redis.hgetEx("h", GetExArgs.pxAt(moment), "b")).containsExactly("2");
        assertThat(redis.hexpireTime("h", "a", "b"))
                .containsExactly(Expiration.expiring(moment), Expiration.expiring(moment));
        assertThat(redis.hgetEx("h", GetExArgs.persist(), "a")).containsExactly("1");
        assertThat(redis.httl("h", "a")).containsExactly(Expiration.persistent());
        assertThat(redis.hgetEx("missing", GetExArgs.persist(), "a", "b")).containsExactly(null, null);
        assertThat(redis.hgetEx("h", GetExArgs.pxAt(Instant.ofEpochSecond(5)), "c"))
                .containsExactly("3");
        assertThat(redis.hexists("h", "c")).isFalse();
    }

    @Test
    void setsFieldsWithAnExpiry() {
        assumeTrue(ServerKnows.fieldExpiryOnAccess(SERVER.server()), NEEDS_8);

        assertThat(redis.hsetEx("h", "a", "10", HSetExArgs.ex(ofSeconds(100)))).isTrue();
        assertThat(timeLeft("a")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(redis.hsetEx("h", "a", "11", HSetExArgs.keepTtl())).isTrue();
        assertThat(timeLeft("a")).isBetween(ofSeconds(60), ofSeconds(100));
        assertThat(redis.hsetEx("h", Map.of("b", "12", "d", "13"), HSetExArgs.px(ofMillis(200_500))))
                .isTrue();
        assertThat(timeLeft("b")).isBetween(ofSeconds(160), ofMillis(200_500));
        assertThat(redis.hsetEx("h", "b", "14", HSetExArgs.exAt(moment))).isTrue();
        assertThat(redis.hsetEx("h", "d", "15", HSetExArgs.pxAt(moment))).isTrue();
        assertThat(redis.hexpireTime("h", "b", "d"))
                .containsExactly(Expiration.expiring(moment), Expiration.expiring(moment));
        assertThat(redis.hgetAll("h")).isEqualTo(Map.of("a", "11", "b", "14", "c", "3", "d", "15"));
    }

    @Test
    void setsFieldsOnACondition() {
        assumeTrue(ServerKnows.fieldExpiryOnAccess(SERVER.server()), NEEDS_8);

        assertThat(redis.hsetEx("h", Map.of("a", "10", "d", "11"), HSetExArgs.fnx()))
                .isFalse();
        assertThat(redis.hsetEx("h", Map.of("a", "10", "d", "11"), HSetExArgs.fxx()))
                .isFalse();
        assertThat(redis.hsetEx("h", "d", "12", HSetExArgs.ex(ofSeconds(100)).fnx()))
                .isTrue();
        assertThat(redis.hsetEx(
                        "h", Map.of("a", "13", "b", "14"), HSetExArgs.fxx().exAt(moment)))
                .isTrue();
        assertThat(redis.hgetAll("h")).isEqualTo(Map.of("a", "13", "b", "14", "c", "3", "d", "12"));
    }

    @Test
    void saysThatAnOlderServerDoesNotKnowExpiryOfFields() {
        assumeFalse(ServerKnows.fieldExpiry(SERVER.server()), "this server knows HEXPIRE");

        refused(() -> redis.hexpire("h", ofSeconds(1), "a"));
        refused(() -> redis.hpexpire("h", ofSeconds(1), "a"));
        refused(() -> redis.hexpireAt("h", moment, "a"));
        refused(() -> redis.hpexpireAt("h", moment, "a"));
        refused(() -> redis.hexpireTime("h", "a"));
        refused(() -> redis.hpexpireTime("h", "a"));
        refused(() -> redis.httl("h", "a"));
        refused(() -> redis.hpttl("h", "a"));
        refused(() -> redis.hpersist("h", "a"));
        assertThat(redis.hget("h", "a")).isEqualTo("1");
    }

    @Test
    void saysThatAnOlderServerDoesNotKnowExpiryOnAccess() {
        assumeFalse(ServerKnows.fieldExpiryOnAccess(SERVER.server()), "this server knows HGETEX");

        refused(() -> redis.hgetEx("h", GetExArgs.persist(), "a"));
        refused(() -> redis.hsetEx("h", "a", "9", HSetExArgs.fxx()));
        assertThat(redis.hget("h", "a")).isEqualTo("1");
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(UnknownCommandException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.REFUSED));
    }

    private Duration timeLeft(String field) {
        return redis.hpttl("h", field).get(0).orElseThrow();
    }
}
