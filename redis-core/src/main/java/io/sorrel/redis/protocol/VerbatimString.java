package io.sorrel.redis.protocol;

/**
 * Text together with the format that the server gave it.
 *
 * @param format three letters, such as {@code txt} or {@code mkd}
 * @param text the text without the format
 */
public record VerbatimString(String format, String text) {}
