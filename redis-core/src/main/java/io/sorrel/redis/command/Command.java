package io.sorrel.redis.command;

import io.sorrel.redis.protocol.EncodedRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One command, completely encoded: immutable, and usable any number of times by any thread. Arguments given as byte
 * arrays are not copied; they must not be changed while the command is used.
 *
 * @param <T> what its reply is decoded to
 */
public final class Command<T extends @Nullable Object> {
    private final CommandSpec spec;
    private final EncodedRequest request;
    private final ReplyDecoder<T> decoder;
    private final boolean decodedByUserCode;

    Command(CommandSpec spec, EncodedRequest request, ReplyDecoder<T> decoder, boolean decodedByUserCode) {
        this.spec = spec;
        this.request = request;
        this.decoder = decoder;
        this.decodedByUserCode = decodedByUserCode;
    }

    /** What is known of the command apart from its arguments. */
    public CommandSpec spec() {
        return spec;
    }

    /** The bytes that are sent. */
    @SuppressWarnings("exports") // Only this module can use the result's type.
    public EncodedRequest request() {
        return request;
    }

    /** Reads its reply. */
    public ReplyDecoder<T> decoder() {
        return decoder;
    }

    /** Whether decoding may run a codec that is not built in; such code never runs on a thread that reads for others. */
    public boolean isDecodedByUserCode() {
        return decodedByUserCode;
    }

    /** The same command whose decoded reply is passed through a function; what that throws reaches the caller. */
    public <R extends @Nullable Object> Command<R> map(Function<? super T, ? extends R> function) {
        return new Command<>(spec, request, reply -> function.apply(decoder.decode(reply)), true);
    }

    /** The command's name; never its arguments. */
    @Override
    public String toString() {
        return spec.name();
    }
}
