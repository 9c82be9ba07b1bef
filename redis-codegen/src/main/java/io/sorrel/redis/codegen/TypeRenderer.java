package io.sorrel.redis.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Writes types as source text, with their type annotations where the language wants them. */
final class TypeRenderer {
    private final Imports imports;
    private final AnnotationRenderer annotations;
    private final Visitor visitor = new Visitor();

    TypeRenderer(Imports imports) {
        this.imports = imports;
        this.annotations = new AnnotationRenderer(imports);
    }

    String render(TypeMirror type) {
        return visitor.visit(type);
    }

    String nameOf(String packageName, String simpleName) {
        return imports.nameOf(packageName, simpleName);
    }

    private String annotationsOf(TypeMirror type) {
        return type.getAnnotationMirrors().stream()
                .map(annotation -> annotations.render(annotation) + " ")
                .collect(Collectors.joining());
    }

    private final class Visitor extends SimpleTypeVisitor14<String, Void> {

        @Override
        public String visitDeclared(DeclaredType type, Void unused) {
            TypeElement element = (TypeElement) type.asElement();
            StringBuilder out = new StringBuilder();
            String name = imports.nameOf(element);
            if (type.getEnclosingType() instanceof DeclaredType outer
                    && outer.getKind() == TypeKind.DECLARED
                    && !outer.getTypeArguments().isEmpty()) {
                name = visit(outer) + "." + element.getSimpleName();
            }
            int simple = name.length() - element.getSimpleName().length();
            out.append(name, 0, simple).append(annotationsOf(type)).append(name, simple, name.length());
            if (!type.getTypeArguments().isEmpty()) {
                out.append(
                        type.getTypeArguments().stream().map(this::visit).collect(Collectors.joining(", ", "<", ">")));
            }
            return out.toString();
        }

        @Override
        public String visitTypeVariable(TypeVariable type, Void unused) {
            return annotationsOf(type) + type.asElement().getSimpleName();
        }

        @Override
        public String visitPrimitive(PrimitiveType type, Void unused) {
            return annotationsOf(type) + type.getKind().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String visitArray(ArrayType type, Void unused) {
            List<String> dimensions = new ArrayList<>();
            TypeMirror component = type;
            while (component instanceof ArrayType array) {
                String annotated = annotationsOf(array);
                dimensions.add(annotated.isEmpty() ? "[]" : " " + annotated + "[]");
                component = array.getComponentType();
            }
            return visit(component) + String.join("", dimensions);
        }

        @Override
        public String visitWildcard(WildcardType type, Void unused) {
            String mark = annotationsOf(type) + "?";
            if (type.getExtendsBound() != null) {
                return mark + " extends " + visit(type.getExtendsBound());
            }
            return type.getSuperBound() == null ? mark : mark + " super " + visit(type.getSuperBound());
        }

        @Override
        protected String defaultAction(TypeMirror type, Void unused) {
            return type.toString();
        }
    }
}
