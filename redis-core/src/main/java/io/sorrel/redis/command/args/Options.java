package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options of commands that have many, each by its word, in the order in which they were given first; one that is given
 * again is replaced. Immutable.
 */
final class Options implements CommandArgs {
    static final Options NONE = new Options(Map.of());

    private final Map<String, CommandArgs> options;

    private Options(Map<String, CommandArgs> options) {
        this.options = options;
    }

    /** With an option that is one word. */
    Options with(String word) {
        return withWriter(word, command -> command.word(word));
    }

    /** With an option that is a word and values. */
    Options with(String word, CommandArgs values) {
        return withWriter(word, command -> values.writeTo(command.word(word)));
    }

    /** With one more option of a word that may stand there several times. */
    Options also(String word, CommandArgs values) {
        return withWriter(word + " " + options.size(), command -> values.writeTo(command.word(word)));
    }

    /** With an option that writes itself whole. */
    Options withWriter(String name, CommandArgs writer) {
        Map<String, CommandArgs> more = new LinkedHashMap<>(options);
        more.put(name, writer);
        return new Options(more);
    }

    /** Whether an option was given. */
    boolean has(String word) {
        return options.containsKey(word);
    }

    /** How many options there are. */
    int size() {
        return options.size();
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.values().forEach(option -> option.writeTo(command));
    }
}
