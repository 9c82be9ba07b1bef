package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which proxies say no to HELLO, or say odd things of themselves, leaves a client that works. */
class ProxyHandshakeTest {
    private final FakeRedis fake = FakeRedis.start();

    @AfterEach
    void end() {
        fake.close();
    }

    private static List<FakeReply> refusals() {
        return List.of(
                FakeReply.nothing().thenCut(Cut.CLOSE),
                FakeReply.nothing().thenCut(Cut.RESET),
                FakeReply.error("unsupported command 'HELLO'"),
                FakeReply.error("ERR unsupported command"),
                FakeReply.error("ERR unsupported command").thenCut(Cut.CLOSE));
    }

    /** What else such a proxy does: knows the rest of the handshake, refuses it, or closes at it. */
    private static List<FakeReply> othersOfTheHandshake() {
        return List.of(
                FakeReply.ok(),
                FakeReply.error("ERR unsupported command"),
                FakeReply.nothing().thenCut(Cut.CLOSE));
    }

    private static Stream<String> settings() {
        return Stream.of(ConnectionMode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .flatMap(mode -> Stream.of("protocol=auto", "protocol=resp2", "handshake=minimal", "library-info=false")
                        .map(setting -> "?mode=" + mode + "&" + setting));
    }

    static Stream<Arguments> proxies() {
        return settings()
                .flatMap(setting -> refusals().stream()
                        .flatMap(hello ->
                                othersOfTheHandshake().stream().map(others -> Arguments.of(setting, hello, others))));
    }

    @ParameterizedTest
    @MethodSource("proxies")
    void aProxyThatRefusesHelloIsUsedAllTheSame(String settings, FakeReply hello, FakeReply others) {
        fake.on("HELLO", hello)
                .on("CLIENT", others)
                .on("CLIENT SETINFO", others)
                .on("ECHO", others)
                .on("GET", FakeReply.bulk("v"));
        try (RedisClient redis = RedisClient.create(fake.uri() + settings)) {
            assertThat(redis.sync().get("k")).isEqualTo("v");
            assertThat(redis.async().get("k").join()).isEqualTo("v");
            assertThat(redis.server().protocol()).isEqualTo(2);
        }
        if (!settings.contains("protocol=auto") && !settings.contains("library-info")) {
            assertThat(fake.commands()).noneMatch(command -> command.get(0).equals("HELLO"));
        }
    }

    static Stream<Arguments> proxiesWithAPassword() {
        return settings()
                .flatMap(setting -> Stream.concat(
                                refusals().stream(),
                                Stream.of(
                                        FakeReply.error("NOAUTH Authentication required."),
                                        FakeReply.error("NOAUTH Authentication required.")
                                                .thenCut(Cut.CLOSE)))
                        .map(hello -> Arguments.of(setting, hello)));
    }

    @ParameterizedTest
    @MethodSource("proxiesWithAPassword")
    void aProxyThatWantsAPasswordGetsItByAuth(String settings, FakeReply hello) {
        fake.on("HELLO", hello).on("AUTH", FakeReply.ok()).on("GET", FakeReply.bulk("v"));
        try (RedisClient redis = RedisClient.create("redis://:secret@127.0.0.1:" + fake.port() + settings)) {
            assertThat(redis.sync().get("k")).isEqualTo("v");
        }
        assertThat(fake.commands()).contains(List.of("AUTH", "secret"));
    }

    static Stream<Arguments> oddFields() {
        String start = "%3\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:3\r\n";
        List<String> fields = List.of(
                "$2\r\nid\r\n$4\r\nc-01\r\n",
                "$2\r\nid\r\n_\r\n",
                "$4\r\nrole\r\n_\r\n",
                "$7\r\nmodules\r\n*1\r\n$6\r\nsearch\r\n");
        return Stream.of(ConnectionMode.values())
                .flatMap(mode -> fields.stream().map(field -> Arguments.of(mode, FakeReply.raw(start + field))));
    }

    @ParameterizedTest
    @MethodSource("oddFields")
    void aFieldOfHelloThatOnlyInformsEndsNoHandshake(ConnectionMode mode, FakeReply hello) {
        fake.on("HELLO", hello).on("GET", FakeReply.bulk("v"));
        try (RedisClient redis =
                RedisClient.create(fake.uri() + "?mode=" + mode.name().toLowerCase(Locale.ROOT))) {
            assertThat(redis.sync().get("k")).isEqualTo("v");
            assertThat(redis.server().protocol()).isEqualTo(3);
            assertThat(redis.server().server()).isEqualTo("redis");
        }
    }
}
