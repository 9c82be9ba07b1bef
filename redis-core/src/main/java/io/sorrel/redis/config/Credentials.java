package io.sorrel.redis.config;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A user name and a password, sent with {@code AUTH} or {@code HELLO}. {@code toString} shows neither. */
public final class Credentials {
    private final @Nullable String username;
    private final char[] password;

    private Credentials(@Nullable String username, char[] password) {
        this.username = username;
        this.password = password;
    }

    /**
     * The password of the user {@code default}.
     *
     * @param password not empty
     */
    public static Credentials password(CharSequence password) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException(
                    "password must not be empty where no username is given; leave the credentials out instead");
        }
        return new Credentials(null, characters(password));
    }

    /**
     * A user of the server's access control list (Redis 6.0).
     *
     * @param username not empty
     * @param password empty for a user without password ({@code nopass})
     */
    public static Credentials of(String username, CharSequence password) {
        if (username.isEmpty()) {
            throw new IllegalArgumentException("username must not be empty; use Credentials.password(…) for none");
        }
        return new Credentials(username, characters(password));
    }

    private static char[] characters(CharSequence text) {
        char[] characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.charAt(i);
        }
        return characters;
    }

    /** The user name, or {@code null} for the user {@code default}. */
    public @Nullable String username() {
        return username;
    }

    /** A copy of the password, for the caller to overwrite after use. */
    public char[] password() {
        return password.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials that
                && Objects.equals(username, that.username)
                && Arrays.equals(password, that.password);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username, Arrays.hashCode(password));
    }

    @Override
    public String toString() {
        return username == null ? "Credentials[password ***]" : "Credentials[username ***, password ***]";
    }
}
