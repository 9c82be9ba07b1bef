package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Which commands COMMAND LIST names. Immutable. */
public final class CommandFilter implements CommandArgs {
    private final String kind;
    private final String value;

    private CommandFilter(String kind, String value) {
        this.kind = kind;
        this.value = CommandBuilder.notNull("filter", value);
    }

    /**
     * Those of a module (MODULE).
     *
     * @param filter name of the module, as MODULE LIST tells it; none are named where it is not loaded
     */
    public static CommandFilter module(String filter) {
        return new CommandFilter("MODULE", filter);
    }

    /**
     * Those of a category of the access control list (ACLCAT).
     *
     * @param filter the category without {@code @}, as ACL CAT tells it
     */
    public static CommandFilter aclCategory(String filter) {
        return new CommandFilter("ACLCAT", filter);
    }

    /**
     * Those whose name matches a pattern (PATTERN).
     *
     * @param filter glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     */
    public static CommandFilter pattern(String filter) {
        return new CommandFilter("PATTERN", filter);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("FILTERBY").word(kind).text("filter", value);
    }
}
