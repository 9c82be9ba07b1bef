package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/**
 * The text of an error reply, split into its code and the rest, fit to be shown.
 *
 * @param advice what the client adds, or null for nothing
 */
record ErrorReply(String code, String message, @Nullable String advice) {
    private static final int TEXT_LIMIT = 512;
    private static final int READ_LIMIT = 4 * TEXT_LIMIT;

    static ErrorReply parse(String text) {
        String shown = SafeText.of(EchoedArguments.hide(text, READ_LIMIT), TEXT_LIMIT);
        int end = codeLength(shown);
        if (end == 0) {
            return new ErrorReply("ERR", shown, null);
        }
        return new ErrorReply(shown.substring(0, end), end == shown.length() ? "" : shown.substring(end + 1), null);
    }

    private static int codeLength(String text) {
        int end = 0;
        while (end < text.length() && isCodeCharacter(text.charAt(end))) {
            end++;
        }
        boolean delimited = end == text.length() || text.charAt(end) == ' ';
        return end >= 2 && delimited ? end : 0;
    }

    private static boolean isCodeCharacter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** What the server said, and behind it the advice. */
    String text() {
        String text = message.isEmpty() ? code : code + " " + message;
        return advice == null ? text : text + "; " + advice;
    }
}
