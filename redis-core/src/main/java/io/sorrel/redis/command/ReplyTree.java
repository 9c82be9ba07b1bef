package io.sorrel.redis.command;

import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.ServerErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a reply of any shape into plain Java values; its depth is bounded by the limits of the reader. */
final class ReplyTree {
    private ReplyTree() {}

    static @Nullable Object read(ReplyReader reply) throws IOException {
        return switch (reply.peek()) {
            case NULL -> {
                reply.readNull();
                yield null;
            }
            case INTEGER -> reply.readLong();
            case DOUBLE -> reply.readDouble();
            case BOOLEAN -> reply.readBoolean();
            case BIG_NUMBER -> reply.readBigNumber();
            case SIMPLE_STRING, BULK_STRING, VERBATIM -> reply.readString();
            case ERROR, BLOB_ERROR -> ServerErrors.translate(reply.readError(), ErrorContext.NONE);
            case ARRAY, SET, PUSH -> list(reply);
            case MAP -> map(reply);
        };
    }

    private static List<@Nullable Object> list(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read(reply));
        }
        return list;
    }

    private static Map<@Nullable Object, @Nullable Object> map(ReplyReader reply) throws IOException {
        int size = reply.readMapHeader();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(read(reply), read(reply));
        }
        return map;
    }
}
