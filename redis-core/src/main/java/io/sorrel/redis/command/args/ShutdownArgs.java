package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of SHUTDOWN: what is saved, and what the server waits for. Immutable. */
public final class ShutdownArgs implements CommandArgs {
    private static final ShutdownArgs DEFAULTS = new ShutdownArgs(null, false, false);

    private final @Nullable String saving;
    private final boolean now;
    private final boolean force;

    private ShutdownArgs(@Nullable String saving, boolean now, boolean force) {
        this.saving = saving;
        this.now = now;
        this.force = force;
    }

    /** Saves the data if the server is configured to save it at times, and waits for replicas that lag behind. */
    public static ShutdownArgs defaults() {
        return DEFAULTS;
    }

    /** Saves the data in any case (SAVE). */
    public static ShutdownArgs save() {
        return new ShutdownArgs("SAVE", false, false);
    }

    /** Does not save the data (NOSAVE). */
    public static ShutdownArgs noSave() {
        return new ShutdownArgs("NOSAVE", false, false);
    }

    /** Does not wait for replicas that lag behind (NOW, since 7.0.0). */
    public ShutdownArgs now() {
        return new ShutdownArgs(saving, true, force);
    }

    /** Also if the data cannot be saved (FORCE, since 7.0.0). */
    public ShutdownArgs force() {
        return new ShutdownArgs(saving, now, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (saving != null) {
            command.word(saving);
        }
        if (now) {
            command.word("NOW");
        }
        if (force) {
            command.word("FORCE");
        }
    }
}
