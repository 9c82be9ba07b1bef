package io.sorrel.redis.codegen;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the documentation of a definition class and its methods; there must be some, and it must make sense in another package. */
final class DocReader {
    private final TypeElement definition;
    private final NameScope scope;
    private final Elements elements;
    private final Problems problems;

    DocReader(TypeElement definition, NameScope scope, ProcessingEnvironment environment, Problems problems) {
        this.definition = definition;
        this.scope = scope;
        this.elements = environment.getElementUtils();
        this.problems = problems;
    }

    Optional<DocComment> read(Element element) {
        String comment = elements.getDocComment(element);
        if (comment == null || comment.isBlank()) {
            problems.report(
                    element,
                    "The facades carry the documentation of " + element.getSimpleName()
                            + ": write a documentation comment.");
            return Optional.empty();
        }
        DocComment doc = DocComment.parse(comment);
        checkReferences(element, doc);
        return Optional.of(doc);
    }

    private void checkReferences(Element element, DocComment doc) {
        Set<String> references = new LinkedHashSet<>();
        doc.withReferences(reference -> {
            references.add(reference);
            return reference;
        });
        for (String reference : references) {
            int hash = reference.indexOf('#');
            boolean hidden = hash == 0
                    ? !visibleMember(reference.substring(1))
                    : scope.resolve(hash < 0 ? reference : reference.substring(0, hash))
                            .filter(type -> !SignatureTypes.accessible(type, elements))
                            .isPresent();
            if (hidden) {
                problems.report(
                        element,
                        "The documentation of " + element.getSimpleName() + " links to " + reference
                                + ", which the facades cannot see: write {@code} or link to something public.");
            }
        }
    }

    private boolean visibleMember(String member) {
        int parenthesis = member.indexOf('(');
        String name = parenthesis < 0 ? member : member.substring(0, parenthesis);
        return definition.getEnclosedElements().stream()
                .anyMatch(each -> each.getSimpleName().contentEquals(name)
                        && each.getModifiers().contains(Modifier.PUBLIC));
    }
}
