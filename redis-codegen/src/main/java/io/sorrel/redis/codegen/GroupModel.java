package io.sorrel.redis.codegen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * One command group as its definition class states it, the same for every return shape.
 *
 * @param definition the definition class
 * @param scope what names mean in its source file
 * @param stem the first part of the name of every facade of this group
 * @param accessor the method that hands out the definitions
 * @param typeParameters the names of key and value type, in this order
 * @param doc the class documentation
 * @param markers deprecation and suppressed warnings of the class
 * @param methods the commands in the order of their declaration
 */
record GroupModel(
        TypeElement definition,
        NameScope scope,
        String stem,
        String accessor,
        List<String> typeParameters,
        DocComment doc,
        Annotations.Markers markers,
        List<MethodModel> methods) {

    Set<String> methodNames() {
        return methods.stream().map(MethodModel::name).collect(Collectors.toUnmodifiableSet());
    }

    GroupModel withMethods(List<MethodModel> kept) {
        return new GroupModel(definition, scope, stem, accessor, typeParameters, doc, markers, List.copyOf(kept));
    }

    String typeArguments() {
        return "<" + String.join(", ", typeParameters) + ">";
    }

    /** The stem that a type states in its group annotation, if it has one. */
    static Optional<String> stemOf(TypeElement type) {
        return Annotations.find(type, ClientTypes.COMMAND_GROUP)
                .flatMap(group -> Annotations.value(group, "value"))
                .map(value -> value.getValue().toString());
    }

    static String simpleName(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
