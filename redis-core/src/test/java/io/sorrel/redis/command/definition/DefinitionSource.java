package io.sorrel.redis.command.definition;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.sorrel.redis.command.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A group of commands as its source states it.
 *
 * @param type simple name of the class
 * @param stem the first part of the names of its facades
 * @param accessor the method that hands out its definitions
 * @param methods its public methods that return a command, in their order
 * @param specs the commands that it defines
 */
record DefinitionSource(String type, String stem, String accessor, List<Method> methods, List<CommandSpec> specs) {
    private static final Path FOLDER = Path.of("src/main/java/io/sorrel/redis/command/definition");

    /**
     * A method that defines a command.
     *
     * @param name its name, which its overloads share
     * @param doc its javadoc as one line, empty if it has none
     */
    record Method(String name, String doc) {}

    /** All groups, ordered by stem. */
    static List<DefinitionSource> all() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<DefinitionSource> groups = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    collect(new TreePath(new TreePath(unit), type), docs, groups);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        groups.sort(Comparator.comparing(DefinitionSource::stem));
        return groups;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith("Definitions.java"))
                    .toList();
        }
    }

    private static void collect(TreePath path, DocTrees docs, List<DefinitionSource> groups) {
        ClassTree type = (ClassTree) path.getLeaf();
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            if (annotation.getAnnotationType().toString().equals(CommandGroup.class.getSimpleName())) {
                String name = type.getSimpleName().toString();
                groups.add(new DefinitionSource(
                        name,
                        value(annotation, "value"),
                        value(annotation, "accessor"),
                        methods(path, docs),
                        specs(name)));
            }
        }
    }

    private static String value(AnnotationTree annotation, String name) {
        return annotation.getArguments().stream()
                .map(AssignmentTree.class::cast)
                .filter(argument -> argument.getVariable().toString().equals(name))
                .map(argument -> (String) ((LiteralTree) argument.getExpression()).getValue())
                .findFirst()
                .orElseThrow();
    }

    private static List<Method> methods(TreePath type, DocTrees docs) {
        return ((ClassTree) type.getLeaf())
                .getMembers().stream()
                        .filter(member -> member instanceof MethodTree method && definesACommand(method))
                        .map(member -> new Method(
                                ((MethodTree) member).getName().toString(),
                                oneLine(docs.getDocCommentTree(new TreePath(type, member)))))
                        .toList();
    }

    private static boolean definesACommand(MethodTree method) {
        return method.getModifiers().getFlags().contains(Modifier.PUBLIC)
                && method.getReturnType() instanceof ParameterizedTypeTree type
                && type.getType().toString().equals("Command");
    }

    private static String oneLine(DocCommentTree doc) {
        return doc == null ? "" : doc.getFullBody().toString().replaceAll("\\s+", " ");
    }

    /** The specs of a class of definitions. */
    @SuppressWarnings("unchecked")
    static List<CommandSpec> specs(String type) {
        try {
            return (List<CommandSpec>) Class.forName(DefinitionSource.class.getPackageName() + "." + type)
                    .getDeclaredMethod("specs")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no specs", e);
        }
    }
}
