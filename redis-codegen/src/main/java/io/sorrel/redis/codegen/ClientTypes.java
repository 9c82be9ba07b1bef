package io.sorrel.redis.codegen;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The names of the client's types that the processor knows; it never loads their classes. */
final class ClientTypes {
    static final String COMMAND_GROUP = "io.sorrel.redis.command.definition.CommandGroup";
    static final String COMMAND = "io.sorrel.redis.command.Command";
    static final String API_PACKAGE = "io.sorrel.redis.api";
    static final String NULLABLE = "org.jspecify.annotations.Nullable";

    private ClientTypes() {}

    static boolean is(String qualifiedName, TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(qualifiedName);
    }

    static boolean isNullable(TypeMirror type) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            if (is(NULLABLE, annotation.getAnnotationType())) {
                return true;
            }
        }
        return false;
    }
}
