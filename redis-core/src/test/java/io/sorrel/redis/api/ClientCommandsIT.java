package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ClientKillArgs;
import io.sorrel.redis.command.args.ClientPauseMode;
import io.sorrel.redis.command.args.ClientReplyMode;
import io.sorrel.redis.command.args.ClientTrackingArgs;
import io.sorrel.redis.command.args.ClientType;
import io.sorrel.redis.command.args.UnblockMode;
import io.sorrel.redis.command.reply.ClientInfo;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.error.RedisConnectionException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnblockedException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The CLIENT commands against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class ClientCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create().flushedBeforeEach();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;
    private RedisSession session;
    private RedisCommands<String, String> own;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        session = client.openSession();
        own = session.sync();
    }

    @AfterEach
    void close() {
        session.close();
        client.close();
    }

    @Test
    void namesTheConnection() {
        assertThat(own.clientGetName()).isNull();

        own.clientSetName("worker-1");
        assertThat(own.clientGetName()).isEqualTo("worker-1");
        own.clientSetName("");
        assertThat(own.clientGetName()).isNull();
    }

    @Test
    void tellsWhatTheServerKnowsOfTheConnection() {
        own.clientSetName("me");
        own.select(3);

        ClientInfo info = own.clientInfo();

        assertThat(info.id()).isEqualTo(own.clientId());
        assertThat(info.name()).isEqualTo("me");
        assertThat(info.database()).isEqualTo(3);
        assertThat(info.address()).startsWith("127.0.0.1:");
        assertThat(info.localAddress()).isEqualTo("127.0.0.1:" + SERVER.server().port());
        assertThat(info.user()).isEqualTo("default");
        assertThat(info.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(info.idle()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(info.hasFlag('N')).isTrue();
        assertThat(info.flags()).isEqualTo("N");
        assertThat(info.subscriptions() + info.patternSubscriptions()).isZero();
        assertThat(info.queuedCommands()).isEqualTo(-1);
        assertThat(info.redirect()).isEqualTo(-1);
        assertThat(info.outputMemory()).isZero();
        assertThat(info.totalMemory()).isPositive();
        assertThat(info.lastCommand()).startsWith("client");
        assertThat(info.fields()).containsEntry("name", "me");
    }

    @Test
    void tellsTheProtocolWhereTheServerDoes() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "told since Redis 7.0");

        assertThat(own.clientInfo().protocol()).isEqualTo(path.protocol() == ProtocolVersion.RESP2 ? 2 : 3);
        assertThat(own.clientInfo().shardSubscriptions()).isZero();
    }

    @Test
    void listsConnections() {
        long id = own.clientId();

        assertThat(redis.clientList()).hasSizeGreaterThanOrEqualTo(2).anyMatch(each -> each.id() == id);
        assertThat(redis.clientList(ClientType.NORMAL)).anyMatch(each -> each.id() == id);
        assertThat(redis.clientList(ClientType.PUBSUB)).isEmpty();
        assertThat(redis.clientList(ClientType.REPLICA)).isEmpty();
        assertThat(redis.clientList(ClientType.MASTER)).isEmpty();
        assertThat(redis.clientList(id, Long.MAX_VALUE))
                .extracting(ClientInfo::id)
                .containsExactly(id);
        assertThat(redis.clientList(Long.MAX_VALUE)).isEmpty();
        assertThat(redis.clientHelp()).anyMatch(line -> line.contains("KILL"));
    }

    @Test
    void closesTheConnectionWithANumber() {
        long id = own.clientId();

        assertThat(redis.clientKillBy(
                        ClientKillArgs.filter().id(id).type(ClientType.NORMAL).user("default")))
                .isEqualTo(1);

        assertThatExceptionOfType(RedisConnectionException.class).isThrownBy(() -> own.ping());
        assertThat(redis.clientKillBy(ClientKillArgs.filter().id(id))).isZero();
    }

    @Test
    void closesTheConnectionFromAnAddress() {
        String address = Objects.requireNonNull(own.clientInfo().address());

        redis.clientKill(address);

        assertThatExceptionOfType(RedisConnectionException.class).isThrownBy(() -> own.ping());
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clientKill(address));
    }

    @Test
    void closesOnlyConnectionsToWhichAllFiltersApply() {
        ClientInfo info = own.clientInfo();
        ClientKillArgs mine = ClientKillArgs.filter()
                .address(Objects.requireNonNull(info.address()))
                .localAddress(Objects.requireNonNull(info.localAddress()));

        assertThat(redis.clientKillBy(mine.type(ClientType.PUBSUB))).isZero();
        assertThat(own.clientKillBy(mine.skipMe(true))).isZero();
        assertThat(redis.clientKillBy(mine.skipMe(false))).isEqualTo(1);

        assertThatExceptionOfType(RedisConnectionException.class).isThrownBy(() -> own.ping());
    }

    @Test
    void closesOldConnectionsWhereTheServerCan() {
        assumeTrue(ServerKnows.clientKillMaxAge(SERVER.server()), "MAXAGE is since Redis 7.4 and Valkey 8.0");

        assertThat(redis.clientKillBy(ClientKillArgs.filter().maxAge(Duration.ofDays(1))))
                .isZero();
    }

    @Test
    void passesOnThatAnOlderServerDoesNotKnowAges() {
        assumeFalse(ServerKnows.clientKillMaxAge(SERVER.server()), "MAXAGE is since Redis 7.4 and Valkey 8.0");

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clientKillBy(ClientKillArgs.filter().maxAge(Duration.ofDays(1))));
    }

    @Test
    void holdsBackWritesUntilThePauseEnds() {
        redis.clientPause(Duration.ofMinutes(1), ClientPauseMode.WRITE);
        try {
            CompletableFuture<Void> write = InBackground.run(() -> redis.set("k", "v"));
            long id = own.clientId();
            Await.until(() -> own.clientList().stream().anyMatch(each -> each.hasFlag('b') && each.id() != id));
            assertThat(write).isNotDone();
            assertThat(own.get("k")).isNull();

            own.clientUnpause();

            write.join();
            assertThat(own.get("k")).isEqualTo("v");
        } finally {
            own.clientUnpause();
        }
    }

    @Test
    void endsAPauseThatHoldsUpWhatTheSameThreadHasSent() {
        redis.clientPause(Duration.ofMinutes(1), ClientPauseMode.WRITE);
        CompletableFuture<?> write = client.async().set("k", "v");

        redis.clientUnpause();

        assertThat(write).succeedsWithin(Duration.ofMinutes(2));
        assertThat(redis.get("k")).isEqualTo("v");
    }

    @Test
    void pausesEverything() {
        redis.clientPause(Duration.ofMillis(1));
        redis.clientPause(Duration.ofMillis(1), ClientPauseMode.ALL);

        assertThat(redis.ping()).isEqualTo("PONG");
    }

    @Test
    void endsABlockingCommandAsIfItsTimeWereUp() {
        long id = own.clientId();
        assertThat(redis.clientUnblock(id)).isFalse();

        CompletableFuture<Object> popped = InBackground.call(() -> session.execute(popForever()));
        Await.until(() -> redis.clientUnblock(id));
        assertThat(popped.join()).isNull();

        CompletableFuture<Object> again = InBackground.call(() -> session.execute(popForever()));
        Await.until(() -> redis.clientUnblock(id, UnblockMode.TIMEOUT));
        assertThat(again.join()).isNull();
    }

    @Test
    void endsABlockingCommandWithAnError() {
        long id = own.clientId();

        CompletableFuture<Object> popped = InBackground.call(() -> session.execute(popForever()));
        Await.until(() -> redis.clientUnblock(id, UnblockMode.ERROR));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(popped::join)
                .withCauseInstanceOf(UnblockedException.class);
    }

    private Command<Object> popForever() {
        return redis.commands().raw("BLPOP").key("nothing").number(0).reply(ReplyDecoders.any());
    }

    @Test
    void tracksKeysOnBehalfOfAnotherConnection() {
        assertThat(own.clientGetRedir()).isEqualTo(-1);
        assertThat(own.clientTrackingInfo().isOn()).isFalse();
        try (RedisSession other = client.openSession()) {
            long target = other.sync().clientId();

            own.clientTracking(ClientTrackingArgs.optIn().noLoop().redirect(target));

            assertThat(own.clientGetRedir()).isEqualTo(target);
            assertThat(own.clientTrackingInfo().isOn()).isTrue();
            assertThat(own.clientTrackingInfo().redirect()).isEqualTo(target);
            assertThat(own.clientTrackingInfo().flags()).contains("on", "optin", "noloop");
            own.clientCaching(true);
            assertThat(own.clientTrackingInfo().flags()).contains("caching-yes");
            own.clientTrackingOff();
            assertThat(own.clientTrackingInfo().flags()).containsExactly("off");
        }
    }

    @Test
    void tracksKeysByPrefixOrWithExceptions() {
        own.clientTracking(ClientTrackingArgs.broadcast("user:", "order:"));
        assertThat(own.clientTrackingInfo().flags()).contains("on", "bcast");
        assertThat(own.clientTrackingInfo().prefixes()).containsExactlyInAnyOrder("user:", "order:");
        own.clientTrackingOff();

        own.clientTracking(ClientTrackingArgs.optOut());
        own.clientCaching(false);
        assertThat(own.clientTrackingInfo().flags()).contains("optout", "caching-no");
        assertThat(own.clientTrackingInfo().redirect()).isZero();
        own.clientTrackingOff();

        own.clientTracking(ClientTrackingArgs.defaults());
        assertThat(own.clientTrackingInfo().flags()).containsExactly("on");
        own.clientTrackingOff();
    }

    @Test
    void staysInStepWhenTheServerTellsAboutChangedKeys() {
        assumeTrue(path.protocol() == ProtocolVersion.RESP3, "only RESP3 tells it on the connection itself");
        own.clientTracking(ClientTrackingArgs.defaults());
        redis.set("k", "1");

        for (int i = 2; i < 10; i++) {
            assertThat(own.get("k")).isEqualTo(String.valueOf(i - 1));
            redis.set("k", String.valueOf(i));
            assertThat(own.echo("in step")).isEqualTo("in step");
        }
    }

    @Test
    void sparesTheConnectionWhereTheServerCan() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "CLIENT NO-EVICT is since Redis 7.0");

        own.clientNoEvict(true);
        assertThat(own.clientInfo().hasFlag('e')).isTrue();
        own.clientNoEvict(false);
        assertThat(own.clientInfo().hasFlag('e')).isFalse();
    }

    @Test
    void leavesKeysUntouchedAndNamesItsLibraryWhereTheServerCan() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "since Redis 7.2");

        own.clientNoTouch(true);
        assertThat(own.clientInfo().hasFlag('T')).isTrue();
        own.clientNoTouch(false);
        assertThat(own.clientInfo().hasFlag('T')).isFalse();
        own.clientSetInfo("LIB-NAME", "sorrel-test");
        own.clientSetInfo("LIB-VER", "1.2.3");
        assertThat(own.clientInfo().libraryName()).isEqualTo("sorrel-test");
        assertThat(own.clientInfo().libraryVersion()).isEqualTo("1.2.3");
    }

    @Test
    void passesOnWhatAnOlderServerRefuses() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "since Redis 7.2");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> own.clientNoTouch(true));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> own.clientSetInfo("LIB-NAME", "x"));
        assertThat(own.clientInfo().libraryName()).isNull();
        assertThat(own.clientInfo().watchedKeys()).isEqualTo(-1);
    }

    @Test
    void refusesOutsideOfASessionWhatIsAboutTheConnection() {
        List<Runnable> uses = List.of(
                () -> redis.clientId(),
                () -> redis.clientInfo(),
                () -> redis.clientGetName(),
                () -> redis.clientSetName("x"),
                () -> redis.clientTrackingInfo(),
                () -> redis.clientTracking(ClientTrackingArgs.defaults()));

        assertThat(uses)
                .allSatisfy(use ->
                        assertThatIllegalStateException().isThrownBy(use::run).withMessageContaining("openSession"));
    }

    @Test
    void refusesEverywhereToSilenceReplies() {
        assertThatIllegalStateException()
                .isThrownBy(() -> own.clientReply(ClientReplyMode.OFF))
                .withMessageContaining("CLIENT REPLY");
    }
}
