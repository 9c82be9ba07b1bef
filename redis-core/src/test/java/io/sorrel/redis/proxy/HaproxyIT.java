package io.sorrel.redis.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.test.RedisServer;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real HAProxy that passes bytes on: nothing is lost through it, and it closes connections while its server is down. */
@EnabledIfSystemProperty(
        named = HaproxyIT.BINARY,
        matches = ".+",
        disabledReason = "needs HAProxy: name its binary with -Dsorrel.test.haproxy.binary=/path/to/haproxy")
@TimingTest
class HaproxyIT {
    static final String BINARY = "sorrel.test.haproxy.binary";

    @TempDir
    private Path directory;

    private RedisServer server;
    private ProxyProcess proxy;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        proxy = ProxyProcess.haproxy(System.getProperty(BINARY, ""), directory, server.port());
    }

    @AfterEach
    void end() {
        proxy.close();
        server.close();
    }

    private RedisClient client(ConnectionMode mode) {
        return RedisClient.create(
                "redis://127.0.0.1:" + proxy.port() + "/3?mode=" + mode.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(ConnectionMode.class)
    void carriesCommandsAlsoAfterItWasRestarted(ConnectionMode mode) {
        try (RedisClient redis = client(mode)) {
            redis.sync().set("k", "v");
            assertThat(redis.async().get("k").join()).isEqualTo("v");
            assertThat(redis.server().protocol()).isEqualTo(3);
            proxy.restart();
            ProxiedCalls.awaitValue(redis, "k", "v");
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectionMode.class)
    void aServerThatIsDownBehindItFailsTheConnectAndIsUsedInFullWhenItIsBack(ConnectionMode mode) {
        server.kill();
        try (RedisClient redis = client(mode)) {
            assertThatThrownBy(redis::connect)
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("the server closed the connection before it replied");
            server.restart();
            redis.connect();
            assertThat(redis.server().protocol()).isEqualTo(3);
        }
    }
}
