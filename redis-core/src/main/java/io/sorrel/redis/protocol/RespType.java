package io.sorrel.redis.protocol;

import org.jspecify.annotations.Nullable;

/** The kinds of value that a reply consists of. */
public enum RespType {
    /** A line of text, {@code +}. */
    SIMPLE_STRING("a simple string"),
    /** A line that reports an error, {@code -}. */
    ERROR("an error"),
    /** A signed 64-bit number, {@code :}. */
    INTEGER("an integer"),
    /** Bytes with their length, {@code $}. */
    BULK_STRING("a bulk string"),
    /** Values in order, {@code *}. */
    ARRAY("an array"),
    /** No value: {@code _}, and in RESP2 a bulk string or an array of length -1. */
    NULL("null"),
    /** A floating-point number, {@code ,}. */
    DOUBLE("a double"),
    /** True or false, {@code #}. */
    BOOLEAN("a boolean"),
    /** An integer of any size, {@code (}. */
    BIG_NUMBER("a big number"),
    /** An error with its length, {@code !}. */
    BLOB_ERROR("an error"),
    /** Text with its length and a format of three letters, {@code =}. */
    VERBATIM("a verbatim string"),
    /** Pairs of values, {@code %}. */
    MAP("a map"),
    /** Values that the server holds to be distinct, {@code ~}. */
    SET("a set"),
    /** Values that answer no request, {@code >}; only between replies. */
    PUSH("a push message");

    private static final @Nullable RespType[] BY_TYPE_BYTE = byTypeByte();

    private final String description;

    RespType(String description) {
        this.description = description;
    }

    /** The kind in words with an article, for messages. */
    String description() {
        return description;
    }

    /** The kind that a type byte announces, or null if it announces none. */
    static @Nullable RespType of(byte typeByte) {
        return typeByte < 0 ? null : BY_TYPE_BYTE[typeByte];
    }

    private static @Nullable RespType[] byTypeByte() {
        @Nullable RespType[] types = new @Nullable RespType[128];
        types['+'] = SIMPLE_STRING;
        types['-'] = ERROR;
        types[':'] = INTEGER;
        types['$'] = BULK_STRING;
        types['*'] = ARRAY;
        types['_'] = NULL;
        types[','] = DOUBLE;
        types['#'] = BOOLEAN;
        types['('] = BIG_NUMBER;
        types['!'] = BLOB_ERROR;
        types['='] = VERBATIM;
        types['%'] = MAP;
        types['~'] = SET;
        types['>'] = PUSH;
        return types;
    }
}
