package io.sorrel.redis.error;

/** {@code ASK}: the slot is moving, and this one command has to go to the node that receives it, after ASKING. */
public final class AskException extends RedirectException {
    private static final long serialVersionUID = 1L;

    AskException(ErrorReply reply, RedirectTarget target, ErrorContext context) {
        super(reply, target, context);
    }
}
