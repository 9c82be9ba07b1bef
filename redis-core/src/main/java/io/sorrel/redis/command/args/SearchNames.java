package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;
import java.util.Arrays;
import java.util.List;

/** Names of fields as the commands of search take them; in pipelines most begin with an at sign. */
final class SearchNames {
    private SearchNames() {}

    /** The text, if it is not empty. */
    static String text(String name, String text) {
        if (CommandBuilder.notNull(name, text).isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return text;
    }

    /** The texts, at least one, if none is empty. */
    static List<String> texts(String name, String... texts) {
        return Arrays.stream(CommandBuilder.notEmpty(name, texts))
                .map(text -> text("a text of " + name, text))
                .toList();
    }

    /** The name without the at sign that it may begin with. */
    static String field(String name, String field) {
        String present = text(name, field);
        return present.startsWith("@") ? text(name, present.substring(1)) : present;
    }

    /** The name with an at sign. */
    static String property(String name, String field) {
        return "@" + field(name, field);
    }

    /** The names with an at sign each, at least one. */
    static List<String> properties(String name, String... fields) {
        return Arrays.stream(CommandBuilder.notEmpty(name, fields))
                .map(field -> property("a text of " + name, field))
                .toList();
    }
}
