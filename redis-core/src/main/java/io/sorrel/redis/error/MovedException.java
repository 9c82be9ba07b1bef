package io.sorrel.redis.error;

/** {@code MOVED}: the slot belongs to another node from now on. */
public final class MovedException extends RedirectException {
    private static final long serialVersionUID = 1L;

    MovedException(ErrorReply reply, RedirectTarget target, ErrorContext context) {
        super(reply, target, context);
    }
}
