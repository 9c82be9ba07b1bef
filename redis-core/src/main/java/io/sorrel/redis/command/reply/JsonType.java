package io.sorrel.redis.command.reply;

/** What kind of JSON value something is. */
public enum JsonType {
    /** {@code null}. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A number without a fraction. */
    INTEGER,
    /** A number with a fraction. */
    NUMBER,
    /** A text. */
    STRING,
    /** Names with values. */
    OBJECT,
    /** A list of values. */
    ARRAY
}
