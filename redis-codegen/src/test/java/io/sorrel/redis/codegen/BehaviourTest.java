package io.sorrel.redis.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The generated code compiled without a warning, and run. */
class BehaviourTest {
    private static final String MEMBERS = """
            /**
             * Gets it.
             * @param key the key
             * @return the value
             */
            public Command<@Nullable V> get(K key) { return new Command<>(null); }
            /**
             * Sets it.
             * @param key the key
             * @param value the value
             * @return nothing
             * @throws IllegalArgumentException if there is no key
             */
            public Command<@Nullable Void> set(K key, @Nullable V value) throws IllegalArgumentException {
                return new Command<>(null);
            }
            /**
             * Deletes them.
             * @param keys the keys
             * @return how many
             */
            @SafeVarargs
            public final Command<Long> del(K... keys) { return new Command<>((long) keys.length); }
            /**
             * Adds them.
             * @param first the first
             * @param more the others
             * @return whether
             */
            @SuppressWarnings("unchecked")
            public Command<Boolean> add(Map.@Nullable Entry<K, V> first, Map.Entry<K, ? extends V>... more) {
                return new Command<>(more.length > 1);
            }
            /**
             * Joins them.
             * @param parts the parts
             * @return the text
             */
            public Command<String> join(String... parts) { return new Command<>(String.join("+", parts)); }
            /**
             * Old.
             * @param flags the flags
             * @param count how many
             * @return the sum
             * @deprecated use another one
             */
            @Deprecated(since = "2 \\"or\\" 3")
            public Command<Integer> old(int @Nullable [] flags, @Hint(value = Hint.Kind.B, names = {"x", "y"}) long count) {
                return new Command<>((int) count);
            }
            /**
             * Going.
             * @return the value
             * @deprecated soon gone
             */
            @Deprecated(forRemoval = true)
            public Command<Double> going() { return new Command<>(1.5); }
            /**
             * Reads it.
             * @param <T> the type
             * @param reader reads it
             * @param keys the keys
             * @return what was read
             */
            @SafeVarargs
            public final <T extends @Nullable Object> Command<T> read(Supplier<? extends T> reader, K... keys) {
                return new Command<>(reader.get());
            }
            /**
             * Pairs them.
             * @param <Supplier> the one type
             * @param <U> the other type
             * @param one the one
             * @param other the other
             * @return both
             */
            public <Supplier, U> Command<Map.Entry<Supplier, U>> pair(Supplier one, U other) {
                return new Command<>(Map.entry(one, other));
            }
            private Command<V> helper() { return new Command<>(null); }
            /**
             * Helps.
             * @param <T> the type
             * @return it
             */
            public static <T> Command<List<T>> listing() { return new Command<>(List.of()); }
            """;

    private static final String IMPORTS = """
            import java.util.List;
            import java.util.Map;
            import java.util.function.Supplier;
            import org.jspecify.annotations.Nullable;
            """;

    private static final String HINT = """
            package io.sorrel.redis.command.definition;
            /** A hint. */
            public @interface Hint {
                /** Kinds. */
                enum Kind {
                    /** A. */ A,
                    /** B. */ B
                }
                /** {@return the kind} */
                Kind value();
                /** {@return names} */
                String[] names() default {};
            }
            """;

