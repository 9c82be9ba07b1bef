package io.sorrel.redis.execution;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.multiplex.SharedConnection;
import io.sorrel.redis.pool.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the connection of each sync call. While few callers are active, a direct lane; else the shared connection for all
 * of them, since a mixture batches worse. A caller whose own async command is pending always takes the shared connection,
 * so that its {@code async.set} stays ahead of its {@code sync.get}. While the shared connection is down, commands wait in
 * its queue; while it is in doubt, callers without a pending command go past it, on a pooled connection. What may block or
 * is urgent has a connection to itself. Thread-safe.
 */
final class Chooser {
    private static final Command<String> PING =
            new CommandDefinitions<>(RedisCodec.utf8()).connection().ping();

    /** Looking through more pending commands for the caller's own costs more than a lane saves. */
    private static final int FEW_PENDING = 32;

    private final PooledExecutor pooled;
    private final SharedConnection shared;
    private final DirectLanes lanes;

    Chooser(PooledExecutor pooled, SharedConnection shared, DirectLanes lanes) {
        this.pooled = pooled;
        this.shared = shared;
        this.lanes = lanes;
    }

    <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline, ConnectionMode mode) {
        SessionOnly.refuseOutsideSession(command.spec());
        if (command.isBlocking() || command.spec().isUrgent() || mode == ConnectionMode.POOLED) {
            return exclusive(command, deadline, Thread.currentThread(), connection -> {});
        }
        return mode == ConnectionMode.ADAPTIVE ? adapt(command, deadline) : shared.execute(command, deadline);
    }

    /**
     * Runs a command on a connection of its own, behind what its caller has pending unless it is urgent.
     *
     * @param caller the thread that has made the call
     */
    <T extends @Nullable Object> T exclusive(
            Command<T> command, Deadline deadline, Thread caller, PooledExecutor.Borrower borrower) {
        if (!command.spec().isUrgent()) {
            awaitPending(deadline, caller, command.spec().name());
        }
        return pooled.execute(command, deadline, borrower);
    }

    private <T extends @Nullable Object> T adapt(Command<T> command, Deadline deadline) {
        boolean few = lanes.begin();
        try {
            if (shared.isReady()) {
                PooledConnection lane = few && !shared.hasPendingOf(Thread.currentThread(), FEW_PENDING)
                        ? lanes.take(shared.losses())
                        : null;
                return lane == null ? shared.execute(command, deadline) : direct(lane, command, deadline);
            }
            return shared.isInDoubt() && !shared.hasPendingOf(Thread.currentThread(), Integer.MAX_VALUE)
                    ? pooled.execute(command, deadline)
                    : shared.execute(command, deadline);
        } finally {
            lanes.end();
        }
    }

    private <T extends @Nullable Object> T direct(PooledConnection lane, Command<T> command, Deadline deadline) {
        try {
            return lane.connection().execute(command, deadline);
        } catch (RedisException e) {
            if (!PooledExecutor.wasStale(e, lane, deadline)) {
                throw e;
            }
        } finally {
            lane.release();
        }
        return shared.execute(command, deadline);
    }

    /**
     * Waits until the server has executed what a thread has pending on the shared connection.
     *
     * @param caller the thread that has made the call
     * @param next the name of the command that is to come behind it and that fails where this does; null if not known
     */
    void awaitPending(Deadline deadline, Thread caller, @Nullable String next) {
        if (shared.hasPendingOf(caller, Integer.MAX_VALUE)) {
            try {
                shared.execute(PING, deadline);
            } catch (RedisServerException e) {
                // A refused PING was executed in its turn all the same.
            } catch (RedisException e) {
                Failures.fillUnsent(e, next);
                throw e;
            }
        }
    }
}
