package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrapperScriptIT {
    @TempDir
    Path directory;

    @Test
    void runsAScriptThatBecomesTheServer() throws IOException {
        Path script = script("exec %s \"$@\"\n");
        try (RedisServer server = RedisServer.builder().binary(script).start();
                RawRedis raw = server.connect()) {
            assertThat(raw.text("INFO", "server")).contains("process_id:" + server.pid());
        }
    }

    @Test
    void refusesAScriptThatKeepsTheServerAsAChildAndLeavesNoneBehind() throws IOException {
        int port = Ports.free(new java.util.SplittableRandom());
        Path script = script("%s \"$@\"\nexit $?\n");
        assertThatThrownBy(() -> RedisServer.builder().binary(script).port(port).start())
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("end the script with: exec redis-server \"$@\"");
        assertThat(Ports.isFree(port)).isTrue();
    }

    private Path script(String body) throws IOException {
        Path server = BinaryChoice.ofSystem().choose(null, null).path();
        Path file = directory.resolve("server");
        Files.writeString(file, "#!/bin/sh\n" + String.format(body, server));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
