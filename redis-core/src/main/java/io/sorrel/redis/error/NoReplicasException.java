package io.sorrel.redis.error;

/**
 * {@code NOREPLICAS}: fewer replicas follow than {@code min-replicas-to-write} asks for; the write did not take
 * place.
 */
public final class NoReplicasException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    NoReplicasException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
