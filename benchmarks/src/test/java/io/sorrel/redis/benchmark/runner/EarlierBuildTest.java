package io.sorrel.redis.benchmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierBuildTest {
    @TempDir
    private Path folder;

    private Path here;
    private Path there;

    @BeforeEach
    void make() throws IOException {
        here = folder.resolve("here");
        there = folder.resolve("there");
        Files.createDirectories(there.resolve("redis-core/target/classes"));
    }

    @Test
    void takesTheClassesOfTheOtherCheckoutAndTheSameLibraries() {
        Path library = folder.resolve("repository/jedis.jar");
        String classPath = here.resolve("redis-core/target/classes") + File.pathSeparator + library;

        assertThat(new EarlierBuild(there).classPath(classPath, here))
                .isEqualTo(there.resolve("redis-core/target/classes") + File.pathSeparator + library);
    }

    @Test
    void saysWhatIsNotBuilt() {
        String classPath = here.resolve("benchmarks/target/classes").toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarlierBuild(there).classPath(classPath, here))
                .withMessageContaining(there.resolve("benchmarks/target/classes") + " does not exist")
                .withMessageContaining("mvn -pl benchmarks -am -DskipTests package");
    }
}
