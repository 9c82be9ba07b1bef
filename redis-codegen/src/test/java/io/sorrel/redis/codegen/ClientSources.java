package io.sorrel.redis.codegen;

import java.util.ArrayList;
import java.util.List;

/** The hand-written side that a definition needs around it, reduced to what the generated code touches. */
final class ClientSources {
    private static final String GROUP_ANNOTATION = """
            package io.sorrel.redis.command.definition;
            import java.lang.annotation.ElementType;
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            import java.lang.annotation.Target;
            /** Marks a command group. */
            @Retention(RetentionPolicy.SOURCE)
            @Target(ElementType.TYPE)
            public @interface CommandGroup {
                /** {@return the stem} */
                String value();
                /** {@return the accessor} */
                String accessor();
            }
            """;

    private static final String COMMAND = """
            package io.sorrel.redis.command;
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;
            /**
             * A command.
             * @param <T> the reply type
             */
            @NullMarked
            public final class Command<T extends @Nullable Object> {
                private final T reply;
                /**
                 * A command with its reply.
                 * @param reply the reply
                 */
                public Command(T reply) { this.reply = reply; }
                /** {@return the reply} */
                public T reply() { return reply; }
            }
            """;

    private static final String API = """
            /** The facades. */
            @NullMarked
            package io.sorrel.redis.api;
            import org.jspecify.annotations.NullMarked;
            """;

    private static final String SYNC_HOOKS = """
            package io.sorrel.redis.api;
            import io.sorrel.redis.command.Command;
            import io.sorrel.redis.command.definition.CommandDefinitions;
            import org.jspecify.annotations.Nullable;
            /**
             * The hooks.
             * @param <K> the key type
             * @param <V> the value type
             */
            public interface CommandFacade<K, V> {
                /**
                 * Executes.
                 * @param <T> the reply type
                 * @param command the command
                 * @return the reply
                 */
                <T extends @Nullable Object> T execute(Command<T> command);
                /** {@return the definitions} */
                CommandDefinitions<K, V> commands();
            }
            """;

    private static final String ASYNC_HOOKS = """
            package io.sorrel.redis.api;
            import io.sorrel.redis.command.Command;
            import io.sorrel.redis.command.definition.CommandDefinitions;
            import java.util.concurrent.CompletableFuture;
            import org.jspecify.annotations.Nullable;
            /**
             * The hooks.
             * @param <K> the key type
             * @param <V> the value type
             */
            public interface AsyncCommandFacade<K, V> {
                /**
                 * Executes.
                 * @param <T> the reply type
                 * @param command the command
                 * @return the reply
                 */
                <T extends @Nullable Object> CompletableFuture<T> execute(Command<T> command);
                /** {@return the definitions} */
                CommandDefinitions<K, V> commands();
            }
            """;

    private ClientSources() {}

    /** The client with one group, {@code strings()} of {@code StringDefinitions}, and the given sources. */
    static List<String> with(String... sources) {
        return withGroups(List.of("StringDefinitions strings"), sources);
    }

    /** The client with groups written as {@code Type accessor}, and the given sources. */
    static List<String> withGroups(List<String> groups, String... sources) {
        StringBuilder definitions = new StringBuilder("""
                package io.sorrel.redis.command.definition;
                /**
                 * All definitions.
                 * @param <K> the key type
                 * @param <V> the value type
                 */
                public final class CommandDefinitions<K, V> {
                    /** Makes them. */
                    public CommandDefinitions() {}
                """);
        for (String group : groups) {
            String type = group.substring(0, group.indexOf(' '));
            String accessor = group.substring(group.indexOf(' ') + 1);
            definitions.append("    /** {@return the group} */\n");
            definitions.append("    public " + type + "<K, V> " + accessor + "() { return new " + type + "<>(); }\n");
        }
        definitions.append("}\n");
        List<String> all = new ArrayList<>(
                List.of(GROUP_ANNOTATION, COMMAND, API, SYNC_HOOKS, ASYNC_HOOKS, definitions.toString()));
        all.addAll(List.of(sources));
        return all;
    }

    /** A sound definition class with the given imports and members; the members start at line 14 plus imports. */
    static String strings(String imports, String members) {
        return """
                package io.sorrel.redis.command.definition;
                import io.sorrel.redis.command.Command;
                import org.jspecify.annotations.NullMarked;
                %s
                /**
                 * Commands on strings.
                 * @param <K> the key type
                 * @param <V> the value type
                 */
                @NullMarked
                @CommandGroup(value = "String", accessor = "strings")
                public final class StringDefinitions<K, V> {
                    /** Makes them. */ public StringDefinitions() {}
                %s
                }
                """.formatted(imports.strip(), members.stripTrailing().indent(4).stripTrailing());
    }
}
