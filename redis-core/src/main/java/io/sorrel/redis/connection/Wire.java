package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.ServerErrors;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.protocol.EncodedRequest;
import io.sorrel.redis.protocol.ErrorReplyException;
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
    private final String endpoint;
    private final RespReader resp;
    private final ReplyReader reply;

    Wire(Transport transport, String endpoint, RespLimits limits) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.resp = new RespReader(transport, limits);
        this.reply = new ReplyReader(resp);
    }

    /** Writes one request; when that fails, the server did not get it whole and so cannot execute it. */
    void send(EncodedRequest request) throws IOException {
        request.writeTo(transport.output());
    }

    /** Reads the reply of this command; pushes that stand before it are dropped. */
    <T extends @Nullable Object> T receive(Command<T> command) throws IOException {
        beginReply();
        RespType type = resp.peek();
        if (type == RespType.ERROR || type == RespType.BLOB_ERROR) {
            String text = resp.readError();
            resp.finishReply();
            throw ServerErrors.translate(text, context(command));
        }
        try {
            T value = command.decoder().decode(reply);
            resp.finishReply();
            return value;
        } catch (RuntimeException e) {
            finishReplyAfter(e);
            throw decodingFailure(command, e);
        }
    }

    private void finishReplyAfter(RuntimeException failure) throws IOException {
        try {
            resp.finishReply();
        } catch (RedisProtocolException broken) {
            throw failure instanceof RedisProtocolException first ? first : broken;
        }
    }

    private void beginReply() throws IOException {
        resp.beginReply();
        while (resp.peek() == RespType.PUSH) {
            resp.skip();
            resp.finishReply();
            resp.beginReply();
        }
    }

    private RedisException decodingFailure(Command<?> command, RuntimeException failure) {
        if (failure instanceof ErrorReplyException nested) {
            // The command ran: an error within its reply is no refusal, and nothing that may be tried again.
            RedisServerException error = ServerErrors.translate(nested.text(), context(command));
            return new UnexpectedReplyException("the reply contains an error: " + error.reason(), error);
        }
        // What a user's code throws, perhaps of another client's call, says nothing about this command.
        boolean aboutThisReply = failure instanceof UnexpectedReplyException
                || (failure instanceof RedisCodecException codec && codec.outcome() == CommandOutcome.UNKNOWN);
        RedisException exception = aboutThisReply
                ? (RedisException) failure
                : RedisCodecException.decoding("the decoder of the reply failed", failure);
        exception.fillContext(context(command));
        return exception;
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
        return new ErrorContext(endpoint, command.spec().name());
    }

    void close() {
        transport.close();
    }
}
