package io.sorrel.redis.command.reply;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells people about one of its commands. What it does not tell is null or empty.
 *
 * @param summary what the command does
 * @param since first version that knows it
 * @param group what it belongs to, such as {@code string} or {@code server}
 * @param complexity how long it takes
 * @param module the module that it comes from
 * @param flags {@code deprecated} or {@code syscmd}
 * @param deprecatedSince first version in which it is deprecated
 * @param replacedBy what to use instead
 * @param history what changed in which version
 * @param arguments its arguments
 * @param subcommands its subcommands, by names such as {@code client|list}
 */
public record CommandDocs(
        @Nullable String summary,
        @Nullable String since,
        @Nullable String group,
        @Nullable String complexity,
        @Nullable String module,
        Set<String> flags,
        @Nullable String deprecatedSince,
        @Nullable String replacedBy,
        List<Change> history,
        List<Argument> arguments,
        Map<String, CommandDocs> subcommands) {
    /** Copies the collections. */
    public CommandDocs {
        flags = Fields.copy(flags);
        history = List.copyOf(history);
        arguments = List.copyOf(arguments);
        subcommands = Fields.copy(subcommands);
    }

    /**
     * What changed in a version.
     *
     * @param version the version
     * @param description what changed
     */
    public record Change(String version, String description) {}

    /**
     * An argument, or several that belong together.
     *
     * @param name its name
     * @param type such as {@code key}, {@code integer}, {@code pure-token}, or {@code oneof} and {@code block} for
     *     several
     * @param displayText how to write it for people
     * @param keySpecification which of the command's key specifications it belongs to, from 0; -1 for none
     * @param token the constant word before it, or that it is
     * @param summary what it means
     * @param since first version that knows it
     * @param deprecatedSince first version in which it is deprecated
     * @param flags {@code optional}, {@code multiple}, {@code multiple_token}
     * @param arguments those that belong together
     */
    public record Argument(
            @Nullable String name,
            @Nullable String type,
            @Nullable String displayText,
            long keySpecification,
            @Nullable String token,
            @Nullable String summary,
            @Nullable String since,
            @Nullable String deprecatedSince,
            Set<String> flags,
            List<Argument> arguments) {
        /** Copies the collections. */
        public Argument {
            flags = Fields.copy(flags);
            arguments = List.copyOf(arguments);
        }

        /** Whether it may be left out. */
        public boolean isOptional() {
            return flags.contains("optional");
        }

        /** Whether it may be repeated. */
        public boolean isRepeatable() {
            return flags.contains("multiple");
        }
    }
}
