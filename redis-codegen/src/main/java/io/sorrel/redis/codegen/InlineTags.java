package io.sorrel.redis.codegen;

import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds inline tags in documentation text; what stands inside a code or literal tag is left alone. */
final class InlineTags {
    private static final Set<String> LITERAL = Set.of("code", "literal", "snippet");
    private static final Set<String> REFERRING = Set.of("link", "linkplain", "value");

    private InlineTags() {}

    /** The depth of open braces after a line; outside of inline tags braces do not count. */
    static int depthAfter(String line, int depth) {
        int open = depth;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '{' && (open > 0 || line.startsWith("{@", i))) {
                open++;
            } else if (character == '}' && open > 0) {
                open--;
            }
        }
        return open;
    }

    /** The position behind the brace that closes the one at {@code start}. */
    static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '{') {
                depth++;
            } else if (character == '}') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    static String replaceReferences(String text, UnaryOperator<String> replacement) {
        StringBuilder out = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            int tag = text.indexOf("{@", position);
            if (tag < 0) {
                break;
            }
            int nameEnd = identifierEnd(text, tag + 2);
            String name = text.substring(tag + 2, nameEnd);
            int next = LITERAL.contains(name) ? end(text, tag) : nameEnd;
            out.append(text, position, next);
            position = next;
            if (REFERRING.contains(name)) {
                int reference = skipWhitespace(text, nameEnd);
                position = referenceEnd(text, reference);
                String written = text.substring(reference, position);
                out.append(text.substring(nameEnd, reference));
                out.append(written.isEmpty() ? written : replacement.apply(written));
            }
        }
        return out.append(text, position, text.length()).toString();
    }

    /** The end of the reference at {@code start}; a parameter list may contain blanks. */
    static int referenceEnd(String text, int start) {
        int depth = 0;
        int position = start;
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == '}' || (depth == 0 && Character.isWhitespace(character))) {
                break;
            }
            if (character == '(' || character == '<') {
                depth++;
            } else if (character == ')' || character == '>') {
                depth--;
            }
            position++;
        }
        return position;
    }

    private static int identifierEnd(String text, int start) {
        int position = start;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private static int skipWhitespace(String text, int start) {
        int position = start;
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position;
    }
}
