package io.sorrel.redis.codegen;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Writes annotations and their values as source text. */
final class AnnotationRenderer {
    private final Imports imports;
    private final Values values = new Values();

    AnnotationRenderer(Imports imports) {
        this.imports = imports;
    }

    String render(AnnotationMirror annotation) {
        String name = "@"
                + imports.nameOf((TypeElement) annotation.getAnnotationType().asElement());
        if (annotation.getElementValues().isEmpty()) {
            return name;
        }
        return annotation.getElementValues().entrySet().stream()
                .map(entry -> entry.getKey().getSimpleName() + " = " + render(entry.getValue()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private String render(AnnotationValue value) {
        return values.visit(value, value);
    }

    /** Names types through the imports; every other value knows its own source form. */
    private final class Values extends SimpleAnnotationValueVisitor14<String, AnnotationValue> {

        @Override
        public String visitArray(List<? extends AnnotationValue> array, AnnotationValue whole) {
            return array.stream().map(AnnotationRenderer.this::render).collect(Collectors.joining(", ", "{", "}"));
        }

        @Override
        public String visitEnumConstant(VariableElement constant, AnnotationValue whole) {
            return imports.nameOf((TypeElement) ((DeclaredType) constant.asType()).asElement()) + "."
                    + constant.getSimpleName();
        }

        @Override
        public String visitType(TypeMirror type, AnnotationValue whole) {
            return new TypeRenderer(imports).render(type) + ".class";
        }

        @Override
        public String visitAnnotation(AnnotationMirror annotation, AnnotationValue whole) {
            return AnnotationRenderer.this.render(annotation);
        }

        @Override
        protected String defaultAction(Object value, AnnotationValue whole) {
            return whole.toString();
        }
    }
}
