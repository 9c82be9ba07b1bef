package io.sorrel.redis.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Reads a definition class into its model and reports what cannot be translated.
 *
 * <p>What is wrong with one method does not keep the others from their facades: code that uses those must not fail too.
 */
final class GroupReader {
    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Problems problems;

    GroupReader(ProcessingEnvironment environment, Problems problems) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.problems = problems;
    }

    /** The model, or empty if not even the facade's name or type parameters can be told. */
    Optional<GroupModel> read(Element annotated) {
        if (annotated.getKind() != ElementKind.CLASS || !(annotated instanceof TypeElement definition)) {
            problems.report(annotated, "A command group is a class: move @CommandGroup to a public final class.");
            return Optional.empty();
        }
        checkClass(definition);
        Optional<String> stem = name(definition, "value", "the first part of the facades' names, such as \"String\"");
        Optional<String> accessor =
                name(definition, "accessor", "the method that hands out this group, such as \"strings\"");
        boolean parametersUsable = checkTypeParameters(definition);
        NameScope scope = NameScope.of(definition, environment);
        DocReader docReader = new DocReader(definition, scope, environment, problems);
        MethodReader methodReader = new MethodReader(environment, problems, docReader);
        Optional<DocComment> doc = docReader.read(definition);
        List<MethodModel> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(definition.getEnclosedElements())) {
            methodReader.read(method).ifPresent(methods::add);
        }
        if (stem.isEmpty() || accessor.isEmpty() || !parametersUsable) {
            return Optional.empty();
        }
        return Optional.of(new GroupModel(
                definition,
                scope,
                stem.get(),
                accessor.get(),
                definition.getTypeParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .toList(),
                doc.orElseGet(() -> DocComment.parse("")),
                Annotations.markers(definition),
                List.copyOf(methods)));
    }

    private void checkClass(TypeElement definition) {
        String name = GroupModel.simpleName(definition);
        if (definition.getNestingKind() != NestingKind.TOP_LEVEL) {
            problems.report(definition, "A command group has its own file: move " + name + " out of its outer class.");
        }
        if (!definition.getModifiers().contains(Modifier.PUBLIC)) {
            problems.report(definition, "A command group is seen by the facades' package: make " + name + " public.");
        }
        if (!definition.getModifiers().contains(Modifier.FINAL)) {
            problems.report(definition, "A command group is not extended: make " + name + " final.");
        }
        TypeElement object = elements.getTypeElement("java.lang.Object");
        String inherited = ElementFilter.methodsIn(elements.getAllMembers(definition)).stream()
                .filter(method -> !definition.getEnclosedElements().contains(method))
                .filter(method -> !object.getEnclosedElements().contains(method))
                .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .map(method -> method.getSimpleName().toString())
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        if (!inherited.isEmpty()) {
            problems.report(
                    definition,
                    "A command group declares its commands itself: " + name + " inherits " + inherited
                            + ", which the facades would lack.");
        }
    }

    private boolean checkTypeParameters(TypeElement definition) {
        List<? extends TypeParameterElement> parameters = definition.getTypeParameters();
        if (parameters.size() != 2) {
            problems.report(
                    definition,
                    "A command group has exactly two type parameters, the key and the value type: declare "
                            + definition.getSimpleName() + "<K, V>.");
            return false;
        }
        for (TypeParameterElement parameter : parameters) {
            boolean unbounded = parameter.getBounds().stream()
                    .allMatch(bound -> ClientTypes.is("java.lang.Object", bound)
                            && bound.getAnnotationMirrors().isEmpty());
            if (!unbounded) {
                problems.report(
                        parameter,
                        "The facades have any key and value type: remove the bound of type parameter "
                                + parameter.getSimpleName() + ".");
                return false;
            }
        }
        return true;
    }

    private Optional<String> name(TypeElement definition, String member, String meaning) {
        AnnotationMirror group = Annotations.find(definition, ClientTypes.COMMAND_GROUP)
                .orElseThrow(() -> new IllegalArgumentException("definition: has no @CommandGroup"));
        Optional<AnnotationValue> value = Annotations.value(group, member);
        if (value.isEmpty()) {
            problems.report(definition, group, "@CommandGroup needs " + member + ": " + meaning + ".");
            return Optional.empty();
        }
        String text = value.get().getValue().toString();
        boolean usable = member.equals("value")
                ? SourceVersion.isIdentifier(text) && Character.isUpperCase(text.codePointAt(0))
                : SourceVersion.isName(text) && SourceVersion.isIdentifier(text);
        if (!usable) {
            problems.report(
                    definition,
                    group,
                    value.get(),
                    "@CommandGroup has an unusable " + member + ": it is " + meaning + ".");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
