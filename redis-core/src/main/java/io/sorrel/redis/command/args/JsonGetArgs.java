package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** How JSON.GET lays out its text; without options it is the shortest. Immutable. */
public final class JsonGetArgs implements CommandArgs {
    private static final JsonGetArgs DEFAULTS = new JsonGetArgs(null, null, null);

    private final @Nullable String indent;
    private final @Nullable String newline;
    private final @Nullable String space;

    private JsonGetArgs(@Nullable String indent, @Nullable String newline, @Nullable String space) {
        this.indent = indent;
        this.newline = newline;
        this.space = space;
    }

    /** The shortest text. */
    public static JsonGetArgs defaults() {
        return DEFAULTS;
    }

    /** A text for people: two spaces for each level, one line for each value, a space behind each name. */
    public static JsonGetArgs pretty() {
        return new JsonGetArgs("  ", "\n", " ");
    }

    /** What stands before a value for each level that it lies within (INDENT). */
    public JsonGetArgs indent(String text) {
        return new JsonGetArgs(CommandBuilder.notNull("text", text), newline, space);
    }

    /** What ends a line (NEWLINE). */
    public JsonGetArgs newline(String text) {
        return new JsonGetArgs(indent, CommandBuilder.notNull("text", text), space);
    }

    /** What stands between a name and its value (SPACE). */
    public JsonGetArgs space(String text) {
        return new JsonGetArgs(indent, newline, CommandBuilder.notNull("text", text));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (indent != null) {
            command.word("INDENT").text("indent", indent);
        }
        if (newline != null) {
            command.word("NEWLINE").text("newline", newline);
        }
        if (space != null) {
            command.word("SPACE").text("space", space);
        }
    }
}
