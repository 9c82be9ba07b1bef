package io.sorrel.redis.codegen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;

/** Reads annotations by the qualified name of their type. */
final class Annotations {
    private Annotations() {}

    static Optional<AnnotationMirror> find(AnnotatedConstruct annotated, String qualifiedName) {
        for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
            if (ClientTypes.is(qualifiedName, annotation.getAnnotationType())) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    static Optional<AnnotationValue> value(AnnotationMirror annotation, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** The {@code @Deprecated} of an element and the warnings that its copy has to suppress. */
    static Markers markers(AnnotatedConstruct annotated) {
        TreeSet<String> suppressed = new TreeSet<>();
        find(annotated, "java.lang.SuppressWarnings")
                .flatMap(found -> value(found, "value"))
                .filter(value -> value.getValue() instanceof List<?>)
                .ifPresent(value -> {
                    for (Object each : (List<?>) value.getValue()) {
                        suppressed.add((String) ((AnnotationValue) each).getValue());
                    }
                });
        Optional<AnnotationMirror> deprecated = find(annotated, "java.lang.Deprecated");
        deprecated
                .flatMap(found -> value(found, "forRemoval"))
                .filter(value -> Boolean.TRUE.equals(value.getValue()))
                .ifPresent(value -> suppressed.add("removal"));
        return new Markers(deprecated, suppressed);
    }

    /** What is carried over from a declaration's annotations, in a fixed order. */
    record Markers(Optional<AnnotationMirror> deprecated, TreeSet<String> suppressed) {
        Markers alsoSuppressing(String warning) {
            TreeSet<String> all = new TreeSet<>(suppressed);
            all.add(warning);
            return new Markers(deprecated, all);
        }
    }
}
