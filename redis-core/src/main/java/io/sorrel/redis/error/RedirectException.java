package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** Another node of the cluster serves the slot: {@link MovedException} for good, {@link AskException} for one command. */
public abstract class RedirectException extends RedisServerException {
    private static final long serialVersionUID = 1L;

    private final int slot;
    private final @Nullable String host;
    private final int port;

    RedirectException(ErrorReply reply, RedirectTarget target, ErrorContext context) {
        super(reply, context);
        this.slot = target.slot();
        this.host = target.host();
        this.port = target.port();
    }

    /** The slot of the key, 0 to 16383. */
    public final int slot() {
        return slot;
    }

    /**
     * The host of the node, an IPv6 address without brackets. It is {@code null} when the server names none (nothing, or
     * {@code ?}): then the node is at the host that answered.
     */
    public final @Nullable String host() {
        return host;
    }

    /** The port of the node, 1 to 65535. */
    public final int port() {
        return port;
    }
}
