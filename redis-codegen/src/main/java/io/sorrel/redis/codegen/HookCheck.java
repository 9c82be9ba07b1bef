package io.sorrel.redis.codegen;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Holds a group against the hand-written side: the hooks exist, and the accessor hands out this very group. */
final class HookCheck {
    private final Elements elements;
    private final Types types;
    private final Problems problems;

    HookCheck(ProcessingEnvironment environment, Problems problems) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.problems = problems;
    }

    boolean passes(GroupModel group, FacadeTemplate template) {
        String hookName = ClientTypes.API_PACKAGE + "." + template.hook();
        TypeElement hook = elements.getTypeElement(hookName);
        if (hook == null) {
            problems.report(group.definition(), "The facades need the hand-written interface " + hookName + ".");
            return false;
        }
        Optional<TypeMirror> commands = returnType(hook, "commands");
        if (commands.isEmpty() || !(commands.get() instanceof DeclaredType declared)) {
            problems.report(group.definition(), hookName + " needs a method commands() that returns the definitions.");
            return false;
        }
        TypeElement definitions = (TypeElement) declared.asElement();
        Optional<TypeMirror> handedOut = returnType(definitions, group.accessor());
        TypeMirror expected = types.erasure(group.definition().asType());
        if (handedOut.isEmpty() || !types.isSameType(types.erasure(handedOut.get()), expected)) {
            problems.report(
                    group.definition(),
                    "The facades find this group by its accessor: give " + definitions.getSimpleName()
                            + " a public method " + group.definition().getSimpleName() + group.typeArguments() + " "
                            + group.accessor() + "().");
            return false;
        }
        return true;
    }

    private static Optional<TypeMirror> returnType(TypeElement type, String method) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals(method))
                .filter(each -> each.getParameters().isEmpty())
                .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
                .map(ExecutableElement::getReturnType)
                .findFirst();
    }
}
