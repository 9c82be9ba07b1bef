package io.sorrel.redis.codegen;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Moves documentation references from a definition class to a facade.
 *
 * <p>A reference to a command of this or another group becomes a reference to the facade of the same shape. Other types
 * keep their meaning by an import. A name that cannot be resolved stays as it is: doclint reports it in the definition.
 */
final class DocReferences {
    private static final String IDENTIFIER = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern PARAMETER_TYPE =
            Pattern.compile("(?<=[(,])(\\s*)(" + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*)");

    private final GroupModel group;

    DocReferences(GroupModel group) {
        this.group = group;
    }

    String rewrite(String reference, FacadeTemplate template, Imports imports) {
        if (reference.indexOf('/') >= 0) {
            return reference;
        }
        int hash = reference.indexOf('#');
        String type = hash < 0 ? reference : reference.substring(0, hash);
        String member = hash < 0 ? "" : reference.substring(hash);
        String arguments = "";
        if (type.indexOf('<') >= 0) {
            arguments = type.substring(type.indexOf('<'));
            type = type.substring(0, type.indexOf('<'));
        }
        return typeName(type, member, template, imports) + arguments + parameters(member, imports);
    }

    private String typeName(String type, String member, FacadeTemplate template, Imports imports) {
        if (type.isEmpty()) {
            boolean carriedOver = group.methodNames().contains(methodName(member));
            return carriedOver ? "" : imports.nameOf(group.definition());
        }
        if (group.typeParameters().contains(type)) {
            return type;
        }
        Function<TypeElement, String> name =
                found -> facade(found, member, template).orElseGet(() -> imports.nameOf(found));
        return group.scope().resolve(type).map(name).orElse(type);
    }

    private static Optional<String> facade(TypeElement type, String member, FacadeTemplate template) {
        if (!member.isEmpty() && !declaresCommand(type, methodName(member))) {
            return Optional.empty();
        }
        return GroupModel.stemOf(type).map(template::typeName);
    }

    private static boolean declaresCommand(TypeElement type, String name) {
        return type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.METHOD)
                .filter(each -> each.getSimpleName().contentEquals(name))
                .map(ExecutableElement.class::cast)
                .anyMatch(each -> each.getModifiers().contains(Modifier.PUBLIC)
                        && !each.getModifiers().contains(Modifier.STATIC)
                        && ClientTypes.is(ClientTypes.COMMAND, each.getReturnType()));
    }

    private String parameters(String member, Imports imports) {
        Function<MatchResult, String> replacement = match -> match.group(1) + parameterType(match.group(2), imports);
        return PARAMETER_TYPE.matcher(member).replaceAll(replacement.andThen(Matcher::quoteReplacement));
    }

    private String parameterType(String name, Imports imports) {
        if (group.typeParameters().contains(name)) {
            return name;
        }
        return group.scope().resolve(name).map(imports::nameOf).orElse(name);
    }

    private static String methodName(String member) {
        int parenthesis = member.indexOf('(');
        return member.isEmpty() ? "" : member.substring(1, parenthesis < 0 ? member.length() : parenthesis);
    }
}
