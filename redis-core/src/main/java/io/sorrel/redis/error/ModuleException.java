package io.sorrel.redis.error;

/** The server could not load or unload a module. */
public final class ModuleException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ModuleException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