    private static final String PROBE = """
            package app;
            import io.sorrel.redis.api.StringAsyncCommands;
            import io.sorrel.redis.api.StringCommands;
            import io.sorrel.redis.command.Command;
            import io.sorrel.redis.command.definition.CommandDefinitions;
            import java.util.Map;
            import java.util.concurrent.CompletableFuture;
            /** Runs it. */
            public final class Probe implements java.util.concurrent.Callable<String> {
                private record Sync(CommandDefinitions<String, String> commands) implements StringCommands<String, String> {
                    public <T> T execute(Command<T> command) { return command.reply(); }
                }
                private record Async(CommandDefinitions<String, String> commands)
                        implements StringAsyncCommands<String, String> {
                    public <T> CompletableFuture<T> execute(Command<T> command) {
                        return CompletableFuture.completedFuture(command.reply());
                    }
                }
                /** Makes it. */
                public Probe() {}
                @Override
                public String call() {
                    var sync = new Sync(new CommandDefinitions<>());
                    var async = new Async(sync.commands());
                    sync.set("key", null);
                    long deleted = sync.del("a", "b");
                    CompletableFuture<Void> set = async.set("key", "value");
                    return sync.get("key") + " " + deleted + " " + sync.join("a", "b") + " " + sync.join() + " "
                            + async.del("a").join() + " " + set.join() + " " + async.join("c", "d").join() + " "
                            + sync.<Integer>read(() -> 5, "a").intValue() + " " + async.pair('x', 2L).join();
                }
            }
            """;

    private static Compilation compile() {
        return Compilation.strict(ClientSources.with(ClientSources.strings(IMPORTS, MEMBERS), HINT, PROBE));
    }

    @Test
    void runs() throws ReflectiveOperationException {
        Compilation compilation = compile();

        assertThat(compilation.problems()).isEmpty();
        Object probe = compilation.load("app.Probe").getConstructor().newInstance();
        assertThat(probe.getClass().getMethod("call").invoke(probe)).isEqualTo("null 2 a+b  1 null c+d 5 x=2");
    }

    @Test
    void keepsAnnotationsVariableArityAndDeprecation() {
        Compilation compilation = compile();

        assertThat(compilation.generated("StringCommands"))
                .contains(
                        "    default @Nullable V get(K key) {\n        return execute(commands().strings().get(key));")
                .contains("    default void set(K key, @Nullable V value) {\n"
                        + "        execute(commands().strings().set(key, value));")
                .contains("    @SuppressWarnings({\"unchecked\"})\n    default long del(K... keys) {")
                .contains("    @SuppressWarnings({\"unchecked\"})\n    default boolean add("
                        + "Map.@Nullable Entry<K, V> first, Map.Entry<K, ? extends V>... more) {")
                .contains("     */\n    default String join(String... parts) {")
                .contains("    @Deprecated(since = \"2 \\\"or\\\" 3\")\n    default int old("
                        + "int @Nullable [] flags, @Hint(value = Hint.Kind.B, names = {\"x\", \"y\"}) long count) {")
                .contains("    @Deprecated(forRemoval = true)\n    @SuppressWarnings({\"removal\"})\n"
                        + "    default double going() {")
                .contains("    @SuppressWarnings({\"unchecked\"})\n    default <T extends @Nullable Object> T read("
                        + "java.util.function.Supplier<? extends T> reader, K... keys) {\n"
                        + "        return execute(commands().strings().read(reader, keys));")
                .contains("     * @param <T> the type\n     * @param reader reads it\n")
                .contains("    default <Supplier, U> Map.Entry<Supplier, U> pair(Supplier one, U other) {")
                .doesNotContain("helper", "listing");
        assertThat(compilation.generated("StringAsyncCommands"))
                .contains("    default <T extends @Nullable Object> CompletableFuture<T> read(")
                .contains("    default CompletableFuture<@Nullable Void> set(K key, @Nullable V value) {\n"
                        + "        return execute(commands().strings().set(key, value));");
    }

    @Test
    void warnsCallersOfGenericVariableArityAsAHandWrittenMethodDoes() {
        String handWritten = """
                package app;
                interface HandWritten<K> {
                    @SuppressWarnings("unchecked")
                    default long remove(K... keys) { return keys.length; }
                }
                """;
        String caller = """
                package app;
                import io.sorrel.redis.api.StringCommands;
                abstract class Caller<T> implements StringCommands<java.util.List<T>, T>, HandWritten<java.util.List<T>> {
                    long generated(java.util.List<T> list) {
                        return del(list); // generated
                    }
                    long written(java.util.List<T> list) {
                        return remove(list); // written
                    }
                    static long concrete(StringCommands<String, String> strings) {
                        return strings.del("a", "b");
                    }
                }
                """;

        Compilation compilation = Compilation.plain(
                ClientSources.with(ClientSources.strings(IMPORTS, MEMBERS), HINT, handWritten, caller),
                "-Xlint:unchecked,varargs");

        assertThat(compilation.success).isTrue();
        assertThat(compilation.problems())
                .containsExactly(
                        "Caller.java:5: unchecked generic array creation for varargs parameter of type"
                                + " java.util.List<T>[]",
                        "Caller.java:8: unchecked generic array creation for varargs parameter of type"
                                + " java.util.List<T>[]");
    }

