package io.sorrel.redis.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

/** Writes the source of one facade of one group. */
final class FacadeWriter {
    private static final String INDENT = "    ";

    private final GroupModel group;
    private final FacadeTemplate template;
    private final Imports imports;
    private final TypeRenderer types;
    private final AnnotationRenderer annotations;
    private final DocReferences references;

    FacadeWriter(GroupModel group, FacadeTemplate template, ProcessingEnvironment environment) {
        this.group = group;
        this.template = template;
        List<String> reserved = new ArrayList<>(group.typeParameters());
        group.methods().stream()
                .flatMap(method -> method.typeParameters().stream())
                .forEach(parameter -> reserved.add(parameter.getSimpleName().toString()));
        reserved.add(template.hook());
        reserved.add(typeName());
        this.imports = new Imports(environment.getElementUtils(), reserved);
        this.types = new TypeRenderer(imports);
        this.annotations = new AnnotationRenderer(imports);
        this.references = new DocReferences(group);
    }

    String typeName() {
        return template.typeName(group.stem());
    }

    String write() {
        StringBuilder body = new StringBuilder();
        body.append(doc(group.doc()).render(""));
        body.append(markers(group.markers(), ""));
        body.append("public interface ").append(typeName()).append(group.typeArguments());
        body.append(" extends ").append(template.hook()).append(group.typeArguments());
        body.append(" {\n");
        for (MethodModel method : group.methods()) {
            body.append('\n').append(method(method));
        }
        body.append("}\n");
        String importLines = imports.render();
        return "// Generated from " + group.definition().getQualifiedName() + ": change that class, not this file.\n"
                + "package " + ClientTypes.API_PACKAGE + ";\n\n"
                + importLines
                + (importLines.isEmpty() ? "" : "\n")
                + body;
    }

    private String method(MethodModel method) {
        String returnType = template.returnType(method.reply(), types);
        String arguments = method.parameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(", "));
        return doc(method.doc().withReturn(written -> template.returnDoc(method.reply(), written)))
                        .render(INDENT)
                + markers(method.markers(), INDENT)
                + INDENT + "default " + typeParameters(method) + returnType + " " + method.name() + "("
                + parameters(method) + ") {\n"
                + INDENT + INDENT + (returnType.equals("void") ? "" : "return ")
                + "execute(commands()." + group.accessor() + "()." + method.name() + "(" + arguments + "));\n"
                + INDENT + "}\n";
    }

    /** The type parameters in angle brackets and a space; nothing where there are none. */
    private String typeParameters(MethodModel method) {
        if (method.typeParameters().isEmpty()) {
            return "";
        }
        return method.typeParameters().stream().map(this::typeParameter).collect(Collectors.joining(", ", "<", "> "));
    }

    /** A type parameter; a bound is only written where it says that the type may be nullable. */
    private String typeParameter(TypeParameterElement parameter) {
        String bounds = parameter.getBounds().stream()
                .filter(bound -> !bound.getAnnotationMirrors().isEmpty())
                .map(bound -> " extends " + types.render(bound))
                .collect(Collectors.joining());
        return parameter.getSimpleName() + bounds;
    }

    private String parameters(MethodModel method) {
        List<String> rendered = new ArrayList<>();
        for (VariableElement parameter : method.parameters()) {
            String type = types.render(parameter.asType());
            boolean last = rendered.size() == method.parameters().size() - 1;
            if (last && method.variableArity()) {
                type = type.substring(0, type.length() - "[]".length()) + "...";
            }
            rendered.add(parameterAnnotations(parameter) + type + " " + parameter.getSimpleName());
        }
        return String.join(", ", rendered);
    }

    private String parameterAnnotations(VariableElement parameter) {
        return parameter.getAnnotationMirrors().stream()
                .filter(annotation -> !writtenWithType(annotation))
                .map(annotation -> annotations.render(annotation) + " ")
                .collect(Collectors.joining());
    }

    /** Whether an annotation of a declaration is also one of its type, and is written there. */
    private static boolean writtenWithType(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        return Annotations.find(type, "java.lang.annotation.Target")
                .flatMap(target -> Annotations.value(target, "value"))
                .filter(targets -> targets.toString().contains("TYPE_USE"))
                .isPresent();
    }

    private String markers(Annotations.Markers markers, String indent) {
        StringBuilder out = new StringBuilder();
        markers.deprecated()
                .ifPresent(deprecated -> out.append(indent)
                        .append(annotations.render(deprecated))
                        .append('\n'));
        if (!markers.suppressed().isEmpty()) {
            String warnings = markers.suppressed().stream()
                    .map(warning -> "\"" + warning + "\"")
                    .collect(Collectors.joining(", "));
            out.append(indent).append("@SuppressWarnings({").append(warnings).append("})\n");
        }
        return out.toString();
    }

    private DocComment doc(DocComment written) {
        return written.withReferences(reference -> references.rewrite(reference, template, imports));
    }
}
