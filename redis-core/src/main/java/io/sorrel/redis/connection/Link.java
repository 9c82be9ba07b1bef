package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import io.sorrel.redis.protocol.RespType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is ready for use and whose directions belong to two threads for its whole life: one writes to
 * {@link #output()}, the other reads reply after reply. {@link #close()}, {@link #isOpen()} and {@link #lastReceived()}
 * are for any thread.
 */
public final class Link implements AutoCloseable {
    private static final int FAST_LOOKS = 20;
    private static final int MOST_LOOKS = 250;
    private static final long BETWEEN_LOOKS_NANOS = 20_000;

    private final LinkTransport transport;
    private final String endpoint;
    private final RespReader resp;
    private final RespLimits limits;
    private final ReplyStream replies;
    private final Greeting greeting;
    private volatile boolean open = true;

    Link(LinkTransport transport, String endpoint, RespReader resp, RespLimits limits, Greeting greeting) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.resp = resp;
        this.limits = limits;
        this.replies = new ReplyStream(endpoint, resp);
        this.greeting = greeting;
    }

    /** Where requests are written; unbuffered. A write that fails has not handed over its last byte. */
    public OutputStream output() {
        return transport.output();
    }

    /** What the server said of itself in the handshake. */
    public ServerInfo server() {
        return greeting.server();
    }

    /** Whether the peer sent back the text of an ECHO at the end of the handshake; false where it was not asked. */
    public boolean answersEcho() {
        return greeting.echo() == Greeting.Echo.ANSWERED;
    }

    /** What failures of this command are labelled with. */
    public ErrorContext context(Command<?> command) {
        return replies.context(command);
    }

    /** When bytes were last received, on the scale of {@link System#nanoTime()}. */
    public long lastReceived() {
        return transport.lastReceived();
    }

    /**
     * For the writing thread, before it writes although no reply is due: gives the reader the moment that it needs to see
     * what has come unasked, which would else be taken for the reply of the next command. What comes after this look
     * cannot be told apart.
     */
    @SuppressWarnings("ThreadPriorityCheck") // The yield is a hint; nothing relies on it.
    public void awaitReader() throws IOException {
        for (int look = 0; look < MOST_LOOKS && open && transport.hasUnread(); look++) {
            if (look < FAST_LOOKS) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, BETWEEN_LOOKS_NANOS);
            }
        }
    }

    /** What the reading thread does whenever it is about to wait for bytes; set before the first read. */
    public void beforeWaiting(Runnable action) {
        transport.beforeReading(action);
    }

    /**
     * Waits for the beginning of a reply.
     *
     * @param pushes gets the pushes that come before it, each read to its end; null to drop them
     * @throws IOException at the end of the stream or when the transport fails
     * @throws io.sorrel.redis.error.RedisProtocolException when the bytes are no reply
     */
    public void awaitReply(@Nullable Consumer<? super CapturedReply> pushes) throws IOException {
        resp.beginReply();
        while (resp.peek() == RespType.PUSH) {
            if (pushes == null) {
                skip();
            } else {
                pushes.accept(capture());
            }
            resp.beginReply();
        }
    }

    /**
     * Reads the reply that has begun. A codec of the user does not run here.
     *
     * @param command what is answered; not looked at unless something fails
     * @param decoder what reads the reply; null where that is user code
     * @return the decoded value, or an {@link ErrorText}, or the {@link CapturedReply} of a command that is decoded by
     *     user code
     * @throws io.sorrel.redis.error.RedisException when the reply was read to its end but its decoder failed
     * @throws io.sorrel.redis.error.RedisProtocolException when the bytes are no reply: nothing more can be read
     * @throws IOException when the transport fails: nothing more can be read
     */
    public @Nullable Object read(Command<?> command, @Nullable ReplyDecoder<?> decoder) throws IOException {
        ErrorText error = readError();
        if (error != null) {
            return error;
        }
        return decoder == null ? capture() : replies.decode(decoder, command);
    }

    /** Whether the reply that has begun starts with these bytes of a bulk string; reads nothing. */
    public boolean isNext(byte[] start) throws IOException {
        return resp.isNext(start);
    }

    /** The error that has begun as a reply, read to its end; null, and nothing is read, if the reply is no error. */
    public @Nullable ErrorText readError() throws IOException {
        String error = replies.takeError();
        return error == null ? null : new ErrorText(error);
    }

    /** Reads the reply that has begun, to be decoded later. */
    public CapturedReply readRaw() throws IOException {
        return capture();
    }

    /** Reads the reply that has begun and drops it. */
    public void skip() throws IOException {
        resp.skip();
        resp.finishReply();
    }

    private CapturedReply capture() throws IOException {
        return new CapturedReply(endpoint, resp.captureReply(), limits);
    }

    /** The failure that a reply without a command is. */
    public RedisException unaskedReply() {
        return ConnectionFailures.unaskedReply(new ErrorContext(endpoint, null), null);
    }

    /** Whether it has not been closed. */
    public boolean isOpen() {
        return open;
    }

    /** Closes it at once, also under the threads that write and read; idempotent, never throws. */
    @Override
    public void close() {
        open = false;
        transport.close();
    }
}
