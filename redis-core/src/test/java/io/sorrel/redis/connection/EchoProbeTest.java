package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.sorrel.redis.CapturedLog;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a link knows that its peer answers ECHO. */
class EchoProbeTest {
    private final CapturedLog log = CapturedLog.of(Connector.class, Level.INFO);
    private final FakeRedis fake = FakeRedis.start();
    private final Connections connections = new Connections();

    @AfterEach
    void end() {
        log.close();
        connections.close();
        fake.close();
    }

    private Connector connector(String tail) {
        return connections.connector(ClientOptions.of(fake.uri() + tail));
    }

    @Test
    void aLinkProbesItsPeerLast() {
        try (Link link = connector("/3").openLink(Connections.soon())) {
            assertThat(link.answersEcho()).isTrue();
        }
        List<List<String>> commands = fake.commands();
        assertThat(commands.get(commands.size() - 2)).containsExactly("SELECT", "3");
        assertThat(commands.get(commands.size() - 1)).hasSize(2).startsWith("ECHO");
        assertThat(log.events()).isEmpty();
    }

    @Test
    void everyLinkSendsAnotherText() {
        Connector connector = connector("");
        connector.openLink(Connections.soon()).close();
        connector.openLink(Connections.soon()).close();
        assertThat(fake.awaitCommand(1, "ECHO")).isNotEqualTo(fake.awaitCommand(2, "ECHO"));
    }

    @Test
    void aConnectionForOneCallerDoesNotProbe() {
        connector("/3").connect(Connections.soon()).close();
        assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("ECHO"));
    }

    static List<FakeReply> otherAnswers() {
        return List.of(
                FakeReply.error("NOPERM this user has no permissions to run the 'echo' command"),
                FakeReply.error("ERR unknown command 'ECHO', with args beginning with: "),
                FakeReply.bulk("something else"),
                FakeReply.integer(1),
                FakeReply.missing(),
                FakeReply.array(FakeReply.bulk("a"), FakeReply.error("ERR nested")));
    }

    @ParameterizedTest
    @MethodSource("otherAnswers")
    void anotherAnswerIsNoFailureAndIsToldOnce(FakeReply answer) {
        fake.on("ECHO", answer);
        Connector connector = connector("");
        for (int i = 0; i < 2; i++) {
            try (Link link = connector.openLink(Connections.soon())) {
                assertThat(link.answersEcho()).isFalse();
                assertThat(link.isOpen()).isTrue();
            }
        }
        assertThat(log.events()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getFormattedMessage())
                    .contains("127.0.0.1:" + fake.port(), "ECHO", "the shared connection cannot check");
        });
    }
}
