package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session may change its connection; the next borrower does not notice. */
@TimingTest
class SessionIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.shared();

    private static final String PATIENT = "command-timeout=2m&connect-timeout=1m&pool-check-after-idle=1h";

    private static Command<Object> raw(String name, String... arguments) {
        CommandBuilder<String, String> builder = new CommandDefinitions<>(RedisCodec.utf8()).raw(name);
        for (String argument : arguments) {
            builder.value(argument);
        }
        return builder.reply(ReplyDecoders.any());
    }

    private static RedisClient oneConnection(String options) {
        return RedisClient.create(REDIS.uri() + "/2?pool-max-size=1&client-name=shop&" + PATIENT + options);
    }

    /**
     * What the server says of the connection, without what differs from moment to moment. Whether MULTI is open is told by the flags;
     * after RESET, Valkey still shows an empty count of queued commands.
     */
    private static String clientInfo(RedisClient redis) {
        try (RedisSession session = redis.openSession()) {
            return String.valueOf(session.execute(raw("CLIENT INFO")))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(
                            "\\b(id|addr|laddr|fd|age|idle|qbuf|qbuf-free|argv-mem|tot-mem|rbs|rbp|omem|multi-mem"
                                    + "|tot-net-in|tot-net-out|tot-cmds|io-thread|read-events|parse-[a-z-]+|avg-[a-z-]+)=\\S* ?",
                            "")
                    .replace("multi=0 ", "multi=-1 ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reset   | SELECT         | 5",
                "destroy | SELECT         | 5",
                "reset   | CLIENT SETNAME | other",
                "destroy | CLIENT SETNAME | other",
                "reset   | HELLO          | 2",
                "destroy | HELLO          | 2",
                "reset   | CLIENT TRACKING | ON",
                "destroy | CLIENT TRACKING | ON",
                "reset   | CLIENT NO-EVICT | ON",
                "destroy | CLIENT NO-EVICT | ON",
                "reset   | RESET          |",
                "destroy | RESET          |",
                "reset   | MULTI          |",
                "destroy | MULTI          |",
                "reset   | WATCH          | key",
                "destroy | WATCH          | key",
                "reset   | READONLY       |",
                "reset   | AUTH           | wrong",
            })
    void nothingOfWhatASessionChangedIsLeft(String whenDirty, String name, String argument) {
        try (RedisClient redis = oneConnection("&pool-when-dirty=" + whenDirty)) {
            String before = clientInfo(redis);
            try (RedisSession session = redis.openSession()) {
                session.execute(argument == null ? raw(name) : raw(name, argument));
            } catch (RedisException e) {
                assertThat(e.outcome()).isEqualTo(CommandOutcome.REFUSED);
            }
            assertThat(clientInfo(redis)).isEqualTo(before).contains("name=shop", "db=2");
            assertThat(redis.sync().ping()).isEqualTo("PONG");
            assertThat(redis.poolStatistics().active()).isZero();
        }
    }

    @Test
    void aDirtyConnectionIsResetOrReplacedAsTheOptionSays() {
        try (RedisClient redis = oneConnection("&pool-when-dirty=reset")) {
            try (RedisSession session = redis.openSession()) {
                session.sync().select(5);
            }
            assertThat(redis.sync().ping()).isEqualTo("PONG");
            assertThat(redis.poolStatistics().created()).isOne();
        }
        try (RedisClient redis = oneConnection("&pool-when-dirty=destroy")) {
            try (RedisSession session = redis.openSession()) {
                session.sync().select(5);
            }
            assertThat(redis.sync().ping()).isEqualTo("PONG");
            assertThat(redis.poolStatistics().destroyed()).containsEntry(DestroyCause.DIRTY, 1L);
        }
    }

    @Test
    void aSessionKeepsItsConnectionAndItsState() {
        try (RedisClient redis = oneConnection("");
                RedisSession session = redis.openSession()) {
            session.sync().select(5);
            session.sync().set("key", "in database 5");
            Object id = session.execute(raw("CLIENT ID"));
            assertThat(session.execute(raw("CLIENT ID"))).isEqualTo(id);
            session.sync().select(2);
            assertThat(session.sync().get("key")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "WATCH", "MULTI", "HELLO", "RESET", "CLIENT SETNAME", "CLIENT TRACKING", "AUTH"})
    void aCommandThatChangesItsConnectionIsRefusedOutsideOfASession(String name) {
        try (RedisClient redis = oneConnection("")) {
            assertThatThrownBy(() -> redis.execute(raw(name)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name + " changes the state of one connection")
                    .hasMessageContaining("redis.openSession()");
            assertThat(redis.poolStatistics().created()).isZero();
        }
    }

    @Test
    void aCommandThatAsksAboutItsConnectionIsRefusedOutsideOfASession() {
        try (RedisClient redis = oneConnection("")) {
            assertThatThrownBy(() -> redis.execute(raw("CLIENT ID")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("CLIENT ID is about one connection")
                    .hasMessageContaining("redis.openSession()");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUIT", "CLIENT REPLY", "SUBSCRIBE", "MONITOR", "SYNC"})
    void aCommandThatWouldBreakTheConnectionIsRefusedEverywhere(String name) {
        try (RedisClient redis = oneConnection("");
                RedisSession session = redis.openSession()) {
            assertThatThrownBy(() -> redis.execute(raw(name, "x"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> session.execute(raw(name, "x")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name + " would end the connection or its replies");
            assertThat(session.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aClosedSessionSaysSoAndMayBeClosedAgain() {
        try (RedisClient redis = oneConnection("")) {
            RedisSession session = redis.openSession();
            session.close();
            session.close();
            assertThatThrownBy(() -> session.sync().ping())
                    .isInstanceOf(RedisClosedException.class)
                    .hasMessageContaining("the session is closed");
            assertThat(redis.poolStatistics().idle()).isOne();
        }
    }

    @Test
    void twoThreadsAtOnceInOneSessionAreToldApart() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeRedis fake =
                        FakeRedis.start().on("GET slow", FakeReply.bulk("slow").heldUntil(released));
                RedisClient redis = RedisClient.create(fake.uri() + "?" + PATIENT);
                RedisSession session = redis.openSession()) {
            CompletableFuture<String> first =
                    InBackground.call(() -> session.sync().get("slow"));
            fake.awaitCommand("GET slow");
            assertThatThrownBy(() -> session.sync().get("other"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("open a session for each thread");
            released.countDown();
            assertThat(first.get()).isEqualTo("slow");
        }
    }

    @Test
    void aSessionClosedUnderARunningCallLeavesNothingToTheNextBorrower() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start()
                        .on("GET slow", FakeReply.bulk("slow").heldUntil(released))
                        .on("GET other", FakeReply.bulk("other"));
                RedisClient redis = RedisClient.create(fake.uri() + "?pool-max-size=1&" + PATIENT)) {
            RedisSession session = redis.openSession();
            CompletableFuture<RedisClosedException> failure = InBackground.call(() -> catchThrowableOfType(
                    RedisClosedException.class, () -> session.sync().get("slow")));
            fake.awaitCommand("GET slow");
            session.close();
            assertThat(failure.get().outcome()).isEqualTo(CommandOutcome.UNKNOWN);
            assertThat(redis.sync().get("other")).isEqualTo("other");
            released.countDown();
            assertThat(redis.sync().get("other")).isEqualTo("other");
        }
    }
}
