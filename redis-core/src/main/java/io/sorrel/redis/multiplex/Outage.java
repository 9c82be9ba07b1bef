package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.LastingRefusals;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server to which the connection was lost is known to be gone, since when and why, and so how long a call may
 * still wait for it. Written by the connection loop, read by all threads.
 */
final class Outage {
    private volatile @Nullable Known known;

    /** When the connection was lost, on the scale of {@link System#nanoTime()}; by the connection loop alone. */
    private long lostAt;

    /**
     * The server is gone, as far as the last attempt to connect tells.
     *
     * @param lasting whether only a change of the server or of the client's options will help
     */
    private record Known(long lostAt, RedisException failure, boolean lasting) {}

    /** The connection was lost; whether the server is gone is not known yet. */
    void began(long now) {
        lostAt = now;
        known = null;
    }

    /** There is a connection. */
    void ended() {
        known = null;
    }

    /** An attempt to connect has failed. */
    void failed(RedisException failure) {
        Known before = known;
        if (before == null || before.failure != failure) {
            known = new Known(lostAt, failure, LastingRefusals.include(failure));
        }
    }

    /** An attempt to connect has brought no answer for so long. */
    void unanswered(Duration time, String endpoint) {
        if (known == null) {
            failed(new ConnectFailedException(
                    "an attempt to connect has brought no answer for " + time.toMillis() + " ms",
                    new ErrorContext(endpoint, null),
                    null));
        }
    }

    /** Whether the server is known to be gone. */
    boolean isKnown() {
        return known != null;
    }

    /** Whether the last attempt failed for a reason that will not pass by itself. */
    boolean isLasting() {
        Known present = known;
        return present != null && present.lasting;
    }

    /** Why a call must not wait for a connection any longer; null while it may. */
    @Nullable
    Loss refusal(Deadline call, long now) {
        Known present = known;
        if (present == null) {
            return null;
        }
        if (present.lasting) {
            return Loss.neverConnected(present.failure);
        }
        long began = call.began();
        long since = began - present.lostAt > 0 ? began : present.lostAt;
        return now - since < call.disconnectedWait().toNanos()
                ? null
                : Loss.disconnected(Duration.ofNanos(now - present.lostAt), call.disconnectedWait(), present.failure);
    }
}
