package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.protocol.EncodedRequest;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import io.sorrel.redis.protocol.RespType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Commands out and replies in, over a transport. After a {@link RedisServerException} or an exception of a decoder the
 * next reply can be read; after anything else the wire is out of step and must be closed. Not thread-safe.
 */
final class Wire {
    private final Transport transport;
    private final RespReader resp;
    private final ReplyStream replies;

    Wire(Transport transport, String endpoint, RespLimits limits) {
        this.transport = transport;
        this.resp = new RespReader(transport, limits);
        this.replies = new ReplyStream(endpoint, resp);
    }

    /** Writes one request; when that fails, the server did not get it whole and so cannot execute it. */
    void send(EncodedRequest request) throws IOException {
        request.writeTo(transport.output());
    }

    /** Reads the reply of this command; pushes that stand before it are dropped. */
    <T extends @Nullable Object> T receive(Command<T> command) throws IOException {
        return replies.receive(command);
    }

    /** Waits until a reply has begun, which is to be read next; false if the server closes the connection instead. */
    boolean awaitReply() throws IOException {
        return replies.awaitReply();
    }

    /** Reads the reply that has begun. */
    <T extends @Nullable Object> T read(Command<T> command) throws IOException {
        return replies.read(command);
    }

    /**
     * Whether a reply that no command asked for has arrived; pushes that have arrived are read and dropped. It asks the
     * system every time, which costs about 1 µs, 3 % of a command over the loopback (measured on two busy cores): a reply
     * that is missed here is taken for that of the next command. One that arrives after this look cannot be told apart.
     */
    boolean hasUnaskedReply() throws IOException {
        while (resp.buffered() > 0 || transport.available() > 0) {
            resp.beginReply();
            if (resp.peek() != RespType.PUSH) {
                return true;
            }
            resp.skip();
            resp.finishReply();
        }
        return false;
    }

    /** Whether something that is not a push was received behind the reply that has just been read; reads nothing. */
    boolean hasBufferedReply() {
        return resp.buffered() > 0 && !resp.isPushBuffered();
    }

    ErrorContext context(Command<?> command) {
        return replies.context(command);
    }

    /** The reader of the replies, for the object that goes on reading in place of this. */
    RespReader reader() {
        return resp;
    }

    void close() {
        transport.close();
    }
}
