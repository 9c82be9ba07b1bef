package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionJudge;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.event.ServerInfo;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A connection on which one caller at a time writes and reads on its own thread. */
final class SocketConnection implements Connection, DeadlineWatch.Watched {
    /** In place of the deadline once it has passed and the transport has been closed for it. */
    private static final long EXPIRED = Long.MIN_VALUE;

    /** In place of the deadline once the transport has been closed because the caller is interrupted. */
    private static final long INTERRUPTED = Long.MIN_VALUE + 1;

    private final AtomicLong deadline = new AtomicLong(DeadlineWatch.NONE);
    private final Wire wire;
    private final DeadlineWatch watch;
    private final Handshake handshake;
    private final CommandDefinitions<String, String> commands;
    private final StepCheck stepCheck;

    /** Who waits; written before the deadline is shown, and read by the watch after it has seen the deadline. */
    private @Nullable Thread caller;

    private Greeting greeting = Greeting.NONE;
    private CommandOutcome outcome = CommandOutcome.NOT_SENT;
    private boolean dirty;
    private boolean dirtyForGood;
    private boolean greeted;
    private volatile boolean open = true;
    private volatile boolean closedByOwner;

    SocketConnection(
            Wire wire,
            DeadlineWatch watch,
            Handshake handshake,
            CommandDefinitions<String, String> commands,
            StepCheck stepCheck) {
        this.wire = wire;
        this.watch = watch;
        this.handshake = handshake;
        this.commands = commands;
        this.stepCheck = stepCheck;
    }

    /** Brings a new connection into the state that the options ask for. */
    void shakeHands(Deadline limit) {
        watch.add(this);
        setUp(limit);
    }

    private void setUp(Deadline limit) {
        greeting = handshake.run(this, limit);
        dirty = false;
        dirtyForGood = false;
    }

    @Override
    public <T extends @Nullable Object> T execute(Command<T> command, Deadline limit) {
        return exchange(command, limit, () -> {
            Command<String> ping =
                    stepCheck.isDue() && !dirty ? commands.connection().ping() : null;
            if (ping != null) {
                wire.send(ping.request());
            }
            wire.send(command.request());
            outcome = CommandOutcome.UNKNOWN;
            if (ping != null && !stepCheck.passes(valueOrFailure(ping))) {
                throw ConnectionFailures.outOfStep(wire.context(command));
            }
            return command.spec().isAnsweredByClosing() ? receiveOrEnd(command) : wire.receive(command);
        });
    }

    /** The reply, or null where the server has closed the connection in its place. */
    @SuppressWarnings("NullAway") // The result may be null where the spec says so.
    private <T extends @Nullable Object> T receiveOrEnd(Command<T> command) throws IOException {
        if (wire.awaitReply()) {
            return wire.read(command);
        }
        if (deadline.get() <= INTERRUPTED || closedByOwner) {
            throw new EOFException("the connection was closed here");
        }
        closeTransport();
        return null;
    }

    /**
     * Sends all commands, then reads all replies; a command that was refused, or whose reply cannot be used, leaves its
     * failure in the place of its value.
     */
    List<@Nullable Object> executeAll(List<Command<?>> all, Deadline limit) {
        return exchange(all.get(0), limit, () -> {
            outcome = CommandOutcome.UNKNOWN;
            for (Command<?> command : all) {
                wire.send(command.request());
            }
            List<@Nullable Object> results = new ArrayList<>();
            for (Command<?> command : all) {
                results.add(valueOrFailure(command));
            }
            return results;
        });
    }

    private @Nullable Object valueOrFailure(Command<?> command) throws IOException {
        try {
            return wire.receive(command);
        } catch (RedisServerException | UnexpectedReplyException e) {
            return e;
        }
    }

    private interface Exchange<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private <T extends @Nullable Object> T exchange(Command<?> command, Deadline limit, Exchange<T> exchange) {
        long shown = begin(limit, command);
        try {
            outcome = CommandOutcome.NOT_SENT;
            watch.called(shown);
            refuseUnaskedReply(command);
            noteState(command.spec().connectionState());
            T result = exchange.run();
            if (wire.hasBufferedReply()) {
                closeTransport();
            }
            return result;
        } catch (RedisException e) {
            Failures.fillContext(e, wire.context(command));
            if (!ConnectionJudge.mayReuse(e) || wire.hasBufferedReply()) {
                closeTransport();
            }
            throw e;
        } catch (IOException e) {
            closeTransport();
            throw failure(e, limit, wire.context(command));
        } catch (RuntimeException | Error e) {
            closeTransport();
            throw e;
        } finally {
            caller = null;
            deadline.compareAndSet(shown, DeadlineWatch.NONE);
        }
    }

