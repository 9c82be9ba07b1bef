package io.sorrel.redis.command;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.protocol.RespReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decoders that most replies are made of; collections keep the server's order and can be changed by the caller. */
public final class ReplyDecoders {
    private static final double EXACT = 1L << 53;
    private static final ReplyDecoder<String> STRING = ReplyReader::readString;
    private static final ReplyDecoder<Long> INTEGER = ReplyReader::readLong;

    private ReplyDecoders() {}

    /** A reply that can only be a status such as OK. */
    @SuppressWarnings("NullAway") // The result may be null; compilers before JDK 22 do not tell NullAway.
    public static ReplyDecoder<@Nullable Void> ok() {
        return reply -> {
            reply.readString();
            return null;
        };
    }

    /** A whole number. */
    public static ReplyDecoder<Long> integer() {
        return INTEGER;
    }

    /** A floating-point number. */
    public static ReplyDecoder<Double> real() {
        return ReplyReader::readDouble;
    }

    /** A yes or no. */
    public static ReplyDecoder<Boolean> bool() {
        return ReplyReader::readBoolean;
    }

    /** A text in UTF-8, whatever the codec. */
    public static ReplyDecoder<String> string() {
        return STRING;
    }

    /** Bytes as they are, whatever the codec. */
    public static ReplyDecoder<byte[]> bytes() {
        return ReplyReader::readBytes;
    }

    /** A number of seconds. */
    public static ReplyDecoder<Duration> seconds() {
        return reply -> Duration.ofSeconds(reply.readLong());
    }

    /** A moment in seconds since the epoch. */
    public static ReplyDecoder<Instant> epochSeconds() {
        return reply -> Instant.ofEpochSecond(reply.readLong());
    }

    /** A string as its codec reads it. */
    @SuppressWarnings("unchecked") // T is String where the codec is the built-in one of strings.
    public static <T> ReplyDecoder<T> value(ValueCodec<T> codec) {
        if (codec == RedisCodec.utf8Values()) {
            return (ReplyDecoder<T>) string();
        }
        if (RedisCodec.isBuiltIn(codec)) {
            return reply -> codec.decode(reply.readBytes());
        }
        return reply -> decode(codec, reply.readBytes());
    }

    /** A string as its codec reads it, or a number as the codec reads its text; 2 is the text of 2.0. */
    public static <T> ReplyDecoder<T> textValue(ValueCodec<T> codec) {
        ReplyDecoder<T> text = value(codec);
        return reply -> switch (reply.peek()) {
            case INTEGER -> ofText(codec, Long.toString(reply.readLong()));
            case DOUBLE -> ofText(codec, text(reply.readDouble()));
            default -> text.decode(reply);
        };
    }

    /** What the other decoder reads, or null. */
    @SuppressWarnings("NullAway") // The result may be null; compilers before JDK 22 do not tell NullAway.
    public static <T> ReplyDecoder<@Nullable T> nullable(ReplyDecoder<T> decoder) {
        return reply -> reply.readNull() ? null : decoder.decode(reply);
    }

    /** A list; a null reply is an empty one. */
    public static <T extends @Nullable Object> ReplyDecoder<List<T>> list(ReplyDecoder<T> element) {
        return reply -> {
            int size = reply.readArrayHeader();
            List<T> list = new ArrayList<>(capacity(size));
            for (int i = 0; i < size; i++) {
                list.add(element.decode(reply));
            }
            return list;
        };
    }

    /** A set in the server's order, which finds byte arrays by their contents; a null reply is an empty one. */
    public static <T> ReplyDecoder<Set<T>> set(ReplyDecoder<T> element) {
        return reply -> {
            int size = reply.readArrayHeader();
            Set<T> set = mayBeArray(element)
                    ? new ContentSet<>(new LinkedHashSet<>(hashCapacity(size)))
                    : new LinkedHashSet<>(hashCapacity(size));
            for (int i = 0; i < size; i++) {
                set.add(element.decode(reply));
            }
            return set;
        };
    }

    /**
     * A map in the server's order, which finds keys that are byte arrays by their contents; a null reply is an empty one.
     */
    public static <K, V extends @Nullable Object> ReplyDecoder<Map<K, V>> map(
            ReplyDecoder<K> key, ReplyDecoder<V> value) {
        return reply -> {
            int size = reply.readMapHeader();
            Map<K, V> map =
                    mayBeArray(key) ? new ContentMap<>(hashCapacity(size)) : new LinkedHashMap<>(hashCapacity(size));
            for (int i = 0; i < size; i++) {
                map.put(key.decode(reply), value.decode(reply));
            }
            return map;
        };
    }

    /** A list of pairs, which may repeat; RESP2 sends them flat, RESP3 as arrays of two. A null reply is an empty one. */
    public static <K, V extends @Nullable Object> ReplyDecoder<List<Map.Entry<K, V>>> pairs(
            ReplyDecoder<K> key, ReplyDecoder<V> value) {
        return reply -> {
            int size = reply.readArrayHeader();
            List<Map.Entry<K, V>> pairs = new ArrayList<>(capacity(size));
            boolean nested = size > 0 && reply.isArray();
            int count = nested ? size : size / 2;
            for (int i = 0; i < count; i++) {
                if (nested) {
                    reply.readArrayHeader();
                }
                pairs.add(new SimpleImmutableEntry<>(key.decode(reply), value.decode(reply)));
            }
            return pairs;
        };
    }

    /**
     * A reply of any shape as plain values: {@code null}, {@code Long}, {@code Double}, {@code Boolean},
     * {@code BigInteger}, {@code String}, {@code List}, {@code Map}; an error within an aggregate is a
     * {@code RedisServerException} as a value.
     */
    @SuppressWarnings("NullAway") // The result may be null; compilers before JDK 22 do not tell NullAway.
    public static ReplyDecoder<@Nullable Object> any() {
        return ReplyTree::read;
    }

    /** Whether what a decoder reads may be a byte array; of most decoders nothing is known. */
    private static boolean mayBeArray(ReplyDecoder<?> decoder) {
        return decoder != STRING && decoder != INTEGER;
    }

    /** A list that grows as it fills is copied again and again, and may end up where a collector is slow to free it. */
    private static int capacity(int declared) {
        return RespReader.initialCapacity(declared);
    }

    /** For a hash table, which is filled to three quarters at most. */
    private static int hashCapacity(int declared) {
        int known = RespReader.initialCapacity(declared);
        return known + known / 3 + 1;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < EXACT
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static <T> T ofText(ValueCodec<T> codec, String text) {
        return decode(codec, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever a user's codec throws becomes an exception of the codec. */
    @SuppressWarnings("CatchThrowable")
    private static <T> T decode(ValueCodec<T> codec, byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (Throwable e) {
            throw RedisCodecException.decoding("the codec could not decode a value", e);
        }
    }
}
