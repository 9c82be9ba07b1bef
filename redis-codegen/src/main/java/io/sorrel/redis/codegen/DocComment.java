package io.sorrel.redis.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A documentation comment in two parts: what comes before the block tags, and the block tags.
 *
 * @param body the description, without the leading asterisks
 * @param tags the block tags in the order of the source
 */
record DocComment(String body, List<Tag> tags) {
    private static final String INLINE_RETURN = "{@return";

    /**
     * One block tag.
     *
     * @param name the name without the at sign
     * @param text all that follows the name
     */
    record Tag(String name, String text) {}

    static DocComment parse(String comment) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        int depth = 0;
        for (String line : lines(comment)) {
            if (depth == 0 && startsBlockTag(line)) {
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(line).append('\n');
            depth = InlineTags.depthAfter(line, depth);
        }
        sections.add(section.toString());
        List<Tag> tags = sections.stream()
                .skip(1)
                .map(String::strip)
                .map(DocComment::tag)
                .toList();
        return new DocComment(sections.get(0).strip(), tags);
    }

    /** The lines without their common indentation; the first one has none of it when it follows the opening. */
    private static String[] lines(String comment) {
        String text = comment.stripTrailing();
        int first = text.indexOf('\n') + 1;
        return (text.substring(0, first).stripLeading() + text.substring(first).stripIndent()).split("\n", -1);
    }

    private static boolean startsBlockTag(String line) {
        String text = line.stripLeading();
        return text.length() > 1 && text.charAt(0) == '@' && Character.isJavaIdentifierStart(text.charAt(1));
    }

    private static Tag tag(String text) {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new Tag(text.substring(1, end), text.substring(end).strip());
    }

    boolean returnsInline() {
        return body.startsWith(INLINE_RETURN);
    }

    /** The comment with the text of its {@code @return}, block or inline, replaced; an empty text removes the tag. */
    DocComment withReturn(UnaryOperator<Optional<String>> replacement) {
        if (returnsInline()) {
            int end = InlineTags.end(body, 0);
            String written = body.substring(INLINE_RETURN.length(), end - 1).strip();
            String text = replacement.apply(Optional.of(written)).orElse(written);
            return new DocComment(INLINE_RETURN + " " + text + "}" + body.substring(end), tags);
        }
        Optional<String> written = tags.stream()
                .filter(tag -> tag.name().equals("return"))
                .map(Tag::text)
                .findFirst();
        List<Tag> others = new ArrayList<>(
                tags.stream().filter(tag -> !tag.name().equals("return")).toList());
        replacement.apply(written).ifPresent(text -> others.add(afterParameters(others), new Tag("return", text)));
        return new DocComment(body, List.copyOf(others));
    }

    private static int afterParameters(List<Tag> tags) {
        int place = 0;
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).name().equals("param")) {
                place = i + 1;
            }
        }
        return place;
    }

    /** The comment with every reference to a type or member replaced. */
    DocComment withReferences(UnaryOperator<String> replacement) {
        List<Tag> replaced = tags.stream()
                .map(tag -> new Tag(tag.name(), InlineTags.replaceReferences(leading(tag, replacement), replacement)))
                .toList();
        return new DocComment(InlineTags.replaceReferences(body, replacement), replaced);
    }

    private static String leading(Tag tag, UnaryOperator<String> replacement) {
        boolean refers = switch (tag.name()) {
            case "throws", "exception" -> true;
            case "see" -> !tag.text().startsWith("\"") && !tag.text().startsWith("<");
            default -> false;
        };
        if (!refers) {
            return tag.text();
        }
        int end = InlineTags.referenceEnd(tag.text(), 0);
        return replacement.apply(tag.text().substring(0, end)) + tag.text().substring(end);
    }

    /** The comment as source lines behind the given indentation. */
    String render(String indent) {
        StringBuilder out = new StringBuilder(indent).append("/**\n");
        appendLines(out, indent, body);
        if (!tags.isEmpty()) {
            out.append(indent).append(" *\n");
        }
        for (Tag tag : tags) {
            appendLines(out, indent, ("@" + tag.name() + " " + tag.text()).strip());
        }
        return out.append(indent).append(" */\n").toString();
    }

    private static void appendLines(StringBuilder out, String indent, String text) {
        for (String line : text.split("\n", -1)) {
            out.append((indent + " * " + line).stripTrailing()).append('\n');
        }
    }
}
