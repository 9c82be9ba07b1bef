package io.sorrel.redis.event;

/** Why a pooled connection was closed. */
public enum DestroyCause {
    /** It had been idle for longer than the idle timeout. */
    IDLE,
    /** It had reached its maximum lifetime. */
    LIFETIME,
    /** It did not answer the check before use. */
    FAILED_CHECK,
    /** It had failed or been closed while it was in use or idle. */
    BROKEN,
    /** It came back with a changed state that was not, or could not be, undone. */
    DIRTY,
    /** Its whole generation was retired, for example after a failover. */
    RETIRED,
    /** Its borrower asked for it. */
    DISCARDED,
    /** The pool was closed. */
    CLOSED
}
