package io.sorrel.redis.codegen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * One command as its definition method states it.
 *
 * @param element the definition method
 * @param reply what the command answers
 * @param doc the method documentation
 * @param markers deprecation and suppressed warnings of the method
 */
record MethodModel(ExecutableElement element, Reply reply, DocComment doc, Annotations.Markers markers) {

    String name() {
        return element.getSimpleName().toString();
    }

    List<? extends TypeParameterElement> typeParameters() {
        return element.getTypeParameters();
    }

    List<? extends VariableElement> parameters() {
        return element.getParameters();
    }

    boolean variableArity() {
        return element.isVarArgs();
    }

    /** The name and the erased parameter types: what must be unique in an interface. */
    String signature(Types types) {
        return parameters().stream()
                .map(parameter -> types.erasure(parameter.asType()).toString())
                .collect(Collectors.joining(", ", name() + "(", ")"));
    }

    /**
     * The type argument of the returned command.
     *
     * @param type the type as written, with its annotations
     * @param nothing whether the command answers nothing but success
     * @param primitive the primitive that can stand for the type, if the reply is never missing
     */
    record Reply(TypeMirror type, boolean nothing, Optional<String> primitive) {

        static Reply of(TypeMirror type) {
            return new Reply(type, ClientTypes.is("java.lang.Void", type), primitiveFor(type));
        }

        private static Optional<String> primitiveFor(TypeMirror type) {
            if (ClientTypes.isNullable(type)) {
                return Optional.empty();
            }
            return switch (nameOf(type)) {
                case "java.lang.Long" -> Optional.of("long");
                case "java.lang.Integer" -> Optional.of("int");
                case "java.lang.Double" -> Optional.of("double");
                case "java.lang.Boolean" -> Optional.of("boolean");
                default -> Optional.empty();
            };
        }

        private static String nameOf(TypeMirror type) {
            return type instanceof DeclaredType declared ? declared.asElement().toString() : "";
        }
    }
}
