package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.command.CommandSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that lists the commands is what the definitions and their javadoc say. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "commands.md");
    private static final String WRITE = "sorrel.docs.write";
    private static final String HOW_TO_WRITE = "mvn -pl redis-core -am test -Dtest=CommandsPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true";

    private static final List<DefinitionSource> GROUPS = DefinitionSource.all();

    @Test
    void readsTheSourceOfEveryGroup() {
        assertThat(GROUPS.stream().flatMap(group -> group.specs().stream()))
                .containsExactlyInAnyOrderElementsOf(CommandDefinitions.specs());
    }

    @Test
    void namesTheCommandOfEveryMethod() {
        List<String> nameless = GROUPS.stream()
                .flatMap(group -> group.methods().stream()
                        .filter(method ->
                                CommandSentence.of(method, group.specs()).isEmpty())
                        .map(method -> group.type() + "." + method.name()))
                .toList();

        assertThat(nameless)
                .as("methods whose javadoc does not say «Redis command X, since y.z» of their group")
                .isEmpty();
    }

    @Test
    void tellsSinceWhenThereIsEachCommand() {
        List<String> untold = GROUPS.stream()
                .flatMap(group -> group.specs().stream()
                        .filter(spec -> !isToldBy(group, spec))
                        .map(spec -> group.type() + ": " + spec.name() + ", since " + spec.since()))
                .toList();

        assertThat(untold)
                .as("commands of which no method says that they are since the version of their spec")
                .isEmpty();
    }

    private static boolean isToldBy(DefinitionSource group, CommandSpec spec) {
        return group.methods().stream()
                .flatMap(method -> CommandSentence.of(method, group.specs()).stream())
                .anyMatch(sentence -> sentence.spec().equals(spec) && sentence.tellsSinceOfTheCommand());
    }

    @Test
    void givesNoReasonForCommandsThatAreDefined() {
        assertThat(WithoutDefinition.names())
                .doesNotContainAnyElementsOf(CommandDefinitions.specs().stream()
                        .map(CommandSpec::name)
                        .toList());
    }

    @Test
    void isWhatTheDefinitionsSay() throws IOException {
        String page = new CommandsPage(GROUPS).text();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/commands.md is written by: " + HOW_TO_WRITE)
                .isEqualTo(page);
    }
}
