package io.sorrel.redis.codegen;

import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a simple type name means in the source file of a definition class. */
final class NameScope {
    private final Elements elements;
    private final TypeElement definition;
    private final List<String> imports;

    private NameScope(Elements elements, TypeElement definition, List<String> imports) {
        this.elements = elements;
        this.definition = definition;
        this.imports = imports;
    }

    static NameScope of(TypeElement definition, ProcessingEnvironment environment) {
        return new NameScope(environment.getElementUtils(), definition, imports(definition, environment));
    }

    /** The imports, or none where the compiler is not javac or hides behind a wrapper, as in some IDEs. */
    private static List<String> imports(TypeElement definition, ProcessingEnvironment environment) {
        List<String> names = new ArrayList<>();
        try {
            TreePath path = Trees.instance(environment).getPath(definition);
            if (path != null) {
                for (ImportTree each : path.getCompilationUnit().getImports()) {
                    if (!each.isStatic()) {
                        names.add(each.getQualifiedIdentifier().toString());
                    }
                }
            }
        } catch (IllegalArgumentException notJavac) {
            return List.of();
        }
        return names;
    }

    /** The type that a name, simple or qualified, stands for. */
    Optional<TypeElement> resolve(String name) {
        int dot = name.indexOf('.');
        Optional<TypeElement> found = resolveSimple(dot < 0 ? name : name.substring(0, dot));
        while (found.isPresent() && dot >= 0) {
            int next = name.indexOf('.', dot + 1);
            found = member(found.get(), name.substring(dot + 1, next < 0 ? name.length() : next));
            dot = next;
        }
        return found.or(() -> type(name));
    }

    private Optional<TypeElement> resolveSimple(String name) {
        if (definition.getSimpleName().contentEquals(name)) {
            return Optional.of(definition);
        }
        return member(definition, name)
                .or(() -> imports.stream()
                        .filter(imported -> imported.endsWith("." + name))
                        .findFirst()
                        .flatMap(this::type))
                .or(() -> type(elements.getPackageOf(definition).getQualifiedName() + "." + name))
                .or(() -> imports.stream()
                        .filter(imported -> imported.endsWith(".*"))
                        .flatMap(imported -> type(imported.substring(0, imported.length() - 1) + name).stream())
                        .findFirst())
                .or(() -> type("java.lang." + name));
    }

    private static Optional<TypeElement> member(TypeElement outer, String name) {
        return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                .filter(nested -> nested.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private Optional<TypeElement> type(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName));
    }
}
