package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sorrel.redis.Await;
import io.sorrel.redis.CallStyle;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.ManualTicker;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.MaxClientsException;
import io.sorrel.redis.error.NoProtoException;
import io.sorrel.redis.error.ProtectedModeException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.ServerLoadingException;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeRedis.Fault;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said before a connection is used, and what becomes of it when the server does not play along. */
@TimingTest
class HandshakeTest {
    private static final String ALL_STEPS = "/3?client-name=shop&connect-timeout=1m";

    private final FakeRedis fake = FakeRedis.start();
    private final Connections connections = new Connections();

    @AfterEach
    void end() {
        connections.close();
        fake.close();
    }

    private Connection connect(String tail) {
        return connections.connect(fake.uri() + patient(tail));
    }

    private Connection connectAs(String userInfo, String tail) {
        return connections.connect("redis://" + userInfo + "@" + fake.host() + ":" + fake.port() + patient(tail));
    }

    /** Where the test does not say otherwise, a handshake has more time than a slow machine takes. */
    private static String patient(String tail) {
        return tail.contains("connect-timeout") ? tail : tail + (tail.contains("?") ? "&" : "?") + "connect-timeout=1m";
    }

    private List<String> sent(int index) {
        return fake.commands().get(index);
    }

    @Test
    void saysHelloFirstWithProtocolAndCredentials() {
        Connection connection = connectAs("alice:s3cret", ALL_STEPS);
        assertThat(sent(0)).containsExactly("HELLO", "3", "AUTH", "alice", "s3cret");
        assertThat(sent(1)).containsExactly("CLIENT", "SETNAME", "shop");
        assertThat(sent(2)).containsExactly("CLIENT", "SETINFO", "LIB-NAME", "sorrel");
        assertThat(fake.commands().get(fake.commands().size() - 1)).containsExactly("SELECT", "3");
        assertThat(connection.server().protocol()).isEqualTo(3);
        assertThat(connection.isDirty()).isFalse();
    }

    @Test
    void aPasswordWithoutUserIsThatOfTheDefaultUser() {
        connectAs(":s3cret", "");
        assertThat(sent(0)).containsExactly("HELLO", "3", "AUTH", "default", "s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR unknown command 'HELLO', with args beginning with: '3' ",
                "NOPROTO unsupported protocol version",
                "NOPERM this user has no permissions to run the 'hello' command",
                "unsupported command 'HELLO'",
                "ERR unsupported command",
                "ERR Unsupported command: HELLO",
                "ERR wrong number of arguments for 'auth' command",
                "NOAUTH Authentication required.",
                "ERR operation not permitted",
                "FORBIDDEN"
            })
    void fallsBackToResp2WhenHelloIsRefused(String error) {
        fake.on("HELLO", FakeReply.error(error));
        Connection connection = connectAs("alice:s3cret", "/3");
        assertThat(sent(1)).containsExactly("AUTH", "alice", "s3cret");
        assertThat(fake.commands()).contains(List.of("SELECT", "3"));
        assertThat(connection.server().protocol()).isEqualTo(2);
        assertThat(Connections.ping(connection)).isEqualTo("PONG");
        assertThat(fake.connections()).isOne();
    }

    @Test
    void theAuthThatFollowsARefusedHelloDecidesAboutTheLogin() {
        fake.on("HELLO", FakeReply.error("NOAUTH Authentication required."))
                .on("AUTH", FakeReply.error("ERR invalid password"));
        assertThatThrownBy(() -> connectAs(":wr0ng", ""))
                .isInstanceOf(RedisAuthenticationException.class)
                .hasMessage(
                        "ERR invalid password; the handshake was refused: check username and password in the client's configuration,"
                                + " or in its URL (AUTH on 127.0.0.1:" + fake.port() + "; refused by the server)");
    }

    @Test
    void anOldServerIsGivenThePasswordAlone() {
        fake.fault(Fault.REFUSES_HELLO);
        connectAs(":s3cret", "");
        assertThat(sent(1)).containsExactly("AUTH", "s3cret");
    }

