package io.sorrel.redis.error;

/** The text of an error reply, split into its code and the rest, fit to be shown. */
record ErrorReply(String code, String message) {
    private static final int TEXT_LIMIT = 512;
    private static final int READ_LIMIT = 4 * TEXT_LIMIT;

    static ErrorReply parse(String text) {
        String shown = SafeText.of(EchoedArguments.hide(text, READ_LIMIT), TEXT_LIMIT);
        int end = codeLength(shown);
        if (end == 0) {
            return new ErrorReply("ERR", shown);
        }
        return new ErrorReply(shown.substring(0, end), end == shown.length() ? "" : shown.substring(end + 1));
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

    String text() {
        return message.isEmpty() ? code : code + " " + message;
    }
}