    @Test
    void carriesTheClassDeprecationOver() {
        String source = ClientSources.strings("", "")
                .replace("@CommandGroup", "@Deprecated(since = \"1\", forRemoval = true)\n@CommandGroup")
                .replace(" */\n@NullMarked", " * @deprecated going away\n */\n@NullMarked");

        assertThat(Compilation.plain(ClientSources.with(source)).generated("StringCommands"))
                .contains(" * @deprecated going away\n */\n@Deprecated(since = \"1\", forRemoval = true)\n"
                        + "@SuppressWarnings({\"removal\"})\npublic interface StringCommands<K, V>");
    }

    @Test
    void qualifiesTypesWhoseSimpleNameIsTaken() {
        String members = """
                /**
                 * Gets it.
                 * @param date the date
                 * @param sql the other date
                 * @param thread a thread
                 * @param commands not the hook
                 * @return nothing
                 */
                public Command<Void> get(java.util.Date date, java.sql.Date sql, Thread thread, StringCommands commands) {
                    throw new IllegalStateException();
                }
                /** Thread. */
                public static final class Thread { /** Makes it. */ public Thread() {} }
                /** Commands. */
                public static final class StringCommands { /** Makes it. */ public StringCommands() {} }
                """;

        Compilation compilation = Compilation.strict(ClientSources.with(
                ClientSources.strings("import io.sorrel.redis.other.CommandFacade;", """
                        /**
                         * Puts it.
                         * @param facade not the hook
                         * @param object not the top
                         * @return nothing
                         */
                        public Command<Void> put(CommandFacade facade, io.sorrel.redis.other.Object object) {
                            throw new IllegalStateException();
                        }
                        """ + members),
                other("CommandFacade"),
                other("Object")));

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.generated("StringCommands"))
                .contains("put(io.sorrel.redis.other.CommandFacade facade, io.sorrel.redis.other.Object object)")
                .contains("get(Date date, java.sql.Date sql, StringDefinitions.Thread thread,"
                        + " StringDefinitions.StringCommands commands)");
    }

    private static String other(String name) {
        return """
                package io.sorrel.redis.other;
                /** Another one. */
                public final class %s { /** Makes it. */ public %s() {} }
                """.formatted(name, name);
    }

    @Test
    void writesTheSameForEveryOrderOfSources() {
        List<String> sources = ClientSources.with(ClientSources.strings(IMPORTS, MEMBERS), HINT, PROBE);
        List<String> reversed = new java.util.ArrayList<>(sources);
        Collections.reverse(reversed);

        Compilation one = Compilation.strict(sources);
        Compilation other = Compilation.strict(reversed);

        assertThat(other.generatedNames()).isEqualTo(one.generatedNames()).hasSize(2);
        for (String name : List.of("StringCommands", "StringAsyncCommands")) {
            assertThat(other.generated(name)).isEqualTo(one.generated(name));
        }
    }

    @Test
    void tellsItsOwnTimeOnRequest() {
        List<String> sources = ClientSources.with(ClientSources.strings(IMPORTS, MEMBERS), HINT, PROBE);

        assertThat(Compilation.plain(sources, "-Asorrel.codegen.timing=true").notes())
                .anyMatch(note -> note.matches("Command facades: 1 groups, 9 methods, \\d+ ns\\."));
        assertThat(Compilation.plain(sources).notes()).noneMatch(note -> note.startsWith("Command facades"));
    }
}
