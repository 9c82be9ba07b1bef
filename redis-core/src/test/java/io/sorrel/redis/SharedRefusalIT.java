package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Recovery.Setup;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers are told while their server is there but does not let them in, and that they are served when it does. */
@TimingTest
class SharedRefusalIT {
    private static void killClients(RawRedis operator) {
        operator.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    }

    @ParameterizedTest
    @EnumSource
    void ofAServerThatHasTooManyClients(Setup setup, TestReporter reporter) {
        try (RedisServer server = RedisServer.start();
                RawRedis operator = server.connect()) {
            new Recovery(reporter, "too many clients", setup)
                    .run(
                            server,
                            server.uri(),
                            () -> {
                                assertThat(operator.text("CONFIG", "SET", "maxclients", "1"))
                                        .isEqualTo("OK");
                                killClients(operator);
                            },
                            () -> operator.text("CONFIG", "SET", "maxclients", "1000"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAPasswordThatIsNoLongerRight(Setup setup, TestReporter reporter) {
        try (RedisServer server = RedisServer.builder().password("first").start();
                RawRedis operator = server.connect()) {
            new Recovery(reporter, "wrong password", setup)
                    .run(
                            server,
                            server.uri(),
                            () -> {
                                operator.text("CONFIG", "SET", "requirepass", "second");
                                killClients(operator);
                            },
                            () -> operator.text("CONFIG", "SET", "requirepass", "first"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ADAPTIVE_MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofAServerThatLoadsItsData(Setup setup, TestReporter reporter) {
        try (RedisServer server = RedisServer.builder()
                .config("save", "3600", "1000000")
                .config("rdbcompression", "no")
                .config("key-load-delay", "20000")
                .start()) {
            try (RawRedis operator = server.connect()) {
                operator.text("DEBUG", "POPULATE", "40", "large", "1000000");
            }
            new Recovery(reporter, "server restarted, loading", setup)
                    .runUntilMet(server, server.uri(), server::restart);
        }
    }
}