    private void noteState(ConnectionState state) {
        dirty |= state == ConnectionState.CHANGES || state == ConnectionState.CHANGES_FOR_GOOD;
        dirtyForGood |= state == ConnectionState.CHANGES_FOR_GOOD;
    }

    private long begin(Deadline limit, Command<?> command) {
        if (limit.isExpired()) {
            throw ConnectionFailures.timeout(limit, CommandOutcome.NOT_SENT, wire.context(command));
        }
        Thread thread = Thread.currentThread();
        if (thread.isInterrupted()) {
            throw ConnectionFailures.interrupted(wire.context(command));
        }
        caller = thread;
        long shown = watch.onScale(limit);
        boolean free = deadline.compareAndSet(DeadlineWatch.NONE, shown);
        if (!open) {
            throw ConnectionFailures.closed(CommandOutcome.NOT_SENT, wire.context(command));
        }
        if (!free) {
            throw new IllegalStateException("the connection is in use by another thread; it serves one at a time");
        }
        return shown;
    }

    /** Before the first command there may be an error that says why the server hangs up: it is left for that command. */
    private void refuseUnaskedReply(Command<?> command) throws IOException {
        if (!greeted) {
            greeted = true;
            return;
        }
        RedisProtocolException broken = null;
        try {
            if (!wire.hasUnaskedReply()) {
                return;
            }
        } catch (RedisProtocolException e) {
            broken = e;
        }
        throw ConnectionFailures.unaskedReply(wire.context(command), broken);
    }

    private RedisException failure(IOException e, Deadline limit, ErrorContext context) {
        if (deadline.get() == EXPIRED) {
            return ConnectionFailures.timeout(limit, outcome, context);
        }
        if (deadline.get() == INTERRUPTED) {
            return ConnectionFailures.interrupted(outcome, context, e);
        }
        return closedByOwner
                ? ConnectionFailures.closed(outcome, context)
                : ConnectionFailures.lost(e, outcome, context);
    }

    @Override
    public long deadline() {
        return deadline.get();
    }

    @Override
    public void expire(long passed) {
        if (passed > INTERRUPTED && deadline.compareAndSet(passed, EXPIRED)) {
            closeTransport();
        }
    }

    @Override
    public boolean endIfInterrupted() {
        long shown = deadline.get();
        if (shown == DeadlineWatch.NONE || shown <= INTERRUPTED) {
            return false;
        }
        Thread thread = caller;
        if (thread != null && thread.isInterrupted() && deadline.compareAndSet(shown, INTERRUPTED)) {
            closeTransport();
        }
        return true;
    }

    @Override
    public ServerInfo server() {
        return greeting.server();
    }

    /** What the last handshake found out. */
    Greeting greeting() {
        return greeting;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isDirty() {
        return dirty;
    }

    @Override
    public void validate(Deadline limit) {
        Command<String> ping = commands.connection().ping();
        try {
            if (!execute(ping, limit).equals("PONG")) {
                closeTransport();
                throw new RedisProtocolException(
                        "the reply to PING was not PONG; the connection was closed",
                        CommandOutcome.NOT_SENT,
                        wire.context(ping),
                        null);
            }
        } catch (NoPermissionException e) {
            // The server is alive and answers in step, which is what was asked.
        } catch (RedisInterruptedException e) {
            // Of its caller; where the PING was under way, the connection is closed.
            throw e;
        } catch (RedisException e) {
            closeTransport();
            throw e;
        }
    }

    @Override
    public void reset(Deadline limit) {
        Command<?> reset = commands.connection().reset();
        if (dirtyForGood) {
            closeTransport();
            throw ConnectionFailures.closed(CommandOutcome.NOT_SENT, wire.context(reset));
        }
        try {
            execute(reset, limit);
            setUp(limit);
        } catch (RedisException e) {
            closeTransport();
            throw e;
        }
    }

    /** From now on its deadline is not watched; what was received and not read is in the wire's reader. */
    void handOver() {
        watch.remove(this);
    }

    @Override
    public void close() {
        closedByOwner = true;
        closeTransport();
    }

    private void closeTransport() {
        open = false;
        watch.remove(this);
        wire.close();
    }
}
