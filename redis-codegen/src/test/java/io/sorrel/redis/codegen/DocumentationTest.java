package io.sorrel.redis.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    /** The comments of the sync and the async facade's only method, without indentation and asterisks. */
    private static List<String> comments(Compilation compilation) {
        assertThat(compilation.problems()).isEmpty();
        return List.of(
                comment(compilation.generated("StringCommands")),
                comment(compilation.generated("StringAsyncCommands")));
    }

    private static String comment(String source) {
        int start = source.lastIndexOf("/**\n") + "/**\n".length();
        String comment = source.substring(start, source.indexOf("*/", start));
        StringBuilder text = new StringBuilder();
        comment.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line ->
                        text.append(line.length() < 2 ? "" : line.substring(2)).append('\n'));
        return text.toString().strip();
    }

    private static Compilation compile(String imports, String members, String... more) {
        String[] sources = new String[more.length + 1];
        sources[0] = ClientSources.strings(imports, members);
        System.arraycopy(more, 0, sources, 1, more.length);
        return Compilation.strict(ClientSources.with(sources));
    }

    @Test
    void carriesOverEveryTagAndItsLines() {
        Compilation compilation = compile("", """
                /**
                 * Sets it. With <b>markup</b> and a second
                 * line.
                 *
                 * <pre>{@code
                 * @NotATag
                 *   if (indented) { keep(); }
                 * }</pre>
                 *
                 * @param key the key,
                 *     on two lines
                 * @return the value,
                 *     or {@code null}
                 * @throws IllegalArgumentException if it is empty
                 * @since 6.2
                 * @see <a href="https://redis.io/commands/get">GET</a>
                 */
                public Command<String> get(K key) { return new Command<>(""); }
                """);

        String sync = """
                Sets it. With <b>markup</b> and a second
                line.

                <pre>{@code
                @NotATag
                  if (indented) { keep(); }
                }</pre>

                @param key the key,
                    on two lines
                @return the value,
                    or {@code null}
                @throws IllegalArgumentException if it is empty
                @since 6.2
                @see <a href="https://redis.io/commands/get">GET</a>""";
        assertThat(comments(compilation))
                .containsExactly(
                        sync, sync.replace("@return the value", "@return a future that completes with the value"));
    }

    @Test
    void dropsTheReturnTagOfACommandWithoutReply() {
        Compilation compilation = compile("import org.jspecify.annotations.Nullable;", """
                /**
                 * Sets it.
                 *
                 * @return nothing
                 * @param key the key
                 * @throws IllegalArgumentException if it is empty
                 */
                public Command<@Nullable Void> set(K key) { return new Command<>(null); }
                """);

        assertThat(comments(compilation)).containsExactly("""
                Sets it.

                @param key the key
                @throws IllegalArgumentException if it is empty""", """
                Sets it.

                @param key the key
                @return a future that completes when the server has confirmed the command
                @throws IllegalArgumentException if it is empty""");
    }

    @Test
    void adjustsTheInlineReturnTag() {
        Compilation compilation = compile("", """
                /** {@return the {@code length} of it} Quick. */
                public Command<Long> length() { return new Command<>(1L); }
                """);

        assertThat(comments(compilation))
                .containsExactly(
                        "{@return the {@code length} of it} Quick.",
                        "{@return a future that completes with the {@code length} of it} Quick.");
    }

    @Test
    void importsWhatOnlyTheDocumentationNames() {
        Compilation compilation = compile("import java.time.Duration;\nimport java.util.*;", """
                /**
                 * Uses {@link Duration}, {@link Duration#ofMillis(long) millis}, {@linkplain Map.Entry an entry},
                 * {@link Collections#sort(List, Comparator)}, {@link java.net.URI}, {@link String#length()},
                 * {@value #LIMIT} and {@code {@link Nothing}}.
                 *
                 * @return nothing
                 * @throws NoSuchElementException never
                 * @see Helper
                 * @see Helper.Part#done(Helper)
                 */
                public Command<Void> set() { throw new IllegalStateException(); }
                /** Limit. */ public static final int LIMIT = 3;
                """, """
                package io.sorrel.redis.command.definition;
                /** Helps. */
                public final class Helper {
                    /** Makes it. */ public Helper() {}
                    /** Part. */
                    public static final class Part {
                        /** Makes it. */ public Part() {}
                        /**
                         * Done.
                         * @param helper the helper
                         */
                        public void done(Helper helper) {}
                    }
                }
                """);

        assertThat(comments(compilation).get(0)).isEqualTo("""
                Uses {@link Duration}, {@link Duration#ofMillis(long) millis}, {@linkplain Map.Entry an entry},
                {@link Collections#sort(List, Comparator)}, {@link URI}, {@link String#length()},
                {@value StringDefinitions#LIMIT} and {@code {@link Nothing}}.

                @throws NoSuchElementException never
                @see Helper
                @see Helper.Part#done(Helper)""");
        assertThat(imports(compilation.generated("StringCommands")))
                .containsExactly(
                        "import io.sorrel.redis.command.definition.Helper;",
                        "import io.sorrel.redis.command.definition.StringDefinitions;",
                        "import java.net.URI;",
                        "import java.time.Duration;",
                        "import java.util.Collections;",
                        "import java.util.Comparator;",
                        "import java.util.List;",
                        "import java.util.Map;",
                        "import java.util.NoSuchElementException;");
    }

    private static List<String> imports(String source) {
        return source.lines().filter(line -> line.startsWith("import ")).toList();
    }

    @Test
    void linksCommandsToTheFacadeOfTheSameShape() {
        String other = ClientSources.strings("", """
                /**
                 * See {@link StringDefinitions}, {@link StringDefinitions#get(Object)}, {@link #put(K)} and
                 * {@link StringDefinitions#of()}.
                 *
                 * @param key the key
                 * @return the value
                 */
                public Command<Long> put(K key) { return new Command<>(1L); }
                """)
                .replace("class StringDefinitions", "class KeyDefinitions")
                .replace("public StringDefinitions()", "public KeyDefinitions()")
                .replace("\"String\", accessor = \"strings\"", "\"Key\", accessor = \"keys\"");
        String strings = ClientSources.strings("", """
                /**
                 * Gets it.
                 * @param key the key
                 * @return the value
                 */
                public Command<Long> get(K key) { return new Command<>(1L); }
                /**
                 * Makes it.
                 * @return it
                 */
                public static String of() { return ""; }
                """);

        Compilation compilation = Compilation.strict(
                ClientSources.withGroups(List.of("StringDefinitions strings", "KeyDefinitions keys"), strings, other));

        assertThat(compilation.problems()).isEmpty();
        assertThat(comment(compilation.generated("KeyCommands"))).startsWith("""
                See {@link StringCommands}, {@link StringCommands#get(Object)}, {@link #put(K)} and
                {@link StringDefinitions#of()}.""");
        assertThat(comment(compilation.generated("KeyAsyncCommands"))).startsWith("""
                See {@link StringAsyncCommands}, {@link StringAsyncCommands#get(Object)}, {@link #put(K)} and
                {@link StringDefinitions#of()}.""");
    }

    @Test
    void keepsTextThatIsNotAscii() {
        Compilation compilation = compile("", """
                /**
                 * Größe “in bytes” → 長さ.
                 *
                 * @return nothing
                 */
                public Command<Void> size() { throw new IllegalStateException(); }
                """);

        assertThat(comments(compilation).get(0)).isEqualTo("Größe “in bytes” → 長さ.");
    }
}
