package io.sorrel.redis.command;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.protocol.RequestEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the arguments of one command, encoding each at once, so that a codec that fails harms nothing. Used by one
 * thread, for one command.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public final class CommandBuilder<K, V> {
    private final CommandSpec spec;
    private final RedisCodec<K, V> codec;
    private final RequestEncoder request = new RequestEncoder();
    private Command.Blocking blocking;
    private boolean decodedByCaller;

    /** Starts a command with the words of its name. */
    public CommandBuilder(CommandSpec spec, RedisCodec<K, V> codec) {
        this.spec = spec;
        this.codec = codec;
        this.blocking = spec.isAnsweredByClosing() ? Command.Blocking.UNKNOWN : Command.Blocking.NEVER;
        request.word(spec.encodedName());
    }

    /** Adds a key. */
    public CommandBuilder<K, V> key(K key) {
        return key("key", key);
    }

    /** Adds a key; the name of the caller's parameter is used when it is null. */
    public CommandBuilder<K, V> key(String name, K key) {
        return encoded(name, codec.keys(), key);
    }

    /** Adds several keys, at least one. */
    public CommandBuilder<K, V> keys(String name, K[] keys) {
        for (K key : notEmpty(name, keys)) {
            key(name, key);
        }
        return this;
    }

    /** Adds several keys, at least one. */
    public CommandBuilder<K, V> keys(String name, Collection<? extends K> keys) {
        for (K key : notEmpty(name, keys)) {
            key(name, key);
        }
        return this;
    }

    /** Adds the number of keys and then the keys, at least one. */
    public CommandBuilder<K, V> countedKeys(String name, K[] keys) {
        return number(notEmpty(name, keys).length).keys(name, keys);
    }

    /** Adds the number of keys and then the keys, at least one. */
    public CommandBuilder<K, V> countedKeys(String name, Collection<? extends K> keys) {
        return number(notEmpty(name, keys).size()).keys(name, keys);
    }

    /** Adds a value. */
    public CommandBuilder<K, V> value(V value) {
        return value("value", value);
    }

    /** Adds a value; the name of the caller's parameter is used when it is null. */
    public CommandBuilder<K, V> value(String name, V value) {
        return encoded(name, codec.values(), value);
    }

    /** Adds several values, at least one. */
    public CommandBuilder<K, V> values(String name, V[] values) {
        for (V value : notEmpty(name, values)) {
            value(name, value);
        }
        return this;
    }

    /** Adds several values, at least one. */
    public CommandBuilder<K, V> values(String name, Collection<? extends V> values) {
        for (V value : notEmpty(name, values)) {
            value(name, value);
        }
        return this;
    }

    /** Adds a value behind a mark, as a bound of a range by text has it: {@code [a} with the value, {@code (a} without it. */
    public CommandBuilder<K, V> markedValue(String name, char mark, V value) {
        byte[] encoded = encodedBytes(name, codec.values(), notNull(name, value));
        byte[] marked = new byte[encoded.length + 1];
        marked[0] = (byte) mark;
        System.arraycopy(encoded, 0, marked, 1, encoded.length);
        request.argument(marked);
        return this;
    }

    /** Adds keys or fields and their values in turns, at least one pair. */
    public CommandBuilder<K, V> pairs(String name, Map<? extends K, ? extends V> pairs) {
        for (Map.Entry<? extends K, ? extends V> pair : notEmpty(name, pairs).entrySet()) {
            key("a key of " + name, pair.getKey());
            value("a value of " + name, pair.getValue());
        }
        return this;
    }

    /** Adds a constant word of the command, such as {@code EX}. */
    public CommandBuilder<K, V> word(String word) {
        request.ascii(word);
        return this;
    }

    /** Adds a text as UTF-8: a pattern, a name. */
    public CommandBuilder<K, V> text(String name, String text) {
        request.argument(utf8(name, notNull(name, text)));
        return this;
    }

    /** Adds a text given as characters, such as a password, as UTF-8; the characters are not kept. */
    public CommandBuilder<K, V> secret(String name, char[] text) {
        CharBuffer characters = CharBuffer.wrap(notNull(name, text));
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(characters);
            request.argument(buffer.array(), buffer.arrayOffset(), buffer.remaining());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    position(name) + " has half of a surrogate pair, which UTF-8 cannot encode", e);
        }
        return this;
    }

    /** Adds a whole number. */
    public CommandBuilder<K, V> number(long number) {
        request.argument(number);
        return this;
    }

    /** Adds a floating-point number. */
    public CommandBuilder<K, V> number(double number) {
        request.argument(number);
        return this;
    }

    /** Adds bytes as they are. */
    public CommandBuilder<K, V> bytes(String name, byte[] bytes) {
        request.argument(notNull(name, bytes));
        return this;
    }

    /** Adds a time span in whole seconds; one that is not a whole number of seconds is refused. */
    public CommandBuilder<K, V> seconds(String name, Duration duration) {
        return number(Arguments.wholeSeconds(name, duration));
    }

    /** Adds a time span in whole milliseconds; a finer one, and one of more than 2^63 ms, is refused. */
    public CommandBuilder<K, V> millis(String name, Duration duration) {
        return number(Arguments.wholeMillis(name, duration));
    }

    /**
     * Adds the time for which the server may hold back the reply, in seconds, with a fraction where there is one (since
     * 6.0.0). One millisecond is sent as two, as Redis 6.2 would round it down to zero, which is without end.
     *
     * @param timeout in whole milliseconds; zero for without end
     */
    public CommandBuilder<K, V> blockSeconds(String name, Duration timeout) {
        long millis = Arguments.notNegativeMillis(name, timeout);
        blocking = new Command.Blocking(true, timeout);
        return millis % 1_000 == 0 ? number(millis / 1_000) : number(Math.max(millis, 2) / 1_000.0);
    }

    /**
     * Adds the time for which the server may hold back the reply, in milliseconds.
     *
     * @param timeout in whole milliseconds; zero for without end
     */
    public CommandBuilder<K, V> blockMillis(String name, Duration timeout) {
        long millis = Arguments.notNegativeMillis(name, timeout);
        blocking = new Command.Blocking(true, timeout);
        return number(millis);
    }

    /** Notes that the server may hold back the reply, for a time that is not known here. */
    public CommandBuilder<K, V> mayBlock() {
        blocking = Command.Blocking.UNKNOWN;
        return this;
    }

    /** Notes that the reply's decoder is the caller's own, which never runs on a thread that reads for others. */
    public CommandBuilder<K, V> decodedByCaller() {
        decodedByCaller = true;
        return this;
    }

    /** Adds all arguments of another command, the words of its name included. */
    public CommandBuilder<K, V> command(String name, Command<?> other) {
        request.arguments(notNull(name, other).request());
        return this;
    }

    /** Adds typed options. */
    public CommandBuilder<K, V> args(String name, CommandArgs args) {
        notNull(name, args).writeTo(this);
        return this;
    }

    /** The finished command; its reply is read by this decoder. */
    public <T extends @Nullable Object> Command<T> reply(ReplyDecoder<T> decoder) {
        boolean userCode =
                decodedByCaller || !(RedisCodec.isBuiltIn(codec.keys()) && RedisCodec.isBuiltIn(codec.values()));
        return new Command<>(spec, request.encode(), decoder, userCode, blocking);
    }

    /** The argument, or an exception that names the caller's parameter when it is null. */
    public static <T> T notNull(String name, @Nullable T argument) {
        if (argument == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return argument;
    }

    /** The arguments, or an exception that names the caller's parameter when there are none. */
    public static <T> T[] notEmpty(String name, T @Nullable [] arguments) {
        T[] present = notNull(name, arguments);
        if (present.length == 0) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return present;
    }

    /** The arguments, or an exception that names the caller's parameter when there are none. */
    public static <T, C extends Collection<T>> C notEmpty(String name, @Nullable C arguments) {
        C present = notNull(name, arguments);
        if (present.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return present;
    }

    /** The pairs, or an exception that names the caller's parameter when there are none. */
    public static <T, U> Map<T, U> notEmpty(String name, @Nullable Map<T, U> pairs) {
        Map<T, U> present = notNull(name, pairs);
        if (present.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return present;
    }

    private <T> CommandBuilder<K, V> encoded(String name, ValueCodec<T> valueCodec, @Nullable T value) {
        T present = notNull(name, value);
        request.argument(encodedBytes(name, valueCodec, present));
        return this;
    }

    private <T> byte[] encodedBytes(String name, ValueCodec<T> valueCodec, T value) {
        if (value instanceof String text && valueCodec == RedisCodec.utf8Values()) {
            return utf8(name, text);
        }
        return RedisCodec.isBuiltIn(valueCodec) ? valueCodec.encode(value) : encodedByUser(name, valueCodec, value);
    }

    @SuppressWarnings("CatchThrowable")
    private static <T> byte[] encodedByUser(String name, ValueCodec<T> valueCodec, T value) {
        byte @Nullable [] encoded;
        try {
            encoded = valueCodec.encode(value);
        } catch (Throwable e) {
            throw RedisCodecException.encoding("the codec could not encode " + name, e);
        }
        if (encoded == null) {
            throw RedisCodecException.encoding("the codec encoded " + name + " to null", null);
        }
        return encoded;
    }

    private byte[] utf8(String name, String text) {
        try {
            return RedisCodec.utf8Values().encode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(position(name) + ": " + e.getMessage(), e);
        }
    }

    private String position(String name) {
        return name + " (argument " + (request.arguments() + 1) + ")";
    }
}
