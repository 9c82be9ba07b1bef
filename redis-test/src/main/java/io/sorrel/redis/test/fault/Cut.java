package io.sorrel.redis.test.fault;

/** The way in which a connection ends. */
public enum Cut {
    /** Both sides see an orderly end of the stream (FIN). */
    CLOSE,
    /** Both sides see a reset (RST). */
    RESET,
    /**
     * The receiver of this direction sees an orderly end of the stream; what it still sends is forwarded, and what is
     * sent to it is swallowed.
     */
    HALF_CLOSE
}
