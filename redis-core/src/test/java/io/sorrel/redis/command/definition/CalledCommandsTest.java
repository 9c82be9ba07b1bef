package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that a server knows without modules is called by an integration test that runs in both protocols, sync and
 * async. Which server it needs is for that test to say.
 */
class CalledCommandsTest {
    private static final Path TESTS = Path.of("src/test/java/io/sorrel/redis/api");
    private static final String CALLS = sourcesOnEveryPath();

    private static String sourcesOnEveryPath() {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.filter(file -> file.toString().endsWith("IT.java"))
                    .map(CalledCommandsTest::read)
                    .filter(source -> source.contains("CallPath path;"))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<DefinitionSource> groups() {
        return DefinitionSource.all().stream().filter(CalledCommandsTest::isKnownWithoutModules);
    }

    /** The words of modules have a dot. */
    private static boolean isKnownWithoutModules(DefinitionSource group) {
        return group.specs().stream().noneMatch(spec -> spec.words().get(0).contains("."));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void callsEveryMethod(DefinitionSource group) {
        List<String> missing = group.methods().stream()
                .map(DefinitionSource.Method::name)
                .distinct()
                .filter(name -> !Pattern.compile("(\\.|::)" + name + "\\b")
                        .matcher(CALLS)
                        .find())
                .toList();

        assertThat(missing).isEmpty();
    }
}
