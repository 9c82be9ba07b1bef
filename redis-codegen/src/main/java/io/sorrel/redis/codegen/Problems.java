package io.sorrel.redis.codegen;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Compile errors at the element that causes them, so that the compiler names file and line. */
final class Problems {
    private final Messager messager;

    Problems(Messager messager) {
        this.messager = messager;
    }

    void report(Element at, String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, message, at);
    }

    void report(Element at, AnnotationMirror annotation, AnnotationValue value, String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, message, at, annotation, value);
    }

    void report(Element at, AnnotationMirror annotation, String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, message, at, annotation);
    }
}
