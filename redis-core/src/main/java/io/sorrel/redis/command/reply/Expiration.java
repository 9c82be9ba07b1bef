package io.sorrel.redis.command.reply;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a key or a hash field expires.
 *
 * @param state whether there is something that can expire, and whether it will
 * @param value the time left as a {@code Duration}, or the moment as an {@code Instant}; null unless it expires
 * @param <T> {@code Duration} or {@code Instant}, as the command says
 */
public record Expiration<T>(State state, @Nullable T value) {
    /** What is known of the key or field. */
    public enum State {
        /** There is no such key or field. */
        MISSING,
        /** It stays until it is deleted. */
        PERSISTENT,
        /** It expires. */
        EXPIRING
    }

    /** Refuses a value without an expiry, and an expiry without a value. */
    public Expiration {
        Objects.requireNonNull(state, "state");
        if ((value != null) != (state == State.EXPIRING)) {
            throw new IllegalArgumentException("value must be given if and only if state is EXPIRING");
        }
    }

    /** There is no such key or field. */
    public static <T> Expiration<T> missing() {
        return new Expiration<>(State.MISSING, null);
    }

    /** The key or field stays until it is deleted. */
    public static <T> Expiration<T> persistent() {
        return new Expiration<>(State.PERSISTENT, null);
    }

    /** The key or field expires. */
    public static <T> Expiration<T> expiring(T value) {
        return new Expiration<>(State.EXPIRING, value);
    }

    /** Whether there is such a key or field. */
    public boolean exists() {
        return state != State.MISSING;
    }

    /** Whether it expires. */
    public boolean expires() {
        return state == State.EXPIRING;
    }

    /**
     * The time left or the moment.
     *
     * @throws IllegalStateException when there is none, because nothing expires
     */
    public T orElseThrow() {
        if (value == null) {
            throw new IllegalStateException(
                    state == State.MISSING ? "there is no such key or field" : "it does not expire");
        }
        return value;
    }
}
