package io.sorrel.redis.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FacadeGenerationTest {
    private static final String APPEND = """
            /**
             * Appends a value to a string.
             *
             * @param key the key
             * @param value the value
             * @return the length after the append
             */
            public Command<Long> append(K key, V value) { return new Command<>(7L); }
            """;

    @Test
    void emitsTheSyncFacade() {
        Compilation compilation = Compilation.strict(ClientSources.with(ClientSources.strings("", APPEND)));

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.diagnostics).isEmpty();
        assertThat(compilation.generated("StringCommands")).isEqualTo("""
                // Generated from io.sorrel.redis.command.definition.StringDefinitions: change that class, not this file.
                package io.sorrel.redis.api;

                /**
                 * Commands on strings.
                 *
                 * @param <K> the key type
                 * @param <V> the value type
                 */
                public interface StringCommands<K, V> extends CommandFacade<K, V> {

                    /**
                     * Appends a value to a string.
                     *
                     * @param key the key
                     * @param value the value
                     * @return the length after the append
                     */
                    default long append(K key, V value) {
                        return execute(commands().strings().append(key, value));
                    }
                }
                """);
    }

    @Test
    void emitsTheAsyncFacade() {
        Compilation compilation = Compilation.strict(ClientSources.with(ClientSources.strings("", APPEND)));

        assertThat(compilation.generated("StringAsyncCommands")).isEqualTo("""
                // Generated from io.sorrel.redis.command.definition.StringDefinitions: change that class, not this file.
                package io.sorrel.redis.api;

                import java.util.concurrent.CompletableFuture;

                /**
                 * Commands on strings.
                 *
                 * @param <K> the key type
                 * @param <V> the value type
                 */
                public interface StringAsyncCommands<K, V> extends AsyncCommandFacade<K, V> {

                    /**
                     * Appends a value to a string.
                     *
                     * @param key the key
                     * @param value the value
                     * @return a future that completes with the length after the append
                     */
                    default CompletableFuture<Long> append(K key, V value) {
                        return execute(commands().strings().append(key, value));
                    }
                }
                """);
    }

    @Test
    void choosesTheReturnTypeByTheReply() {
        Compilation compilation = Compilation.strict(ClientSources.with(ClientSources.strings(
                """
                import java.util.List;
                import java.util.Map;
                import org.jspecify.annotations.Nullable;
                """,
                members(
                        "Command<Long> aLong()",
                        "Command<Integer> anInt()",
                        "Command<Double> aDouble()",
                        "Command<Boolean> aBoolean()",
                        "Command<@Nullable Long> maybeLong()",
                        "Command<@Nullable V> maybeValue()",
                        "Command<List<@Nullable V>> values()",
                        "Command<Map<K, List<@Nullable V>>> map()",
                        "Command<Map.@Nullable Entry<K, V>> entry()",
                        "Command<byte[]> bytes()",
                        "Command<@Nullable V @Nullable []> array()",
                        "Command<List<? extends V>> wildcard()"))));

        assertThat(compilation.problems()).isEmpty();
        assertThat(signatures(compilation.generated("StringCommands")))
                .containsExactly(
                        "long aLong()",
                        "int anInt()",
                        "double aDouble()",
                        "boolean aBoolean()",
                        "@Nullable Long maybeLong()",
                        "@Nullable V maybeValue()",
                        "List<@Nullable V> values()",
                        "Map<K, List<@Nullable V>> map()",
                        "Map.@Nullable Entry<K, V> entry()",
                        "byte[] bytes()",
                        "@Nullable V @Nullable [] array()",
                        "List<? extends V> wildcard()");
        assertThat(signatures(compilation.generated("StringAsyncCommands")))
                .containsExactly(
                        "CompletableFuture<Long> aLong()",
                        "CompletableFuture<Integer> anInt()",
                        "CompletableFuture<Double> aDouble()",
                        "CompletableFuture<Boolean> aBoolean()",
                        "CompletableFuture<@Nullable Long> maybeLong()",
                        "CompletableFuture<@Nullable V> maybeValue()",
                        "CompletableFuture<List<@Nullable V>> values()",
                        "CompletableFuture<Map<K, List<@Nullable V>>> map()",
                        "CompletableFuture<Map.@Nullable Entry<K, V>> entry()",
                        "CompletableFuture<byte[]> bytes()",
                        "CompletableFuture<@Nullable V @Nullable []> array()",
                        "CompletableFuture<List<? extends V>> wildcard()");
    }

    private static String members(String... declarations) {
        StringBuilder members = new StringBuilder();
        for (String declaration : declarations) {
            members.append("/**\n * Does it.\n * @return the reply\n */\n");
            members.append("public " + declaration + " { throw new IllegalStateException(); }\n");
        }
        return members.toString();
    }

    private static List<String> signatures(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("default "))
                .map(line -> line.substring("default ".length(), line.length() - " {".length()))
                .toList();
    }
}