    @Test
    void silenceIsNoReasonToFallBack() {
        fake.fault(Fault.NEVER_ANSWERS);
        assertThatThrownBy(() -> connectAs("alice:s3cret", "?connect-timeout=150ms"))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("127.0.0.1:" + fake.port())
                .hasMessageNotContaining("s3cret");
        assertThat(fake.commands()).allMatch(command -> command.get(0).equals("HELLO"));
        Await.until(() -> fake.openConnections() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aReplyThatIsMissingAtAnyStepEndsTheConnection(int step) {
        CountDownLatch late = fake.holdReply(step);
        ManualTicker clock = new ManualTicker();
        Connector connector = connections.connector(ClientOptions.of(fake.uri() + ALL_STEPS), clock);
        Deadline deadline = Deadline.after(Duration.ofHours(1), clock);
        CompletableFuture<Connection> connecting = InBackground.call(() -> connector.connect(deadline));
        Await.until(() -> fake.commands().size() == step);
        clock.advance(Duration.ofMinutes(1));
        connector.watch().noted(Long.MIN_VALUE);
        assertThatThrownBy(() -> CallStyle.resultOf(connecting))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the handshake failed: no reply within 60 s");
        late.countDown();
        Await.until(() -> fake.openConnections() == 0);
        assertThat(Connections.ping(connect(ALL_STEPS))).isEqualTo("PONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOPERM this user has no permissions to run the 'client|setname' command",
                "ERR unknown command 'CLIENT', with args beginning with: 'SETNAME' "
            })
    void aRefusedNameOrLibraryIsPassedOver(String error) {
        fake.on("CLIENT", FakeReply.error(error));
        Connection connection = connect(ALL_STEPS);
        assertThat(Connections.ping(connection)).isEqualTo("PONG");
        assertThat(fake.connections()).isOne();
    }

    @Test
    void aRefusedDatabaseEndsTheConnection() {
        fake.on("SELECT", FakeReply.error("ERR DB index is out of range"));
        assertThatThrownBy(() -> connect("/99"))
                .isInstanceOf(RedisServerException.class)
                .hasMessage(
                        "ERR DB index is out of range; the handshake was refused: the client's options ask for database 99"
                                + " (db in the URL); the server must have it and allow SELECT (SELECT on 127.0.0.1:"
                                + fake.port()
                                + "; refused by the server)");
        Await.until(() -> fake.openConnections() == 0);
    }

    @Test
    void aWrongPasswordSaysWhatToCheckAndIsTriedOnce() {
        fake.on("HELLO", FakeReply.error("WRONGPASS invalid username-password pair or user is disabled."));
        assertThatThrownBy(() -> connectAs("alice:s3cret", ""))
                .isInstanceOf(RedisAuthenticationException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageContaining("check username and password in the client's configuration, or in its URL")
                .hasMessageNotContaining("s3cret");
        assertThat(fake.commands()).hasSize(1);
        Await.until(() -> fake.openConnections() == 0);
    }

    @Test
    void aMissingPasswordSaysWhereToSetIt() {
        fake.on("HELLO", FakeReply.error("NOAUTH HELLO must be called with the client already authenticated"));
        RedisAuthenticationException failure =
                catchThrowableOfType(RedisAuthenticationException.class, () -> connect(""));
        assertThat(failure)
                .hasMessageContaining("set username and password in the client's configuration, or in its URL");
        assertThat(failure.code()).isEqualTo("NOAUTH");
    }

    @Test
    void aServerAtItsLimitOfClientsIsNamedAsSuch() {
        fake.fault(Fault.HAS_TOO_MANY_CLIENTS);
        assertThatThrownBy(() -> connect("")).isInstanceOf(MaxClientsException.class);
    }

    @Test
    void aServerThatLoadsItsDataIsNoOldServer() {
        fake.fault(Fault.IS_LOADING);
        assertThatThrownBy(() -> connectAs("alice:s3cret", ""))
                .isInstanceOf(ServerLoadingException.class)
                .hasMessageContaining("; the handshake was refused (HELLO on ");
        assertThat(fake.commands()).hasSize(1);
        Await.until(() -> fake.openConnections() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MASTERDOWN Link with MASTER is down",
                "BUSY Redis is busy running a script.",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "ERR max number of clients reached"
            })
    void aServerThatSaysNotNowIsNoOldServer(String error) {
        fake.on("HELLO", FakeReply.error(error));
        assertThatThrownBy(() -> connect(""))
                .isInstanceOf(RedisServerException.class)
                .hasMessageStartingWith(error + "; the handshake was refused (HELLO on ");
        assertThat(fake.commands()).hasSize(1);
        assertThat(fake.connections()).isOne();
    }

    @Test
    void resp2IsSpokenWithoutHello() {
        Connection connection = connectAs("alice:s3cret", ALL_STEPS + "&protocol=resp2");
        assertThat(fake.commands())
                .startsWith(
                        List.of("AUTH", "alice", "s3cret"),
                        List.of("CLIENT", "SETNAME", "shop"),
                        List.of("CLIENT", "SETINFO", "LIB-NAME", "sorrel"))
                .endsWith(List.of("SELECT", "3"));
        assertThat(connection.server()).isEqualTo(ServerInfo.UNKNOWN);
    }

    @Test
    void aHandshakeThatAsksNothingElseSeesByPingThatThePeerAnswers() {
        assertThat(connect("?protocol=resp2&library-info=false").isOpen()).isTrue();
        assertThat(fake.commands()).containsExactly(List.of("PING"));
        fake.on("PING", FakeReply.error("NOPERM this user has no permissions to run the 'ping' command"));
        assertThat(connect("?protocol=resp2&library-info=false").isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&library-info=false"})
    void aMissingPasswordIsNoticedWithoutHello(String tail) {
        fake.onOthers(command -> FakeReply.error("NOAUTH Authentication required."))
                .on("CLIENT", FakeReply.error("NOAUTH Authentication required."))
                .on("PING", FakeReply.error("NOAUTH Authentication required."));
        assertThatThrownBy(() -> connect("?protocol=resp2" + tail))
                .isInstanceOf(RedisAuthenticationException.class)
                .hasMessageContaining(
                        "the handshake was refused: set username and password in the client's configuration, or in its URL");
    }

    @Test
    void aProtectedServerIsNamedAsSuch() {
        fake.on(
                "HELLO",
                FakeReply.error("DENIED Redis is running in protected mode").thenCut(Cut.CLOSE));
        assertThatThrownBy(() -> connect("")).isInstanceOf(ProtectedModeException.class);
        assertThat(fake.connections()).isOne();
    }

    @Test
    void resp3IsInsistedOnWhereItIsWanted() {
        fake.fault(Fault.REFUSES_RESP3);
        assertThatThrownBy(() -> connect("?protocol=resp3"))
                .isInstanceOf(NoProtoException.class)
                .hasMessageContaining("the client's options insist on protocol=resp3");
        fake.fault(Fault.ANSWERS_HELLO_IN_RESP2);
        assertThatThrownBy(() -> connect("?protocol=resp3"))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("asked for RESP3 and answered in RESP2");
        assertThat(connect("").server().protocol()).isEqualTo(2);
    }

    @Test
    void aServerThatSpeaksAnotherProtocolIsRecognised() {
        fake.on("HELLO", FakeReply.raw(new byte[] {0x15, 3, 3, 0, 2, 2, 70}));
        assertThatThrownBy(() -> connect(""))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("is it a Redis server, and does its port speak plain text rather than TLS?");
    }

    @Test
    void aResetConnectionIsAsAfterTheHandshake() {
        fake.on("RESET", FakeReply.simple("RESET"));
        Connection connection = connections.connect(ClientOptions.of(fake.uri() + ALL_STEPS));
        int before = fake.commands().size();
        connection.execute(Connections.COMMANDS.connection().select(7), Connections.soon());
        assertThat(connection.isDirty()).isTrue();
        connection.reset(Connections.soon());
        assertThat(connection.isDirty()).isFalse();
        assertThat(fake.commands().subList(before + 2, fake.commands().size()))
                .isEqualTo(fake.commands().subList(0, before));
    }
}
