package io.sorrel.redis.multiplex;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.connection.CapturedReply;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.ErrorText;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.protocol.EncodedRequest;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way to the server and back; a node of the {@link ExchangeQueue}.
 *
 * <pre>
 *   QUEUED ──▶ SENT ──▶ SETTLED      by the writer, then by the reader (or by the thread that fails it)
 *     │  │       └────▶ DISOWNED     its caller went away: the reply is read and dropped
 *     │  └────────────▶ SETTLED      failed before it was sent
 *     └──▶ WITHDRAWN ─▶ FREED        its caller went away: it is never sent; FREED once its place is given back
 * </pre>
 *
 * Every arrow is one compare-and-set, so exactly one thread takes it, and that thread does what belongs to it.
 */
abstract class Exchange<T extends @Nullable Object> {
    static final int QUEUED = 0;
    static final int SENT = 1;
    static final int SETTLED = 2;
    static final int DISOWNED = 3;
    static final int WITHDRAWN = 4;
    static final int FREED = 5;

    private static final VarHandle STATE;
    private static final VarHandle NEXT;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Exchange.class, "state", int.class);
            NEXT = MethodHandles.lookup().findVarHandle(Exchange.class, "next", Exchange.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Deadline deadline;
    private final int size;

    /**
     * The command's own, null where it is user code: kept here, as the thread that reads for all finds what others have just
     * made in no cache of its own, and so looks at nothing of a command but this node.
     */
    private final @Nullable ReplyDecoder<T> decoder;

    /** Null once it is not needed, so that the last node of a quiet queue holds on to no large command. */
    private @Nullable Command<T> command;

    @SuppressWarnings("UnusedVariable") // Through its handle.
    private volatile int state = QUEUED;

    private volatile @Nullable Exchange<?> next;

    /** Which command of all that were sent this is; given by the writer. */
    private long number;

    private long sentAt;
    private @Nullable Object result;

    Exchange(@Nullable Command<T> command, Deadline deadline) {
        this(
                command,
                deadline,
                command == null
                        ? 0
                        : (int) Math.min(Integer.MAX_VALUE, command.request().size()));
    }

    /** With a size of its own choice for the bounds of the queue. */
    Exchange(@Nullable Command<T> command, Deadline deadline, int size) {
        this.command = command;
        this.size = size;
        this.decoder = command == null || command.isDecodedByUserCode() ? null : command.decoder();
        this.deadline = deadline;
    }

    final Command<T> command() {
        Command<T> present = command;
        if (present == null) {
            throw new IllegalStateException("the exchange is over");
        }
        return present;
    }

    /** What is sent; null if its caller has gone and has left nothing to send. */
    @Nullable
    final EncodedRequest request() {
        Command<T> present = command;
        return present == null ? null : present.request();
    }

    final Deadline deadline() {
        return deadline;
    }

    /** Bytes on the wire, as far as the bounds of the queue count them. */
    final int size() {
        return size;
    }

    final int state() {
        return state;
    }

    final boolean isSettled() {
        return state == SETTLED;
    }

    /** Whether it is queued or sent, and a caller waits for it. */
    final boolean isUnderWay() {
        return state <= SENT;
    }

    /** Whether no reply will come for it: withdrawn, or settled, which for one that was sent means passed. */
    final boolean isOver() {
        int now = state;
        return now == SETTLED || now >= WITHDRAWN;
    }

    final boolean isWithdrawn() {
        int now = state;
        return now == WITHDRAWN || now == FREED;
    }

    final boolean move(int from, int to) {
        return STATE.compareAndSet(this, from, to);
    }

    /** The node behind it; null if there is none yet, itself if it has been left behind. */
    @Nullable
    final Exchange<?> next() {
        return next;
    }

    final void next(@Nullable Exchange<?> node) {
        next = node;
    }

    /** Leaves it behind: old nodes keep no younger ones alive, and who still stands here sees that it must start again. */
    final void unlink() {
        NEXT.setRelease(this, this);
    }

    /** By the writer: it is about to be sent. False if it must not be, because it is over. */
    final boolean sending(long order, long now) {
        number = order;
        sentAt = now;
        return move(QUEUED, SENT);
    }

    final long number() {
        return number;
    }

    final long sentAt() {
        return sentAt;
    }

    /** Reads its reply from the link; a caller who went away meanwhile has left no command to read it for. */
    final @Nullable Object read(Link link) throws IOException {
        Command<T> mine = command;
        if (mine == null) {
            link.skip();
            return null;
        }
        return link.read(mine, decoder);
    }

    /** What {@link #read} would have returned for a reply that was captured. */
    final @Nullable Object decode(CapturedReply reply) {
        Command<T> mine = command;
        return mine == null ? null : reply.read(mine, decoder);
    }

    /** Whether this thread has issued it. */
    abstract boolean isFrom(Thread thread);

    /** Whether its caller has given it up after it was sent, and its reply has not come. */
    final boolean isDisowned() {
        return state == DISOWNED;
    }

    /**
     * Ends it with a result that its caller takes; false if the caller has gone, or it was ended before. By the threads of
     * the connection, of which only one at a time may do so: the result stands there before the state does, and stays until
     * its caller has taken it.
     */
    final boolean settle(int from, @Nullable Object outcome) {
        if (state != from) {
            return false;
        }
        result = outcome;
        if (move(from, SETTLED)) {
            return true;
        }
        result = null;
        return false;
    }

    /** Its caller has gone, and with it the need for the command. */
    void forget() {
        command = null;
    }

    /** Once, by the caller or for it: the value, or the failure as an exception. */
    @SuppressWarnings("NullAway") // Null where the command's type says that it may be.
    final T take(String endpoint) {
        Object outcome = result;
        Command<T> mine = command();
        result = null;
        command = null;
        if (outcome instanceof ErrorText error) {
            throw error.toException(label(endpoint, mine));
        }
        if (outcome instanceof Loss loss) {
            throw loss.toException(label(endpoint, mine));
        }
        if (outcome instanceof RedisException failure) {
            throw failure;
        }
        if (outcome instanceof CapturedReply captured) {
            return captured.decode(mine);
        }
        @SuppressWarnings("unchecked") // It is what the command's decoder returned.
        T value = (T) outcome;
        return value;
    }

    static ErrorContext label(String endpoint, Command<?> command) {
        return new ErrorContext(endpoint, command.spec().name());
    }

    /** It is settled: tells its caller. Called once, by a thread of the connection, and returns at once. */
    abstract void deliver(Completions completions);

    /** Whether its caller goes on before the reply is there. */
    abstract boolean isAsync();
}
