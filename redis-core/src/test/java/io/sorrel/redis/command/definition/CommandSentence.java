package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the javadoc of a method says in the sentence «Redis command X, since y.z».
 *
 * @param method name of the method
 * @param spec the command
 * @param product Valkey, or the module, whose version it is; empty for Redis itself
 * @param since the first version that knows what the method sends; empty for subcommands of DEBUG, as servers do not
 *     tell
 */
record CommandSentence(String method, CommandSpec spec, String product, Optional<String> since) {
    private static final Pattern SENTENCE =
            Pattern.compile("(?:Redis|Valkey) command (?<words>(?:(?!\\. |\\.$|, since ).)+)"
                    + "(?:, since (?:(?<product>[A-Z]\\w+) )?(?<since>\\d+(?:\\.\\d+)+))?");
    private static final String DEBUG = "DEBUG";

    /** The sentence of a method, or empty if it has none, or one that names no command of the group. */
    static Optional<CommandSentence> of(DefinitionSource.Method method, List<CommandSpec> group) {
        Matcher matcher = SENTENCE.matcher(method.doc());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<String> since = Optional.ofNullable(matcher.group("since"));
        String product = matcher.group("product") == null ? "" : matcher.group("product");
        String words = matcher.group("words");
        return group.stream()
                .filter(spec -> (words + " ").startsWith(spec.name() + " "))
                .max(Comparator.comparing(spec -> spec.name().length()))
                .filter(spec -> since.isPresent() || spec.name().equals(DEBUG))
                .map(spec -> new CommandSentence(method.name(), spec, product, since));
    }

    /** Whether this says since when there is the command itself, and not one of its options. */
    boolean tellsSinceOfTheCommand() {
        return isOfAModule()
                || since.map(version -> Arrays.equals(numbers(version), numbers(spec.since())))
                        .orElse(true);
    }

    /** Whether the version is one of a module: specs have the first version of Redis that brings the module along. */
    boolean isOfAModule() {
        return !product.isEmpty() && !product.equals("Valkey");
    }

    private static int[] numbers(String version) {
        int[] numbers =
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Arrays.copyOf(numbers, 3);
    }
}
