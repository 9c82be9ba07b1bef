package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.HelloArgs;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about the connection they are sent on, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionCommandsIT {
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
    void answersPingsAndEchoes() {
        assertThat(redis.ping()).isEqualTo("PONG");
        assertThat(redis.ping("ä")).isEqualTo("ä");
        assertThat(redis.echo("hi")).isEqualTo("hi");
        byte[] bytes = {0, 13, 10, -1};
        assertThat(path.commands(client, RedisCodec.bytes()).echo(bytes)).isEqualTo(bytes);
        assertThat(path.commands(client, RedisCodec.bytes()).ping(bytes)).isEqualTo(bytes);
    }

    @Test
    void tellsAboutTheServer() {
        try (RedisSession session = client.openSession()) {
            ServerHello hello = session.sync().hello();

            assertThat(hello.server()).isIn("redis", "valkey");
            assertThat(hello.version()).isNotEmpty();
            assertThat(hello.protocol()).isEqualTo(path.protocol() == ProtocolVersion.RESP2 ? 2 : 3);
            assertThat(hello.connectionId()).isEqualTo(session.sync().clientId());
            assertThat(hello.mode()).isEqualTo("standalone");
            assertThat(hello.role()).isEqualTo("master");
            assertThat(hello.modules().stream().anyMatch(module -> module.name().equals("vectorset")))
                    .isEqualTo(ServerKnows.vectorSets(SERVER.server()));
            assertThat(hello.availabilityZone()).isNullOrEmpty();
        }
    }

    @Test
    void changesTheProtocolWithinASession() {
        try (RedisSession session = client.openSession()) {
            for (int version : new int[] {3, 2, 3}) {
                assertThat(session.sync()
                                .hello(HelloArgs.protocol(version).setName("both"))
                                .protocol())
                        .isEqualTo(version);
                assertThat(session.sync().clientGetName()).isEqualTo("both");
                assertThat(session.sync().get("missing")).isNull();
            }
        }
    }

    @Test
    void logsInAsAnotherUser() {
        try (RedisServer server = RedisServer.builder()
                        .password("boss-pw")
                        .aclLines("user reader on >reader-pw ~* +@read +@connection", "user guest on nopass ~* +ping")
                        .start();
                RedisClient boss = client(server.uri());
                RedisSession session = boss.openSession()) {
            RedisCommands<String, String> commands = session.sync();

            commands.auth("reader", "reader-pw");
            assertThat(commands.get("k")).isNull();
            assertThatExceptionOfType(NoPermissionException.class).isThrownBy(() -> commands.set("k", "v"));

            commands.hello(HelloArgs.protocol(3).auth("default", "boss-pw".toCharArray()));
            commands.set("k", "v");
            commands.auth("boss-pw");
            commands.auth("boss-pw".toCharArray());
            commands.auth("guest", "".toCharArray());
            assertThat(commands.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void refusesAWrongPasswordAndDoesNotShowIt() {
        try (RedisServer server = RedisServer.builder().password("right").start();
                RedisClient boss = client(server.uri());
                RedisSession session = boss.openSession()) {
            assertThatExceptionOfType(RedisAuthenticationException.class)
                    .isThrownBy(() -> session.sync().auth("guessed-pw"))
                    .withMessageNotContaining("guessed-pw");
            assertThatExceptionOfType(RedisAuthenticationException.class)
                    .isThrownBy(() -> session.sync().auth("somebody", "guessed-pw"))
                    .withMessageNotContaining("guessed-pw");
        }
    }

    @Test
    void changesTheDatabaseAndComesBackFromIt() {
        try (RedisSession session = client.openSession()) {
            session.sync().select(3);
            session.sync().set("k", "in 3");
            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> session.sync().select(99_999));
        }
        assertThat(redis.get("k")).isNull();
    }

    @Test
    void resetsTheConnection() {
        try (RedisSession session = client.openSession()) {
            session.sync().clientSetName("named");
            session.sync().select(3);

            session.sync().reset();

            assertThat(session.sync().clientGetName()).isNull();
            assertThat(session.sync().hello().protocol()).isEqualTo(2);
        }
        assertThat(redis.ping()).isEqualTo("PONG");
    }

    @Test
    void refusesOutsideOfASessionWhatChangesTheConnection() {
        assertThatIllegalStateException().isThrownBy(() -> redis.select(1)).withMessageContaining("openSession");
        assertThatIllegalStateException().isThrownBy(() -> redis.hello()).withMessageContaining("HELLO");
        assertThatIllegalStateException().isThrownBy(() -> redis.auth("pw")).withMessageContaining("AUTH");
        assertThatIllegalStateException().isThrownBy(() -> redis.reset()).withMessageContaining("RESET");
    }

    @Test
    void refusesEverywhereWhatEndsTheConnection() {
        assertThatIllegalStateException().isThrownBy(() -> redis.quit()).withMessageContaining("QUIT");
        try (RedisSession session = client.openSession()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.sync().quit())
                    .withMessageContaining("QUIT");
        }
    }
}
