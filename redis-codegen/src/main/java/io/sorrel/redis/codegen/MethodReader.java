package io.sorrel.redis.codegen;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one definition method into its model and reports what cannot be translated. */
final class MethodReader {
    private static final Set<String> HOOKS = Set.of("execute", "commands");
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Elements elements;
    private final Types types;
    private final Problems problems;
    private final DocReader docReader;

    MethodReader(ProcessingEnvironment environment, Problems problems, DocReader docReader) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.problems = problems;
        this.docReader = docReader;
    }

    /** The model; empty if the method is a private or static helper, or was reported. */
    Optional<MethodModel> read(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE) || modifiers.contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        if (SignatureTypes.unresolvedIn(method)) {
            return Optional.empty();
        }
        Optional<TypeMirror> reply = checkReply(method);
        boolean translatable = checkDeclaration(method);
        translatable &= checkName(method);
        translatable &= checkTypes(method);
        Optional<DocComment> doc = docReader.read(method);
        if (!translatable || reply.isEmpty()) {
            return Optional.empty();
        }
        MethodModel.Reply model = MethodModel.Reply.of(reply.get());
        if (model.nothing() && doc.filter(DocComment::returnsInline).isPresent()) {
            problems.report(
                    method,
                    "A command without a reply has nothing to return: replace the inline {@return} in the documentation of "
                            + method.getSimpleName() + " by a sentence.");
            return Optional.empty();
        }
        return Optional.of(new MethodModel(method, model, doc.orElseGet(() -> DocComment.parse("")), markers(method)));
    }

    private Optional<TypeMirror> checkReply(ExecutableElement method) {
        TypeMirror returned = method.getReturnType();
        if (!ClientTypes.is(ClientTypes.COMMAND, returned)) {
            problems.report(
                    method,
                    "A definition method returns a Command: change the return type of " + method.getSimpleName()
                            + ", or make the method private or static.");
            return Optional.empty();
        }
        if (ClientTypes.isNullable(returned)) {
            problems.report(
                    method,
                    "A definition method always returns a Command: move @Nullable to the type argument, as in"
                            + " Command<@Nullable V>.");
            return Optional.empty();
        }
        var arguments = ((DeclaredType) returned).getTypeArguments();
        if (arguments.size() != 1 || arguments.get(0) instanceof WildcardType) {
            problems.report(
                    method,
                    "The facades return what the Command answers: give the Command returned by "
                            + method.getSimpleName() + " a type argument that is not a wildcard.");
            return Optional.empty();
        }
        return Optional.of(arguments.get(0));
    }

    private boolean checkDeclaration(ExecutableElement method) {
        boolean sound = true;
        if (!method.getModifiers().contains(Modifier.PUBLIC)) {
            problems.report(
                    method,
                    "A definition method is called by the facades: make " + method.getSimpleName()
                            + " public, or private or static if it is a helper.");
            sound = false;
        }
        for (TypeParameterElement parameter : method.getTypeParameters()) {
            if (!parameter.getBounds().stream().allMatch(bound -> ClientTypes.is("java.lang.Object", bound))) {
                problems.report(
                        parameter,
                        "The facades have any type for a type parameter of a command: remove the bound of " + parameter
                                + ".");
                sound = false;
            }
        }
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (thrown.getKind() != TypeKind.ERROR && !unchecked(thrown)) {
                problems.report(
                        method,
                        "A definition method throws no checked exception: remove " + thrown + " from "
                                + method.getSimpleName() + ".");
                sound = false;
            }
        }
        return sound;
    }

    private boolean unchecked(TypeMirror thrown) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .map(name -> elements.getTypeElement(name).asType())
                .anyMatch(type -> types.isSubtype(thrown, type));
    }

    private boolean checkName(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (HOOKS.contains(name)) {
            problems.report(method, "The facades inherit a method " + name + ": give this command another name.");
            return false;
        }
        if (OBJECT_METHODS.contains(name)) {
            problems.report(method, "Every object has a method " + name + ": give this command another name.");
            return false;
        }
        return true;
    }

    private boolean checkTypes(ExecutableElement method) {
        boolean sound = checkAccessible(method, SignatureTypes.of(method.getReturnType()), "The return type");
        for (VariableElement parameter : method.getParameters()) {
            sound &= checkAccessible(
                    parameter, SignatureTypes.of(parameter), "The type of parameter " + parameter.getSimpleName());
        }
        return sound;
    }

    private boolean checkAccessible(Element at, SignatureTypes named, String what) {
        Set<TypeElement> hidden = named.inaccessible(elements);
        if (hidden.isEmpty()) {
            return true;
        }
        String names = hidden.stream().map(TypeElement::toString).sorted().collect(Collectors.joining(", "));
        problems.report(at, what + " cannot be named by the facades: make " + names + " public.");
        return false;
    }

    /** A generic array for variable arity is the caller's warning, and the definition's, but not the facade's. */
    private static Annotations.Markers markers(ExecutableElement method) {
        Annotations.Markers written = Annotations.markers(method);
        if (!method.isVarArgs()) {
            return written;
        }
        var parameters = method.getParameters();
        TypeMirror last = parameters.get(parameters.size() - 1).asType();
        return reifiable(last) ? written : written.alsoSuppressing("unchecked");
    }

    private static boolean reifiable(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return reifiable(array.getComponentType());
        }
        if (type instanceof DeclaredType declared) {
            boolean openArguments = declared.getTypeArguments().stream()
                    .allMatch(argument -> argument instanceof WildcardType wildcard
                            && wildcard.getExtendsBound() == null
                            && wildcard.getSuperBound() == null);
            return openArguments && reifiable(declared.getEnclosingType());
        }
        return type.getKind() != TypeKind.TYPEVAR;
    }
}
