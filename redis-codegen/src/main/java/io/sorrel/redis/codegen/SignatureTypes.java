package io.sorrel.redis.codegen;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;

/** All types that a signature names, type arguments and annotations included. */
final class SignatureTypes {
    private static final Collector COLLECTOR = new Collector();

    private final Set<TypeElement> named = new LinkedHashSet<>();
    private boolean unresolved;

    static SignatureTypes of(TypeMirror type) {
        SignatureTypes types = new SignatureTypes();
        types.add(type);
        return types;
    }

    static SignatureTypes of(VariableElement parameter) {
        SignatureTypes types = of(parameter.asType());
        parameter.getAnnotationMirrors().forEach(types::add);
        return types;
    }

    /** Whether the compiler knows no type of some name; it says so itself. */
    static boolean unresolvedIn(ExecutableElement method) {
        return of(method.getReturnType()).unresolved
                || method.getParameters().stream().anyMatch(parameter -> of(parameter).unresolved);
    }

    /** The types that the facades' package may not name. */
    Set<TypeElement> inaccessible(Elements elements) {
        Set<TypeElement> found = new LinkedHashSet<>(named);
        found.removeIf(type -> accessible(type, elements));
        return found;
    }

    static boolean accessible(TypeElement type, Elements elements) {
        if (elements.getPackageOf(type).getQualifiedName().contentEquals(ClientTypes.API_PACKAGE)) {
            return !type.getModifiers().contains(Modifier.PRIVATE);
        }
        boolean outerAccessible =
                !(type.getEnclosingElement() instanceof TypeElement outer) || accessible(outer, elements);
        return outerAccessible && type.getModifiers().contains(Modifier.PUBLIC);
    }

    private void add(AnnotationMirror annotation) {
        add(annotation.getAnnotationType());
    }

    private void add(TypeMirror type) {
        type.getAnnotationMirrors().forEach(this::add);
        type.accept(COLLECTOR, this);
    }

    private static final class Collector extends SimpleTypeVisitor14<SignatureTypes, SignatureTypes> {

        @Override
        public SignatureTypes visitDeclared(DeclaredType type, SignatureTypes into) {
            into.named.add((TypeElement) type.asElement());
            type.getTypeArguments().forEach(into::add);
            return into;
        }

        @Override
        public SignatureTypes visitError(ErrorType type, SignatureTypes into) {
            into.unresolved = true;
            return into;
        }

        @Override
        public SignatureTypes visitArray(ArrayType type, SignatureTypes into) {
            into.add(type.getComponentType());
            return into;
        }

        @Override
        public SignatureTypes visitWildcard(WildcardType type, SignatureTypes into) {
            if (type.getExtendsBound() != null) {
                into.add(type.getExtendsBound());
            }
            if (type.getSuperBound() != null) {
                into.add(type.getSuperBound());
            }
            return into;
        }

        @Override
        protected SignatureTypes defaultAction(TypeMirror type, SignatureTypes into) {
            return into;
        }
    }
}
