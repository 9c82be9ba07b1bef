package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.MaxClientsException;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real servers make of the handshake. */
@TimingTest
class HandshakeIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.of(RedisServer.builder()
            .password("s3cret")
            .aclLines("user shop on >pw ~app:* +get +set +select +@connection", "user silent on >pw ~* +get"));

    private static RedisClient as(String userInfo, String tail) {
        return RedisClient.create("redis://" + userInfo + "@127.0.0.1:"
                + REDIS.server().port() + tail + (tail.contains("?") ? "&" : "?")
                + "connect-timeout=1m&command-timeout=2m&disconnected-wait=1m");
    }

    private static String clientLine(RawRedis operator, String part) {
        return Objects.requireNonNull(operator.text("CLIENT", "LIST"))
                .lines()
                .filter(line -> line.contains(part))
                .findFirst()
                .orElse("none of the clients has " + part);
    }

    @Test
    void nameDatabaseUserAndProtocolAreSeenByTheServer() {
        try (RedisClient redis = as("shop:pw", "/3?client-name=orders");
                RawRedis operator = REDIS.server().connect()) {
            redis.connect();
            assertThat(clientLine(operator, "name=orders"))
                    .contains(" db=3 ", "user=shop")
                    .satisfies(spoken(3));
            ServerInfo server = redis.server();
            assertThat(server.protocol()).isEqualTo(3);
            assertThat(server.version()).isEqualTo(REDIS.server().version());
            assertThat(server.role()).isEqualTo("master");
            assertThat(server.mode()).isEqualTo("standalone");
        }
    }

    /** The protocol, as far as the server tells it: it does since 7.0. */
    private static Consumer<String> spoken(int version) {
        return line -> assertThat(line.replaceAll(".* resp=(\\d).*", "$1")).isIn(line, String.valueOf(version));
    }

    @Test
    void theLibraryIsSeenByServersThatKnowTheCommand() {
        try (RedisClient redis = as("shop:pw", "?client-name=orders");
                RawRedis operator = REDIS.server().connect()) {
            redis.connect();
            String line = clientLine(operator, "name=orders");
            assumeThat(line).as("this server is older than 7.2").contains("lib-name=");
            assertThat(line).contains("lib-name=sorrel");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theProtocolCanBeChosen(int version) {
        try (RedisClient redis = as("shop:pw", "?client-name=chosen&protocol=resp" + version);
                RawRedis operator = REDIS.server().connect()) {
            redis.connect();
            assertThat(clientLine(operator, "name=chosen")).satisfies(spoken(version));
            assertThat(redis.server().protocol()).isEqualTo(version);
        }
    }

    @Test
    void aConnectionMadeAgainHasTheDeclaredState() {
        try (RedisClient redis = as("shop:pw", "/3?client-name=orders&direct-lanes=0");
                RawRedis operator = REDIS.server().connect()) {
            redis.connect();
            String before = declared(clientLine(operator, "name=orders"));
            operator.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            assertThat(redis.sync().ping()).isEqualTo("PONG");
            assertThat(declared(clientLine(operator, "name=orders"))).isEqualTo(before);
        }
    }

    private static String declared(String clientLine) {
        return clientLine.replaceAll(".*?(name=\\S*).*?(db=\\S*).*?(user=\\S*).*", "$1 $2 $3");
    }

    @Test
    void aWrongPasswordIsRefusedInPlainWords() {
        try (RedisClient redis = as("shop:wr0ng", "")) {
            assertThatThrownBy(redis::connect)
                    .isInstanceOf(RedisAuthenticationException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageContaining("check username and password in the client's configuration, or in its URL")
                    .hasMessageNotContaining("wr0ng");
        }
    }

    @ParameterizedTest
    @EnumSource(ConnectionMode.class)
    void aWrongPasswordIsTriedOnceWhateverTheModeAndTheWayToCall(ConnectionMode mode) {
        try (RedisClient redis = as("shop:wr0ng", "?mode=" + mode.name().toLowerCase(Locale.ROOT));
                RawRedis operator = REDIS.server().connect()) {
            long before = refusedLogins(operator);
            RedisAuthenticationException refusal = catchThrowableOfType(
                    RedisAuthenticationException.class, () -> redis.sync().ping());
            assertThat(refusal)
                    .hasMessageStartingWith("WRONGPASS ")
                    .hasMessageContaining(
                            "; the handshake was refused: check username and password in the client's configuration, or in its URL (")
                    .hasMessageEndingWith(" on 127.0.0.1:" + REDIS.server().port() + "; refused by the server)");
            assertThat(refusedLogins(operator)).isEqualTo(before + 1);
            assertThatThrownBy(() -> redis.async().ping().join())
                    .hasCauseInstanceOf(RedisAuthenticationException.class)
                    .hasMessageContaining("check username and password");
            assertThat(refusedLogins(operator)).isEqualTo(before + 2);
        }
    }

    private static long refusedLogins(RawRedis operator) {
        String line = Objects.requireNonNull(operator.text("INFO", "commandstats"))
                .lines()
                .filter(stats -> stats.startsWith("cmdstat_hello:"))
                .findFirst()
                .orElse("failed_calls=0");
        return Long.parseLong(line.replaceAll(".*failed_calls=(\\d+).*", "$1").strip());
    }

    @Test
    void aMissingPasswordIsAskedFor() {
        try (RedisClient redis =
                RedisClient.create("redis://127.0.0.1:" + REDIS.server().port())) {
            assertThatThrownBy(redis::connect)
                    .isInstanceOf(RedisAuthenticationException.class)
                    .hasMessageContaining("NOAUTH")
                    .hasMessageContaining("set username and password in the client's configuration, or in its URL");
        }
    }

    @Test
    void aUserThatMayDoLittleIsConnectedAllTheSame() {
        try (RedisClient redis = as("silent:pw", "?mode=pooled&client-name=orders&pool-check-after-idle=0s")) {
            redis.connect();
            assertThat(redis.sync().get("app:1")).isNull();
            assertThat(redis.sync().get("app:1")).isNull();
            assertThatThrownBy(() -> redis.sync().ping()).isInstanceOf(NoPermissionException.class);
            assertThat(redis.poolStatistics().created()).isOne();
        }
    }

    @Test
    void aUserThatMayNotSelectIsRefusedAnotherDatabase() {
        try (RedisClient redis = as("silent:pw", "/3")) {
            assertThatThrownBy(redis::connect)
                    .isInstanceOf(NoPermissionException.class)
                    .hasMessageContaining("SELECT");
        }
    }

    @Test
    void aDatabaseThatDoesNotExistIsRefused() {
        try (RedisClient redis = as("shop:pw", "/99")) {
            assertThatThrownBy(redis::connect)
                    .isInstanceOf(RedisServerException.class)
                    .hasMessageContaining("DB index is out of range");
        }
    }

    @Test
    void aServerAtItsLimitOfClientsIsNamedAndUsedAgainWhenItHasRoom() {
        try (RedisServer server = RedisServer.start();
                RawRedis operator = server.connect();
                RedisClient redis = RedisClient.create(server.uri())) {
            operator.text("CONFIG", "SET", "maxclients", "1");
            assertThatThrownBy(redis::connect).isInstanceOf(MaxClientsException.class);
            operator.text("CONFIG", "SET", "maxclients", "100");
            Await.until(() -> {
                try {
                    redis.connect();
                    return true;
                } catch (MaxClientsException e) {
                    return false;
                }
            });
        }
    }

    @Test
    void plainTextToATlsPortIsRecognisedWithoutWaiting() {
        try (RedisServer server = RedisServer.builder().tls().start();
                RedisClient redis = RedisClient.create("redis://127.0.0.1:" + server.port() + "?connect-timeout=1h")) {
            assertThatThrownBy(redis::connect)
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("does its port speak plain text rather than TLS?");
        }
    }

    @Test
    void theNextCallAfterAnIdleConnectionWasClosedByTheServerWorks() {
        try (RedisServer server = RedisServer.builder().config("timeout", "1").start();
                RedisClient redis = RedisClient.create(server.uri() + "?pool-max-size=1&pool-check-after-idle=1ms")) {
            redis.connect();
            Await.until(() -> server.logs().contains("Closing idle client") || clientsOf(server) == 1);
            assertThat(redis.sync().ping()).isEqualTo("PONG");
        }
    }

    private static long clientsOf(RedisServer server) {
        try (RawRedis operator = server.connect()) {
            return Objects.requireNonNull(operator.text("CLIENT", "LIST"))
                    .lines()
                    .count();
        }
    }
}
