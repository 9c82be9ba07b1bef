package io.sorrel.redis.command;

import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.protocol.EncodedRequest;
import java.time.Duration;
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
    private final Blocking blocking;

    Command(
            CommandSpec spec,
            EncodedRequest request,
            ReplyDecoder<T> decoder,
            boolean decodedByUserCode,
            Blocking blocking) {
        this.spec = spec;
        this.request = request;
        this.decoder = decoder;
        this.decodedByUserCode = decodedByUserCode;
        this.blocking = blocking;
    }

    /**
     * How long the server may hold back the reply.
     *
     * @param possible whether it may at all
     * @param atMost for how long; zero for without end, null where that is not known
     */
    record Blocking(boolean possible, @Nullable Duration atMost) {
        static final Blocking NEVER = new Blocking(false, null);
        static final Blocking UNKNOWN = new Blocking(true, null);
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

    /**
     * Whether the server may hold back the reply until something happens. Such a command has a connection of its own
     * while it waits; the same command without the option that makes it wait (XREAD without BLOCK) is like any other.
     */
    public boolean isBlocking() {
        return blocking.possible();
    }

    /**
     * The longest time for which the server holds back the reply, as its arguments say: zero for without end, and null
     * for a command that does not block or was built word by word.
     */
    public @Nullable Duration serverTimeout() {
        return blocking.atMost();
    }

    /**
     * The same command whose decoded reply is passed through a function. What that throws reaches the caller as the cause of
     * a {@link RedisCodecException}.
     */
    public <R extends @Nullable Object> Command<R> map(Function<? super T, ? extends R> function) {
        return new Command<>(spec, request, reply -> mapped(function, decoder.decode(reply)), true, blocking);
    }

    @SuppressWarnings("CatchThrowable") // The function is user code.
    private static <T extends @Nullable Object, R extends @Nullable Object> R mapped(
            Function<? super T, ? extends R> function, T value) {
        try {
            return function.apply(value);
        } catch (Throwable e) {
            throw RedisCodecException.decoding("the function that maps the reply failed", e);
        }
    }

    /** The command's name; never its arguments. */
    @Override
    public String toString() {
        return spec.name();
    }
}
