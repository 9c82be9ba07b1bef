package io.sorrel.redis.error;

/** {@code NOSCRIPT}: the server does not know the script of this digest; send its text. */
public final class NoScriptException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoScriptException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
