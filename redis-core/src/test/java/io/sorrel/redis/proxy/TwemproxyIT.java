package io.sorrel.redis.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.test.RedisServer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real twemproxy, which closes the connection at every command that it does not know, HELLO among them. */
@EnabledIfSystemProperty(
        named = TwemproxyIT.BINARY,
        matches = ".+",
        disabledReason = "needs twemproxy: name its binary with -Dsorrel.test.twemproxy.binary=/path/to/nutcracker")
@TimingTest
class TwemproxyIT {
    static final String BINARY = "sorrel.test.twemproxy.binary";

    @TempDir
    private Path directory;

    private RedisServer server;

    @BeforeEach
    void start() {
        server = RedisServer.builder().password("s3cret").start();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private ProxyProcess proxy() {
        return ProxyProcess.twemproxy(System.getProperty(BINARY, ""), directory, server.port(), "redis_auth: s3cret");
    }

    private static RedisClient client(ProxyProcess proxy, String userInfo, String tail) {
        return RedisClient.create("redis://" + userInfo + "127.0.0.1:" + proxy.port() + tail);
    }

    private static String named(ConnectionMode mode) {
        return "?connect-timeout=1m&mode=" + mode.name().toLowerCase(Locale.ROOT);
    }

    static Stream<String> settings() {
        return Stream.of(ConnectionMode.values())
                .flatMap(mode -> Stream.of(
                                "", "&protocol=resp2", "&protocol=resp2&library-info=false", "&handshake=minimal")
                        .map(setting -> named(mode) + setting));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void carriesCommandsAlsoAfterItWasRestarted(String settings) {
        try (ProxyProcess proxy = proxy();
                RedisClient redis = client(proxy, ":s3cret@", settings)) {
            redis.sync().set("k", "v");
            assertThat(redis.async().get("k").join()).isEqualTo("v");
            assertThat(redis.sync().mget("k", "none")).containsExactly("v", null);
            assertThat(redis.server()).isEqualTo(ServerInfo.UNKNOWN);
            proxy.restart();
            ProxiedCalls.awaitValue(redis, "k", "v");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aWrongPasswordIsRefusedAsSuch(String settings) {
        try (ProxyProcess proxy = proxy();
                RedisClient redis = client(proxy, ":wr0ng@", settings)) {
            assertThatThrownBy(() -> redis.sync().get("k"))
                    .isInstanceOf(RedisAuthenticationException.class)
                    .hasMessageContaining("the handshake was refused: check username and password");
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectionMode.class)
    void aDatabaseThatItCannotSelectFailsTheConnect(ConnectionMode mode) {
        try (ProxyProcess proxy = proxy();
                RedisClient redis = client(proxy, ":s3cret@", "/3" + named(mode))) {
            assertThatThrownBy(() -> redis.sync().get("k"))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("handshake=minimal")
                    .hasMessageContaining("database 0");
            assertThat(proxy.logs()).contains("unsupported command");
        }
    }
}
