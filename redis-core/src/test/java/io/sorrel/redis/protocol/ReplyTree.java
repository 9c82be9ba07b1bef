package io.sorrel.redis.protocol;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A reply as a tree, for tests.
 *
 * @param type its kind; a blob error is not told from an error, nor one null from another
 * @param value what a scalar holds: a string with one character a byte, a number, a boolean, or {@code ""}
 * @param children the elements of an aggregate; of a map, keys and values in turns
 */
record ReplyTree(RespType type, Object value, List<ReplyTree> children) {
    static ReplyTree scalar(RespType type, Object value) {
        return new ReplyTree(type, value, List.of());
    }

    static ReplyTree aggregate(RespType type, List<ReplyTree> children) {
        return new ReplyTree(type, "", children);
    }

    @Override
    public String toString() {
        String inside = children.stream().map(ReplyTree::toString).collect(Collectors.joining(" "));
        return switch (type) {
            case NULL -> "null";
            case SIMPLE_STRING -> "+" + value;
            case BULK_STRING -> "'" + value + "'";
            case ERROR, BLOB_ERROR -> "error(" + value + ")";
            case ARRAY -> "[" + inside + "]";
            case SET -> "set[" + inside + "]";
            case MAP -> "map[" + inside + "]";
            case PUSH -> "push[" + inside + "]";
            case BIG_NUMBER -> "big " + value;
            default -> value.toString();
        };
    }
}
