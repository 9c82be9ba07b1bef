package io.sorrel.redis.error;

/** {@code CLUSTERDOWN}: the cluster does not serve this slot at present. */
public final class ClusterDownException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    ClusterDownException(ErrorReply reply, ErrorContext context) {
        super(reply, context);
    }
}
