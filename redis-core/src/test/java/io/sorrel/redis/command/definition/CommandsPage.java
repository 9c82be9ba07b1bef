package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page that lists every command with its methods. */
final class CommandsPage {
    private final List<DefinitionSource> groups;

    CommandsPage(List<DefinitionSource> groups) {
        this.groups = groups;
    }

    String text() {
        StringBuilder page = new StringBuilder();
        long commands = groups.stream().mapToLong(group -> group.specs().size()).sum();
        long methods =
                groups.stream().mapToLong(group -> group.methods().size()).sum();
        page.append("# Commands\n\n")
                .append(commands)
                .append(" commands have a definition: ")
                .append(methods)
                .append(" methods in ")
                .append(groups.size())
                .append(" groups. Each is there twice under the same name, in\n")
                .append("`redis.sync()`, where it waits for the reply, and in `redis.async()`, where it returns a"
                        + " `CompletableFuture` of it. A test holds this page\n")
                .append(
                        "against the definitions, another one the definitions against what live servers (Redis 6.2, 7.0,"
                                + " 8.0 and 8.6, Valkey 8.1 and 9.1) say of themselves.\n")
                .append("The commands of modules were not run against a live server, apart from vector sets: their"
                        + " words and replies are tested from recorded bytes.\n\n");
        withoutDefinition(page);
        groups.forEach(group -> table(page, group));
        return page.toString();
    }

    private static void withoutDefinition(StringBuilder page) {
        page.append("These have no definition:\n\n").append("| Commands | Why |\n|---|---|\n");
        for (WithoutDefinition.Kind kind : WithoutDefinition.KINDS) {
            row(page, kind.title() + ": " + names(kind.names().stream().sorted().toList()), kind.reason());
        }
        page.append('\n');
    }

    private static void table(StringBuilder page, DefinitionSource group) {
        page.append("## ").append(title(group.stem())).append("\n\n");
        page.append('`')
                .append(group.stem())
                .append("Commands`, `")
                .append(group.stem())
                .append("AsyncCommands`\n\n| Command | Methods | Since |\n|---|---|---|\n");
        List<CommandSentence> sentences = group.methods().stream()
                .flatMap(method -> CommandSentence.of(method, group.specs()).stream())
                .toList();
        group.specs().stream().sorted(Comparator.comparing(CommandSpec::name)).forEach(spec -> {
            List<CommandSentence> own = sentences.stream()
                    .filter(sentence -> sentence.spec().equals(spec))
                    .toList();
            List<String> methods = own.stream()
                    .map(CommandSentence::method)
                    .distinct()
                    .sorted()
                    .toList();
            row(page, spec.name(), names(methods), since(spec, own));
        });
        page.append('\n');
    }

    private static String since(CommandSpec spec, List<CommandSentence> sentences) {
        String since = sentences.stream()
                .filter(CommandSentence::tellsSinceOfTheCommand)
                .map(told -> told.product() + " "
                        + (told.isOfAModule() ? told.since().orElseThrow() : spec.since()))
                .min(Comparator.naturalOrder())
                .orElse(spec.since())
                .strip();
        return spec.sinceInValkey().equals(spec.since()) ? since : since + ", Valkey " + spec.sinceInValkey();
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** {@code SortedSetPop} as a title: Sorted set pop. */
    private static String title(String stem) {
        String words = stem.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
