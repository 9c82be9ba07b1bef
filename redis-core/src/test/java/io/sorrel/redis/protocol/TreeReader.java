package io.sorrel.redis.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the next value of a reader as a tree, through its typed methods. */
final class TreeReader {
    private TreeReader() {}

    static ReplyTree read(RespReader reader) throws IOException {
        RespType type = reader.peek();
        return switch (type) {
            case NULL -> {
                if (!reader.readNull()) {
                    throw new AssertionError("peek() said null, readNull() says no");
                }
                yield ReplyTree.scalar(type, "");
            }
            case SIMPLE_STRING, BULK_STRING ->
                ReplyTree.scalar(type, new String(reader.readBytes(), StandardCharsets.ISO_8859_1));
            case ERROR, BLOB_ERROR -> ReplyTree.scalar(RespType.ERROR, reader.readError());
            case INTEGER -> ReplyTree.scalar(type, reader.readLong());
            case DOUBLE -> ReplyTree.scalar(type, reader.readDouble());
            case BOOLEAN -> ReplyTree.scalar(type, reader.readBoolean());
            case BIG_NUMBER -> ReplyTree.scalar(type, reader.readBigNumber());
            case VERBATIM -> ReplyTree.scalar(type, reader.readVerbatim());
            case ARRAY, SET, PUSH -> elements(reader, type, reader.readArrayHeader());
            case MAP -> elements(reader, type, 2L * reader.readMapHeader());
        };
    }

    private static ReplyTree elements(RespReader reader, RespType type, long count) throws IOException {
        List<ReplyTree> children = new ArrayList<>(RespReader.initialCapacity((int) Math.min(count, 64)));
        for (long i = 0; i < count; i++) {
            children.add(read(reader));
        }
        return ReplyTree.aggregate(type, children);
    }
}
