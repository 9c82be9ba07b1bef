package io.sorrel.redis.codegen;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The imports of one generated file: a type gets its simple name if nothing else in the file has it. */
final class Imports {
    private static final String JAVA_LANG = "java.lang";

    private final Elements elements;
    private final Map<String, String> packageBySimpleName = new HashMap<>();

    /**
     * Starts with the names that no import may take.
     *
     * @param reserved simple names that the file itself declares or takes from its own package
     */
    Imports(Elements elements, Collection<String> reserved) {
        this.elements = elements;
        reserved.forEach(name -> packageBySimpleName.put(name, ClientTypes.API_PACKAGE));
    }

    /** The shortest name for a type; a nested type is named through its outermost type. */
    String nameOf(TypeElement type) {
        if (type.getEnclosingElement() instanceof TypeElement outer) {
            return nameOf(outer) + "." + type.getSimpleName();
        }
        return nameOf(
                elements.getPackageOf(type).getQualifiedName().toString(),
                type.getSimpleName().toString());
    }

    String nameOf(String packageName, String simpleName) {
        if (!packageName.equals(JAVA_LANG) && elements.getTypeElement(JAVA_LANG + "." + simpleName) != null) {
            return packageName + "." + simpleName;
        }
        String owner = packageBySimpleName.computeIfAbsent(simpleName, name -> packageName);
        return owner.equals(packageName) ? simpleName : packageName + "." + simpleName;
    }

    /** The import lines in alphabetical order. */
    String render() {
        TreeSet<String> lines = new TreeSet<>();
        packageBySimpleName.forEach((simpleName, packageName) -> {
            if (!packageName.equals(JAVA_LANG) && !packageName.equals(ClientTypes.API_PACKAGE)) {
                lines.add("import " + packageName + "." + simpleName + ";\n");
            }
        });
        return String.join("", lines);
    }
}
