package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.JsonType;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the commands on JSON documents answer. */
final class JsonReplies {
    static final ReplyDecoder<@Nullable String> TEXT = ReplyDecoders.nullable(ReplyDecoders.string());
    static final ReplyDecoder<List<@Nullable String>> TEXTS = ReplyDecoders.list(TEXT);
    static final ReplyDecoder<List<@Nullable Long>> COUNTS =
            ReplyDecoders.list(ReplyDecoders.nullable(ReplyDecoders.integer()));
    static final ReplyDecoder<List<@Nullable Boolean>> ANSWERS =
            ReplyDecoders.list(ReplyDecoders.nullable(ReplyDecoders.bool()));
    static final ReplyDecoder<List<@Nullable List<String>>> NAMES =
            ReplyDecoders.list(ReplyDecoders.nullable(ReplyDecoders.list(ReplyDecoders.string())));

    private static final ReplyDecoder<List<Long>> SIZES = ReplyDecoders.list(ReplyDecoders.integer());

    private JsonReplies() {}

    /** OK, or null where the value was not set. */
    static boolean wasSet(ReplyReader reply) throws IOException {
        if (reply.readNull()) {
            return false;
        }
        reply.readString();
        return true;
    }

    /** One number for each match, or a number alone. */
    static List<Long> sizes(ReplyReader reply) throws IOException {
        if (reply.isInteger()) {
            return List.of(reply.readLong());
        }
        return SIZES.decode(reply);
    }

    /** Numbers or null; RESP2 has them as the text of a JSON array. */
    static List<@Nullable BigDecimal> numbers(ReplyReader reply) throws IOException {
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        if (reply.readNull()) {
            return numbers;
        }
        if (!reply.isArray()) {
            parse(reply.readString(), numbers);
            return numbers;
        }
        int size = reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            numbers.add(reply.readNull() ? null : number(reply));
        }
        return numbers;
    }

    /** Types; RESP3 has each match in an array of its own, and null for a missing document. */
    static List<JsonType> types(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        List<JsonType> types = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (reply.isArray()) {
                types.addAll(types(reply));
            } else if (!reply.readNull()) {
                types.add(type(reply.readString()));
            }
        }
        return types;
    }

    private static BigDecimal number(ReplyReader reply) throws IOException {
        return reply.isInteger() ? BigDecimal.valueOf(reply.readLong()) : BigDecimal.valueOf(reply.readDouble());
    }

    private static void parse(String text, List<@Nullable BigDecimal> numbers) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new UnexpectedReplyException("expected a list of numbers, but the server sent another text");
        }
        String inner = text.substring(1, text.length() - 1);
        if (inner.isBlank()) {
            return;
        }
        for (String part : inner.split(",", -1)) {
            String number = part.strip();
            try {
                numbers.add(number.equals("null") ? null : new BigDecimal(number));
            } catch (NumberFormatException e) {
                throw new UnexpectedReplyException("expected a number, but the server sent another text", e);
            }
        }
    }

    private static JsonType type(String name) {
        return switch (name) {
            case "null" -> JsonType.NULL;
            case "boolean" -> JsonType.BOOLEAN;
            case "integer" -> JsonType.INTEGER;
            case "number" -> JsonType.NUMBER;
            case "string" -> JsonType.STRING;
            case "object" -> JsonType.OBJECT;
            case "array" -> JsonType.ARRAY;
            default -> throw new UnexpectedReplyException("expected a JSON type, but the server sent another text");
        };
    }
}
