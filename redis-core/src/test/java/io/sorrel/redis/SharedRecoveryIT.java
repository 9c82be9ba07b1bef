package io.sorrel.redis;

import io.sorrel.redis.Recovery.Setup;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers are told while their server is gone, and that they are served as soon as it is back. */
@TimingTest
class SharedRecoveryIT {
    /** A server that remembers over restarts what it has done. */
    private static RedisServer server() {
        return RedisServer.builder().config("appendonly", "yes").start();
    }

    private static void killClients(RawRedis operator) {
        operator.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    }

    @ParameterizedTest
    @EnumSource
    void ofAServerThatStandsStill(Setup setup, TestReporter reporter) {
        try (RedisServer server = server()) {
            new Recovery(reporter, "server stopped", setup).run(server, server.uri(), server::suspend, server::resume);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAServerThatIsKilled(Setup setup, TestReporter reporter) {
        try (RedisServer server = server()) {
            new Recovery(reporter, "server killed", setup).run(server, server.uri(), server::kill, server::restart);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAServerThatIsRestarted(Setup setup, TestReporter reporter) {
        try (RedisServer server = server()) {
            new Recovery(reporter, "server restarted", setup).runUntilMet(server, server.uri(), server::restart);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofConnectionsThatAreKilled(Setup setup, TestReporter reporter) {
        try (RedisServer server = server();
                RawRedis operator = server.connect()) {
            new Recovery(reporter, "clients killed", setup)
                    .runUntilMet(server, server.uri(), () -> killClients(operator));
        }
    }
}
