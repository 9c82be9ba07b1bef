package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sorrel.redis.Await;
import io.sorrel.redis.CallStyle;
import io.sorrel.redis.CapturedLog;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.ManualTicker;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.MaxClientsException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeRedis.Fault;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that close the connection at a command they do not know, as some proxies do. */
@TimingTest
class MinimalHandshakeTest {
    private static final FakeReply CLOSED = FakeReply.nothing().thenCut(Cut.CLOSE);
    private static final FakeReply RESET = FakeReply.nothing().thenCut(Cut.RESET);

    private final CapturedLog log = CapturedLog.of(MinimalRetry.class, Level.DEBUG);
    private final FakeRedis fake = FakeRedis.start();
    private final Connections connections = new Connections();

    @AfterEach
    void end() {
        log.close();
        connections.close();
        fake.close();
    }

    private Connector connector(String userInfo, String tail) {
        return connections.connector(ClientOptions.of("redis://" + userInfo + fake.host() + ":" + fake.port() + tail));
    }

    private Connection connect(String tail) {
        return connector("", tail).connect(Connections.soon());
    }

    private List<String> names() {
        return fake.commands().stream().map(command -> command.get(0)).toList();
    }

    @Test
    void aMinimalHandshakeSaysWhatIsNeededOnly() {
        Connector connector = connector("alice:s3cret@", "/3?handshake=minimal&client-name=shop");
        Connection connection = connector.connect(Connections.soon());
        assertThat(fake.commands()).containsExactly(List.of("AUTH", "alice", "s3cret"), List.of("SELECT", "3"));
        assertThat(connection.server()).isEqualTo(ServerInfo.UNKNOWN);
        try (Link link = connector.openLink(Connections.soon())) {
            assertThat(link.answersEcho()).isFalse();
        }
        assertThat(names()).containsExactly("AUTH", "SELECT", "AUTH", "SELECT");
    }

    @Test
    void aMinimalHandshakeWithoutAnyNeedSaysNothing() {
        assertThat(connect("?handshake=minimal&client-name=shop").isOpen()).isTrue();
        assertThat(fake.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "CLIENT SETNAME", "CLIENT SETINFO"})
    void aPeerThatClosesAtAnyStepIsConnectedWithFewerOfThem(String closing) {
        for (FakeReply end : List.of(CLOSED, RESET)) {
            fake.on(closing, end);
            Connection connection =
                    connector("alice:s3cret@", "/3?client-name=shop").connect(Connections.soon());
            assertThat(Connections.ping(connection)).isEqualTo("PONG");
            assertThat(connection.server()).isEqualTo(ServerInfo.UNKNOWN);
            assertThat(names()).endsWith("AUTH", "SELECT", "PING");
        }
        assertThat(fake.connections()).isEqualTo(4);
    }

    @Test
    void aPeerThatClosesAtEchoHasALinkThatCannotCheckItself() {
        fake.on("ECHO", CLOSED);
        try (Link link = connector("", "?protocol=resp2&library-info=false").openLink(Connections.soon())) {
            assertThat(link.answersEcho()).isFalse();
            assertThat(link.isOpen()).isTrue();
        }
        assertThat(fake.connections()).isEqualTo(2);
    }

