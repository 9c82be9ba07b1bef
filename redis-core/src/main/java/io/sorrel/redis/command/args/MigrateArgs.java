package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of MIGRATE. Immutable. */
public final class MigrateArgs implements CommandArgs {
    private static final MigrateArgs DEFAULTS = new MigrateArgs(false, false, null, null);

    private final boolean copy;
    private final boolean replace;
    private final @Nullable String username;
    private final char @Nullable [] password;

    private MigrateArgs(boolean copy, boolean replace, @Nullable String username, char @Nullable [] password) {
        this.copy = copy;
        this.replace = replace;
        this.username = username;
        this.password = password;
    }

    /** Moves the keys, to a server that asks for no password, where they do not exist. */
    public static MigrateArgs defaults() {
        return DEFAULTS;
    }

    /** Leaves the keys where they are, too (COPY, since 3.0.0). */
    public MigrateArgs copy() {
        return new MigrateArgs(true, replace, username, password);
    }

    /** Replaces keys that exist at the target (REPLACE, since 3.0.0). */
    public MigrateArgs replace() {
        return new MigrateArgs(copy, true, username, password);
    }

    /**
     * Logs in at the target with the password of the user {@code default} (AUTH, since 4.0.7).
     *
     * @param password copied
     */
    public MigrateArgs auth(char[] password) {
        return new MigrateArgs(
                copy,
                replace,
                null,
                CommandBuilder.notNull("password", password).clone());
    }

    /**
     * Logs in at the target as a user of its access control list (AUTH2, since 6.0.0).
     *
     * @param username name of the user
     * @param password copied
     */
    public MigrateArgs auth(String username, char[] password) {
        return new MigrateArgs(
                copy,
                replace,
                CommandBuilder.notNull("username", username),
                CommandBuilder.notNull("password", password).clone());
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (copy) {
            command.word("COPY");
        }
        if (replace) {
            command.word("REPLACE");
        }
        if (password != null) {
            if (username == null) {
                command.word("AUTH");
            } else {
                command.word("AUTH2").text("username", username);
            }
            command.secret("password", password);
        }
    }
}
