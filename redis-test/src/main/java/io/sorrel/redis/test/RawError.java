package io.sorrel.redis.test;

/**
 * An error reply of a server, as a value.
 *
 * @param message the text after the minus sign, such as {@code WRONGPASS invalid username-password pair}
 */
public record RawError(String message) {}
