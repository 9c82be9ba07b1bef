package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.ServerErrors;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.protocol.ErrorReplyException;
import io.sorrel.redis.protocol.RespReader;
import io.sorrel.redis.protocol.RespType;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Replies in, one after the other. After a {@link RedisServerException} or an exception of a decoder the next reply can
 * be read; after anything else the stream is out of step. Not thread-safe.
 */
final class ReplyStream {
    private final String endpoint;
    private final RespReader resp;
    private final ReplyReader reply;

    ReplyStream(String endpoint, RespReader resp) {
        this.endpoint = endpoint;
        this.resp = resp;
        this.reply = new ReplyReader(resp);
    }

    /** Reads the reply of this command; pushes that stand before it are dropped. */
    <T extends @Nullable Object> T receive(Command<T> command) throws IOException {
        beginReply();
        return read(command);
    }

    /** Waits until a reply has begun; false if the server closes the connection before one does. */
    boolean awaitReply() throws IOException {
        try {
            beginReply();
            return true;
        } catch (EOFException e) {
            if (resp.buffered() > 0) {
                throw e;
            }
            return false;
        }
    }

    /** Reads the reply that has begun. */
    <T extends @Nullable Object> T read(Command<T> command) throws IOException {
        String error = takeError();
        if (error != null) {
            throw ServerErrors.translate(error, context(command));
        }
        return decode(command.decoder(), command);
    }

    /** The text of the reply that has begun, if it is an error; nothing is read if it is not. */
    @Nullable
    String takeError() throws IOException {
        RespType type = resp.peek();
        if (type != RespType.ERROR && type != RespType.BLOB_ERROR) {
            return null;
        }
        String text = resp.readError();
        resp.finishReply();
        return text;
    }

    /** Reads the reply that has begun and is no error; failures are labelled with the command. */
    @SuppressWarnings("CatchThrowable") // A decoder may be user code.
    <T extends @Nullable Object> T decode(ReplyDecoder<T> decoder, Command<?> command) throws IOException {
        try {
            T value = decoder.decode(reply);
            resp.finishReply();
            return value;
        } catch (Throwable e) {
            finishReplyAfter(e, command);
            throw decodingFailure(command, e);
        }
    }

    /** Skips what is left of the reply, unless reading is what has failed: then that failure is thrown. */
    private void finishReplyAfter(Throwable failure, Command<?> command) throws IOException {
        boolean inStep = resp.isUsable();
        if (failure instanceof IOException broken && !inStep) {
            throw broken;
        }
        if (failure instanceof Error error && (!inStep || isOfTheMachine(error, command))) {
            throw error;
        }
        try {
            resp.finishReply();
        } catch (RedisProtocolException broken) {
            throw failure instanceof RedisProtocolException first ? first : broken;
        }
    }

    /** Whether an error says nothing about the decoder; a user's decoder may well be what overflows the stack. */
    private static boolean isOfTheMachine(Error error, Command<?> command) {
        return error instanceof VirtualMachineError
                && !(error instanceof StackOverflowError && command.isDecodedByUserCode());
    }

    /** Waits for the beginning of a reply; pushes that stand before it are dropped. */
    void beginReply() throws IOException {
        resp.beginReply();
        while (resp.peek() == RespType.PUSH) {
            resp.skip();
            resp.finishReply();
            resp.beginReply();
        }
    }

    private RedisException decodingFailure(Command<?> command, Throwable failure) {
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
        if (aboutThisReply && command.isDecodedByUserCode()) {
            // A codec may throw one exception to several callers.
            return Failures.copy(exception, context(command));
        }
        Failures.fillContext(exception, context(command));
        return exception;
    }

    /** What failures of this command are labelled with. */
    ErrorContext context(Command<?> command) {
        return new ErrorContext(endpoint, command.spec().name());
    }
}