    @Test
    void eachConnectionIsTriedInFullFirstAndTheFirstIsWarnedOf() {
        fake.on("HELLO", CLOSED);
        Connector connector = connector("", "");
        connector.connect(Connections.soon()).close();
        connector.openLink(Connections.soon()).close();
        assertThat(names()).containsExactly("HELLO", "PING", "HELLO", "PING");
        assertThat(log.events()).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.DEBUG);
        assertThat(log.events().get(0).getFormattedMessage())
                .contains("127.0.0.1:" + fake.port(), "closed the connection", "(HELLO)", "handshake=minimal");
        fake.fault(Fault.NONE).on("HELLO", FakeReply.error("ERR unknown command"));
        assertThat(Connections.ping(connector.connect(Connections.soon()))).isEqualTo("PONG");
        assertThat(log.events()).hasSize(2);
    }

    @Test
    void anErrorProvesThatThePeerAnswers() {
        fake.on("HELLO", CLOSED).on("PING", FakeReply.error("ERR unsupported command"));
        assertThat(connect("").isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSES_INSTEAD_OF_ANSWERING", "CLOSES_ON_ACCEPT"})
    void aPeerThatAnswersNothingFailsAsInTheFirstAttempt(Fault fault) {
        fake.fault(fault);
        ConnectFailedException failure = catchThrowableOfType(
                ConnectFailedException.class,
                () -> connector("alice:s3cret@", "").connect(Connections.soon()));
        assertThat(failure)
                .hasMessageContaining("does its port speak plain text rather than TLS?")
                .hasMessageContaining("protocol=resp2")
                .hasMessageContaining("handshake=minimal")
                .hasMessageNotContaining("s3cret");
        assertThat(fake.connections()).isEqualTo(2);
        assertThat(log.events()).isEmpty();
        Await.until(() -> fake.openConnections() == 0);
    }

    /** The reset may come while the system still connects, or during the handshake. */
    @Test
    void aPeerThatResetsFailsTheConnect() {
        fake.fault(Fault.RESETS_ON_ACCEPT);
        assertThatThrownBy(() -> connector("alice:s3cret@", "").connect(Connections.soon()))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining(fake.host() + ":" + fake.port())
                .hasMessageNotContaining("s3cret");
        assertThat(log.events()).isEmpty();
        Await.until(() -> fake.openConnections() == 0);
    }

    @Test
    void aPeerThatSendsWhatIsNoReplyFailsAsInTheFirstAttempt() {
        fake.on("HELLO", CLOSED).on("PING", FakeReply.raw(new byte[] {0x15, 3, 3, 0, 2, 2, 70}));
        assertThatThrownBy(() -> connect(""))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("does its port speak plain text rather than TLS?");
    }

    @Test
    void aSecondAttemptThatGetsNoReplyFailsAsInTheFirstAttemptWithinTheDeadline() {
        fake.on("HELLO", CLOSED).on("PING", FakeReply.nothing());
        ManualTicker clock = new ManualTicker();
        Connector connector = connections.connector(ClientOptions.of(fake.uri() + "?connect-timeout=1m"), clock);
        Deadline deadline = Deadline.after(Duration.ofHours(1), clock);
        CompletableFuture<Connection> connecting = InBackground.call(() -> connector.connect(deadline));
        fake.awaitCommand("PING");
        clock.advance(Duration.ofMinutes(1));
        connector.watch().noted(Long.MIN_VALUE);
        assertThatThrownBy(() -> CallStyle.resultOf(connecting))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("the server closed the connection before it replied");
    }

    @Test
    void aRefusalOfTheSecondAttemptIsTheFailure() {
        fake.on("HELLO", CLOSED).on("AUTH", FakeReply.error("ERR invalid password"));
        assertThatThrownBy(() -> connector(":wr0ng@", "").connect(Connections.soon()))
                .isInstanceOf(RedisAuthenticationException.class)
                .hasMessageContaining("check username and password");
    }

    @Test
    void aPeerThatHasNoRoomDoesNotCountAsOneThatAnswers() {
        fake.on("HELLO", CLOSED)
                .on("PING", FakeReply.error("ERR max number of clients reached").thenCut(Cut.CLOSE));
        assertThatThrownBy(() -> connect("")).isInstanceOf(MaxClientsException.class);
    }

    @Test
    void whoInsistsOnResp3IsNotGivenLess() {
        fake.on("HELLO", CLOSED);
        assertThatThrownBy(() -> connect("?protocol=resp3"))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("protocol=resp2");
        assertThat(fake.connections()).isOne();
    }

    @Test
    void whoAskedForTheMinimumIsNotToldTo() {
        fake.on("AUTH", CLOSED);
        assertThatThrownBy(() -> connector(":s3cret@", "?handshake=minimal").connect(Connections.soon()))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageNotContaining("handshake=minimal");
        assertThat(fake.connections()).isOne();
    }
}
