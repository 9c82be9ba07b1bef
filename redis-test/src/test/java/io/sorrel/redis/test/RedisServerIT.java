package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisServerIT {

    @Test
    void startsWithTheDefaultsForTestsAndEndsWithClose() {
        RedisServer server = RedisServer.start();
        Path directory = server.directory();
        long pid = server.pid();
        try (server;
                RawRedis raw = server.connect()) {
            assertThat(raw.text("PING")).isEqualTo("PONG");
        }
        assertThat(server.isAlive()).isFalse();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void keepsNothingOnDiskAndAllowsDebug() {
        try (RedisServer server = RedisServer.start();
                RawRedis raw = server.connect()) {
            assertThat(setting(raw, "save")).isEmpty();
            assertThat(setting(raw, "appendonly")).isEqualTo("no");
            assertThat(setting(raw, "repl-diskless-sync-delay")).isEqualTo("0");
            assertThat(raw.call("DEBUG", "SLEEP", "0")).isEqualTo("OK");
            assertThat(raw.text("INFO", "server")).contains("process_id:" + server.pid());
            assertThat(raw.text("INFO", "server")).contains("_version:" + server.version());
            assertThat(server.uri()).isEqualTo("redis://127.0.0.1:" + server.port());
        }
    }

    @Test
    void passesConfigurationLinesOnAsTheyAre() {
        String odd = "a \"b\" \\ ü\t'c'";
        try (RedisServer server = RedisServer.builder()
                        .config("maxclients", "10")
                        .config("save", "60", "1")
                        .config("requirepass", odd)
                        .start();
                RawRedis raw = RawRedis.connect(server.host(), server.port())) {
            assertThat(raw.call("AUTH", odd)).isEqualTo("OK");
            assertThat(setting(raw, "maxclients")).isEqualTo("10");
            assertThat(setting(raw, "save")).isEqualTo("60 1");
        }
    }

    @Test
    void requiresThePasswordThatItsUrlCarries() {
        try (RedisServer server = RedisServer.builder().password("p@ss wörd").start();
                RawRedis stranger = RawRedis.connect(server.host(), server.port());
                RawRedis raw = server.connect()) {
            assertThat(stranger.call("PING")).isEqualTo(new RawError("NOAUTH Authentication required."));
            assertThat(raw.text("PING")).isEqualTo("PONG");
            assertThat(server.uri()).isEqualTo("redis://:p%40ss%20w%C3%B6rd@127.0.0.1:" + server.port());
        }
    }

    @Test
    void knowsTheNamedUserAndTheUsersOfTheAclLines() {
        try (RedisServer server = RedisServer.builder()
                        .username("admin")
                        .password("secret")
                        .aclLines("user reader on >read ~app:* +get")
                        .start();
                RawRedis raw = server.connect();
                RawRedis reader = RawRedis.connect(server.host(), server.port())) {
            assertThat(raw.text("ACL", "WHOAMI")).isEqualTo("admin");
            assertThat(reader.call("GET", "app:1")).isInstanceOf(RawError.class);
            assertThat(reader.call("AUTH", "reader", "read")).isEqualTo("OK");
            assertThat(reader.call("GET", "app:1")).isNull();
            assertThat(reader.call("SET", "app:1", "x")).isInstanceOf(RawError.class);
        }
    }

    @Test
    void listensOnAUnixSocketWhenAsked() {
        try (RedisServer server = RedisServer.builder().unixSocket().start()) {
            assertThat(Files.exists(server.unixSocket())).isTrue();
            assertThat(server.unixUri()).startsWith("redis+unix:///").endsWith("redis.sock");
        }
    }

    @Test
    void comesBackOnTheSamePortWithTheDataItSaved() {
        try (RedisServer server = RedisServer.builder()
                .config("appendonly", "yes")
                .config("appendfsync", "always")
                .start()) {
            long before = server.pid();
            try (RawRedis raw = server.connect()) {
                raw.text("SET", "k", "v");
            }
            server.kill();
            assertThat(server.isAlive()).isFalse();
            server.restart();
            assertThat(server.pid()).isNotEqualTo(before);
            try (RawRedis raw = server.connect()) {
                assertThat(raw.text("GET", "k")).isEqualTo("v");
            }
            server.restart();
            try (RawRedis raw = server.connect()) {
                assertThat(raw.text("GET", "k")).isEqualTo("v");
            }
        }
    }

    @Test
    void answersNothingWhileItIsSuspended() {
        try (RedisServer server = RedisServer.start();
                RawRedis raw = server.connect()) {
            server.suspend();
            assertThat(server.isAlive()).isTrue();
            raw.send("PING");
            assertThat(ProcessState.isStopped(server.pid())).isTrue();
            server.resume();
            assertThat(raw.read()).isEqualTo("PONG");
        }
    }

    @Test
    void closesAndRestartsASuspendedServerToo() {
        RedisServer server = RedisServer.start();
        server.suspend();
        server.restart();
        server.suspend();
        server.close();
        assertThat(server.isAlive()).isFalse();
        assertThatThrownBy(server::restart).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(server::resume)
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("it has ended");
    }

    @Test
    void showsTheLogOfAServerThatRefusesItsConfiguration() {
        assertThatThrownBy(
                        () -> RedisServer.builder().config("maxclients", "many").start())
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("redis.conf")
                .hasMessageContaining("maxclients \"many\"");
    }

    @Test
    void saysThatAFixedPortIsTaken() {
        try (RedisServer first = RedisServer.start()) {
            assertThatThrownBy(() -> RedisServer.builder().port(first.port()).start())
                    .isInstanceOf(RedisServerException.class)
                    .hasMessageContaining("Port " + first.port() + " is in use by another process");
        }
    }

    @Test
    void keepsItsLogOverRestartsUntilItIsClosed() {
        RedisServer server = RedisServer.start();
        try (server) {
            server.restart();
            assertThat(server.logs().split("Ready to accept connections", -1)).hasSize(3);
        }
        assertThat(server.logs()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static String setting(RawRedis raw, String name) {
        List<Object> reply = (List<Object>) raw.call("CONFIG", "GET", name);
        return new String((byte[]) reply.get(1), java.nio.charset.StandardCharsets.UTF_8);
    }
}
