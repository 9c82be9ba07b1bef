package io.sorrel.redis.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be translated is an error at its line; a line is marked here with {@code // <-}. */
class RefusalTest {
    private static final String DOC = "/** Does it. */\n";

    static List<Arguments> methods() {
        return List.of(
                refused(
                        "A definition method returns a Command: change the return type of length, or make the method"
                                + " private or static.",
                        DOC + "public long length(K key) { return 0; } // <-"),
                refused(
                        "A definition method returns a Command: change the return type of toText, or make the method"
                                + " private or static.",
                        DOC + "public String toText() { return null; } // <-"),
                refused(
                        "The facades return what the Command answers: give the Command returned by raw a type argument"
                                + " that is not a wildcard.",
                        DOC + "@SuppressWarnings(\"rawtypes\")\npublic Command raw() { return null; } // <-"),
                refused(
                        "The facades return what the Command answers: give the Command returned by any a type argument"
                                + " that is not a wildcard.",
                        DOC + "public Command<?> any() { return null; } // <-"),
                refused(
                        "A definition method always returns a Command: move @Nullable to the type argument, as in"
                                + " Command<@Nullable V>.",
                        DOC + "public @org.jspecify.annotations.Nullable Command<V> get() { return null; } // <-"),
                refused(
                        "A definition method is called by the facades: make hidden public, or private or static if it"
                                + " is a helper.",
                        DOC + "Command<V> hidden() { return null; } // <-"),
                refused(
                        "A definition method is called by the facades: make hidden public, or private or static if it"
                                + " is a helper.",
                        DOC + "protected Command<V> hidden() { return null; } // <-"),
                refused(
                        "The facades have any type for a type parameter of a command: remove the bound of T.",
                        DOC + "public <T extends CharSequence> Command<T> bounded(T value) { return null; } // <-"),
                refused(
                        "A definition method throws no checked exception: remove java.io.IOException from dump.",
                        DOC + "public Command<V> dump() throws java.io.IOException { return null; } // <-"),
                refused(
                        "The facades carry the documentation of get: write a documentation comment.",
                        "// No documentation.\npublic Command<V> get(K key) { return null; } // <-"),
                refused(
                        "The facades carry the documentation of get: write a documentation comment.",
                        "/** */\npublic Command<V> get(K key) { return null; } // <-"),
                refused(
                        "The facades inherit a method execute: give this command another name.",
                        DOC + "public Command<V> execute() { return null; } // <-"),
                refused(
                        "The facades inherit a method commands: give this command another name.",
                        DOC + "public Command<V> commands(K key) { return null; } // <-"),
                refused(
                        "Every object has a method wait: give this command another name.",
                        DOC + "public Command<Long> wait(int replicas) { return null; } // <-"),
                refused(
                        "The type of parameter option cannot be named by the facades: make"
                                + " io.sorrel.redis.command.definition.StringDefinitions.Option public.",
                        "private enum Option { ONE }\n" + DOC
                                + "public Command<V> get(\n    K key,\n    java.util.List<Option> option) { // <-\n"
                                + "    return null;\n}"),
                refused(
                        "The return type cannot be named by the facades: make"
                                + " io.sorrel.redis.command.definition.StringDefinitions.Answer public.",
                        "static final class Answer {}\n" + DOC
                                + "public Command<Answer[]> get() { return null; } // <-"),
                refused(
                        "A command without a reply has nothing to return: replace the inline {@return} in the"
                                + " documentation of set by a sentence.",
                        "/** {@return nothing} */\npublic Command<Void> set() { return null; } // <-"),
                refused(
                        "The documentation of get links to #helper, which the facades cannot see: write {@code} or link"
                                + " to something public.",
                        "/** Like {@link #helper}. */\npublic Command<V> get() { return null; } // <-\n"
                                + "private void helper() {}"),
                refused(
                        "The documentation of get links to Secret, which the facades cannot see: write {@code} or link"
                                + " to something public.",
                        "/** Like {@link Secret}. */\npublic Command<V> get() { return null; } // <-\n"
                                + "static final class Secret {}"));
    }

    private static Arguments refused(String message, String members) {
        return Arguments.of(message, members);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesAMethodAtItsLine(String message, String members) {
        String source = ClientSources.strings("", members);

        Compilation compilation = Compilation.plain(ClientSources.with(source));

        assertThat(compilation.problems()).containsExactly(at("StringDefinitions", source, message));
        assertThat(compilation.success).isFalse();
    }

    static List<Arguments> classes() {
        String opening = "public final class StringDefinitions<K, V> {";
        return List.of(
                Arguments.of(
                        "A command group is not extended: make StringDefinitions final.",
                        opening,
                        "public class StringDefinitions<K, V> { // <-"),
                Arguments.of(
                        "A command group is seen by the facades' package: make StringDefinitions public.",
                        opening,
                        "final class StringDefinitions<K, V> { // <-"),
                Arguments.of(
                        "The facades have any key and value type: remove the bound of type parameter V.",
                        opening,
                        "public final class StringDefinitions<K,\n    V extends CharSequence> { // <-"),
                Arguments.of(
                        "A command group declares its commands itself: StringDefinitions inherits compareTo, which the"
                                + " facades would lack.",
                        opening,
                        "public final class StringDefinitions<K, V> extends Base { // <-"),
                Arguments.of(
                        "@CommandGroup has an unusable value: it is the first part of the facades' names, such as"
                                + " \"String\".",
                        "@CommandGroup(value = \"String\", ",
                        "@CommandGroup(value = \" \", // <-\n"),
                Arguments.of(
                        "@CommandGroup has an unusable value: it is the first part of the facades' names, such as"
                                + " \"String\".",
                        "@CommandGroup(value = \"String\", ",
                        "@CommandGroup(value = \"string\", // <-\n"),
                Arguments.of(
                        "@CommandGroup has an unusable accessor: it is the method that hands out this group, such as"
                                + " \"strings\".",
                        "accessor = \"strings\")",
                        "\n    accessor = \"class\") // <-"),
                Arguments.of(
                        "The facades find this group by its accessor: give CommandDefinitions a public method"
                                + " StringDefinitions<K, V> text().",
                        "accessor = \"strings\")\n" + opening,
                        "accessor = \"text\")\n" + opening + " // <-"),
                Arguments.of(
                        "The facades carry the documentation of StringDefinitions: write a documentation comment.",
                        "/**\n * Commands on strings.\n * @param <K> the key type\n * @param <V> the value type\n */\n"
                                + "@NullMarked\n@CommandGroup(value = \"String\", accessor = \"strings\")\n" + opening,
                        "@CommandGroup(value = \"String\", accessor = \"strings\")\n" + opening + " // <-"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void refusesAClassAtItsLine(String message, String sound, String refused) {
        String source = ClientSources.strings("", "");
        assertThat(source).contains(sound);
        source = source.replace(sound, refused);
        String base = """
                package io.sorrel.redis.command.definition;
                abstract class Base implements Comparable<Base> {
                    @Override public int compareTo(Base other) { return 0; }
                }
                """;

        Compilation compilation = Compilation.plain(ClientSources.with(source, base));

        assertThat(compilation.problems()).containsExactly(at("StringDefinitions", source, message));
        assertThat(compilation.success).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"StringDefinitions", "StringDefinitions<K>", "StringDefinitions<K, V, F>"})
    void refusesAnyOtherNumberOfTypeParameters(String declaration) {
        String source = ClientSources.strings("", "").replace("StringDefinitions<K, V> {", declaration + " { // <-");

        assertThat(Compilation.plain(ClientSources.withGroups(List.of(), source))
                        .problems())
                .containsExactly(at(
                        "StringDefinitions",
                        source,
                        "A command group has exactly two type parameters, the key and the value type: declare"
                                + " StringDefinitions<K, V>."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface Strings {", "enum Strings {", "record Strings() {", "@interface Strings {"})
    void refusesWhatIsNoClass(String declaration) {
        String source = """
                package io.sorrel.redis.command.definition;
                /** Commands. */
                @CommandGroup(value = "String", accessor = "strings")
                public %s // <-
                }
                """.formatted(declaration);

        assertThat(Compilation.plain(ClientSources.withGroups(List.of(), source))
                        .problems())
                .containsExactly(at(
                        "Strings", source, "A command group is a class: move @CommandGroup to a public final class."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accessor = \"strings\" | @CommandGroup needs value: the first part of the facades' names, such as \"String\".",
                "value = \"String\" | @CommandGroup needs accessor: the method that hands out this group, such as \"strings\".",
            })
    void refusesAMissingAnnotationValueThatHasADefault(String values, String message) {
        String source = ClientSources.strings("", "")
                .replace("value = \"String\", accessor = \"strings\")", values + ") // <-");
        List<String> sources = new ArrayList<>(ClientSources.with(source));
        sources.replaceAll(each -> each.replace("String value();", "String value() default \"\";")
                .replace("String accessor();", "String accessor() default \"\";"));

        assertThat(Compilation.plain(sources).problems()).containsExactly(at("StringDefinitions", source, message));
    }

    @Test
    void leavesOverloadsOfOneErasureToTheCompiler() {
        String source = ClientSources.strings(
                "",
                DOC + "public Command<V> del(java.util.List<K> keys) { return null; }\n" + DOC
                        + "public Command<V> del(java.util.List<V> values) { return null; } // <-");

        assertThat(Compilation.plain(ClientSources.with(source)).problems())
                .singleElement()
                .asString()
                .startsWith(at("StringDefinitions", source, "name clash"));
    }

    @Test
    void refusesANestedClass() {
        String source = """
                package io.sorrel.redis.command.definition;
                /** Around it. */
                public final class Outer {
                    /** Commands. */
                    @CommandGroup(value = "String", accessor = "strings")
                    public static final class Inner<K, V> {} // <-
                }
                """;

        Compilation compilation = Compilation.plain(
                ClientSources.with(ClientSources.strings("", "").replace("\"String\"", "\"Text\""), source));

        assertThat(compilation.problems())
                .contains(at("Outer", source, "A command group has its own file: move Inner out of its outer class."));
    }

    @ParameterizedTest
    @CsvSource({"StringCommands", "StringAsyncCommands"})
    void refusesTheNameOfAHandWrittenType(String name) {
        String source =
                ClientSources.strings("", "").replace("StringDefinitions<K, V> {", "StringDefinitions<K, V> { // <-");
        String taken = "package io.sorrel.redis.api;\npublic interface " + name + " {}\n";

        Compilation compilation = Compilation.plain(ClientSources.with(source, taken));

        assertThat(compilation.problems())
                .contains(at(
                        "StringDefinitions",
                        source,
                        "The name of the facade io.sorrel.redis.api." + name
                                + " is taken: remove that type, or choose another group name."));
    }

    @Test
    void refusesTwoGroupsOfOneName() {
        String second = ClientSources.strings("", "")
                .replace("StringDefinitions", "TextDefinitions")
                .replace("\"strings\"", "\"texts\"")
                .replace("TextDefinitions<K, V> {", "TextDefinitions<K, V> { // <-");

        Compilation compilation = Compilation.plain(ClientSources.withGroups(
                List.of("StringDefinitions strings", "TextDefinitions texts"), ClientSources.strings("", ""), second));

        assertThat(compilation.problems())
                .containsExactly(at(
                        "TextDefinitions",
                        second,
                        "The group name String is taken by io.sorrel.redis.command.definition.StringDefinitions: choose"
                                + " another one."));
    }

    @Test
    void refusesACommandThatAnotherGroupHas() {
        String method = "public Command<Long> copy(K from, K to) { return null; }";
        String second = ClientSources.strings("", DOC + method + " // <-")
                .replace("StringDefinitions", "TextDefinitions")
                .replace("\"String\", accessor = \"strings\"", "\"Text\", accessor = \"texts\"");

        Compilation compilation = Compilation.plain(ClientSources.withGroups(
                List.of("StringDefinitions strings", "TextDefinitions texts"),
                ClientSources.strings("", DOC + method),
                second));

        assertThat(compilation.problems())
                .containsExactly(at(
                        "TextDefinitions",
                        second,
                        "The facades of all groups meet in one interface, where copy(java.lang.Object,"
                                + " java.lang.Object) is taken by io.sorrel.redis.command.definition.StringDefinitions:"
                                + " give this command another name or other parameters."));
    }

    @Test
    void namesAMissingHook() {
        List<String> sources = new ArrayList<>(ClientSources.with(ClientSources.strings("", "")));
        sources.removeIf(source -> source.contains("interface AsyncCommandFacade"));

        assertThat(Compilation.plain(sources).problems())
                .anyMatch(problem -> problem.endsWith(
                        "The facades need the hand-written interface io.sorrel.redis.api.AsyncCommandFacade."));
    }

    @Test
    void leavesAnUnknownTypeToTheCompiler() {
        String source = ClientSources.strings("", DOC + "public Command<Lnog> length(K key) { return null; } // <-");

        Compilation compilation = Compilation.plain(ClientSources.with(source));

        assertThat(compilation.problems())
                .singleElement()
                .asString()
                .contains(at("StringDefinitions", source, "cannot find symbol"));
    }

    @Test
    void reportsOneMistakeWithoutItsConsequences() {
        String members = DOC + "public Command<V> good(K key) { return null; }\n" + DOC
                + "public long bad(K key) { return 0; } // <-";
        String source = ClientSources.strings("", members);
        String user = """
                package app;
                abstract class User implements io.sorrel.redis.api.StringCommands<String, String> {
                    String use() { return good("key"); }
                }
                """;

        assertThat(Compilation.plain(ClientSources.with(source, user), "--should-stop=ifError=FLOW")
                        .problems())
                .containsExactly(at(
                        "StringDefinitions",
                        source,
                        "A definition method returns a Command: change the return type of bad, or make the method"
                                + " private or static."));
    }

    @Test
    void reportsEveryMistakeOfAMethod() {
        String source = ClientSources.strings(
                "", "<T extends CharSequence> void execute() throws java.io.IOException {} // <-");

        assertThat(Compilation.plain(ClientSources.with(source)).problems())
                .hasSize(6)
                .allMatch(problem -> problem.startsWith(at("StringDefinitions", source, "")));
    }

    /** The problem that the compiler is to print for the marked line of a source. */
    private static String at(String type, String source, String message) {
        long line = source.substring(0, source.indexOf("// <-")).lines().count();
        return type + ".java:" + line + ": " + message;
    }
}
