package io.sorrel.redis.protocol;

/** An error reply on its way from the reader to the translator; it is consumed, and the reader is in step. */
public final class ErrorReplyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;

    /**
     * Carries the text; it has no stack trace, because it is raised for every error reply.
     *
     * @param text the server's text as it came, without the type byte
     */
    public ErrorReplyException(String text) {
        super("the server replied with an error", null, false, false);
        this.text = text;
    }

    /** The server's text as it came: not capped, not escaped. */
    public String text() {
        return text;
    }
}
