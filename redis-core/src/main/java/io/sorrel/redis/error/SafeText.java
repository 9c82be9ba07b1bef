package io.sorrel.redis.error;

/** Text of foreign origin, made fit for a log line: bounded, and without characters that a terminal obeys. */
final class SafeText {
    private SafeText() {}

    static String of(String text, int limit) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), limit));
        int position = 0;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            String piece = printable(codePoint);
            if (out.length() + piece.length() > limit - 1) {
                return out.append('…').toString();
            }
            out.append(piece);
            position += Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static String printable(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> String.format("\\u%04x", codePoint);
                    default -> Character.toString(codePoint);
                };
        };
    }
}
