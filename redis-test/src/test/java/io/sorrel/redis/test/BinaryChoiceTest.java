package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryChoiceTest {
    @TempDir
    Path directory;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path redis8;
    private Path valkey;

    @BeforeEach
    void makeServers() throws IOException {
        redis8 = script("redis", "Redis server v=8.0.2 sha=00000000:1 malloc=jemalloc-5.3.0 bits=64 build=1");
        valkey = script("valkey", "Valkey server v=8.1.0 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=2");
    }

    @Test
    void takesTheBinaryThatTheTestNamesBeforeAllElse() {
        properties.put("sorrel.test.redis.binary", redis8.toString());
        assertThat(choice().choose(valkey, "7.0")).isEqualTo(new ServerBinary(valkey, "Valkey", "8.1.0"));
    }

    @Test
    void takesTheBinaryOfThePropertyBeforeThatOfTheEnvironment() {
        environment.put("SORREL_TEST_REDIS_BINARY", redis8.toString());
        assertThat(choice().choose(null, null).version()).isEqualTo("8.0.2");
        properties.put("sorrel.test.redis.binary", valkey.toString());
        assertThat(choice().choose(null, null).version()).isEqualTo("8.1.0");
    }

    @Test
    void takesAWantedVersionFromTheNamedBinaryOnlyIfItIsOfThatVersion() {
        properties.put("sorrel.test.redis.binary", redis8.toString());
        assertThat(choice().choose(null, "8.0").version()).isEqualTo("8.0.2");
        assertThat(choice().choose(null, "7.0").version()).isEqualTo("7.0.15");
    }

    @Test
    void takesTheEmbeddedServerByDefaultOrOfTheVersionThatThePropertyNames() {
        assertThat(choice().choose(null, null).version()).isEqualTo("7.0.15");
        properties.put("sorrel.test.redis.version", "7.0.15");
        assertThat(choice().choose(null, null).version()).isEqualTo("7.0.15");
    }

    @Test
    void saysWhatToDoForAVersionThatIsNotEmbedded() {
        assertThatThrownBy(() -> choice().choose(null, "8.2"))
                .isInstanceOf(RedisServerException.class)
                .hasMessage("Redis 8.2 is not among the embedded versions (7.0, 6.2): name an installed server with"
                        + " -Dsorrel.test.redis.binary=/path/to/redis-server or SORREL_TEST_REDIS_BINARY");
        assertThatThrownBy(() -> choice().choose(null, "7.0.1"))
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("Redis 7.0.1 is not embedded, 7.0.15 is");
    }

    @Test
    void saysWhichDependencyHasAMissingBinary() {
        assertThatThrownBy(() ->
                        EmbeddedBinary.REDIS_6_2.unpack(new Platform("linux", "riscv64"), new BinaryCache(directory)))
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("No embedded Redis 6.2 for linux-riscv64")
                .hasMessageContaining("com.github.codemonstur:embedded-redis");
    }

    @Test
    void refusesWhatIsNoServer() throws IOException {
        Path other = script("other", "GNU bash 5");
        assertThatThrownBy(() -> choice().choose(other, null))
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("does not answer as a Redis or Valkey server: GNU bash 5");
        assertThatThrownBy(() -> choice().choose(directory.resolve("none"), null))
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("is not an executable file");
    }

    @Test
    void comparesVersionsByNumber() {
        ServerBinary binary = new ServerBinary(Path.of("x"), "Redis", "7.10.0");
        assertThat(binary.atLeast(7, 2)).isTrue();
        assertThat(binary.atLeast(8, 0)).isFalse();
        assertThat(binary.hasVersion("7.1")).isFalse();
        assertThat(binary.hasVersion("7.10")).isTrue();
    }

    private BinaryChoice choice() {
        return new BinaryChoice(properties::get, environment::get);
    }

    private Path script(String name, String versionLine) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\necho '" + versionLine + "'\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
