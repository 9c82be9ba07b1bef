package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.ServerNumbers;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names and values that a server tells of something, read whole and then asked for by name: a map of RESP3, or an array
 * of names and values in turns. What is not asked for is passed over.
 */
final class InfoFields {
    private static final ReplyDecoder<Map<String, @Nullable Object>> FIELDS =
            ReplyDecoders.map(ReplyDecoders.string(), ReplyDecoders.any());

    private final Map<String, @Nullable Object> values;

    private InfoFields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    static InfoFields read(ReplyReader reply) throws IOException {
        return new InfoFields(FIELDS.decode(reply));
    }

    /** The same of a part of a reply that has been read as plain values; null and an empty array have no fields. */
    static InfoFields of(@Nullable Object part) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (part instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        } else if (part instanceof List<?> list) {
            for (int i = 0; i + 1 < list.size(); i += 2) {
                values.put(String.valueOf(list.get(i)), list.get(i + 1));
            }
        } else if (part != null) {
            throw new UnexpectedReplyException("expected names and values, but the server sent a single value");
        }
        return new InfoFields(values);
    }

    /** All of them, in the server's order. */
    Map<String, @Nullable Object> all() {
        return values;
    }

    /** A number without its fraction; -1 if it is missing or not finite. */
    long number(String name) {
        Long number = numberOrNull(name);
        return number == null ? -1 : number;
    }

    /** A number without its fraction; null if it is missing or not finite. */
    @Nullable
    Long numberOrNull(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        return Double.isFinite(parsed(name, value)) ? ServerNumbers.whole(String.valueOf(value)) : null;
    }

    /** A floating-point number; NaN if it is missing. */
    double real(String name) {
        Object value = values.get(name);
        return value == null ? Double.NaN : parsed(name, value);
    }

    /** A text; null if it is missing. */
    @Nullable
    String text(String name) {
        Object value = values.get(name);
        return value == null ? null : String.valueOf(value);
    }

    /** A list; empty if it is missing. */
    List<@Nullable Object> list(String name) {
        return listOf(values.get(name));
    }

    /** Names and values within; none if they are missing. */
    InfoFields fields(String name) {
        return of(values.get(name));
    }

    /** A part of a reply that has been read as plain values as a list; null is an empty one. */
    @SuppressWarnings("unchecked") // The plain values are a list of whatever the server sent.
    static List<@Nullable Object> listOf(@Nullable Object part) {
        if (part == null) {
            return List.of();
        }
        if (!(part instanceof Collection<?>)) {
            throw new UnexpectedReplyException("expected a list, but the server sent a single value");
        }
        return (List<@Nullable Object>) part;
    }

    private static double parsed(String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        Double number = ServerNumbers.real(String.valueOf(value));
        if (number == null) {
            throw new UnexpectedReplyException("expected a number for " + name + ", but the server sent a text");
        }
        return number;
    }
}
