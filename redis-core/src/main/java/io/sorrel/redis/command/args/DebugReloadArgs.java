package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of DEBUG RELOAD: what happens to the data before it is read from disk. Immutable. */
public final class DebugReloadArgs implements CommandArgs {
    private static final DebugReloadArgs DEFAULTS = new DebugReloadArgs(true, true, false);

    private final boolean save;
    private final boolean flush;
    private final boolean merge;

    private DebugReloadArgs(boolean save, boolean flush, boolean merge) {
        this.save = save;
        this.flush = flush;
        this.merge = merge;
    }

    /** Writes the data to disk and deletes it, then reads it back. */
    public static DebugReloadArgs defaults() {
        return DEFAULTS;
    }

    /** Reads the file that is there, without writing it first (NOSAVE): what is not in it is lost. */
    public DebugReloadArgs noSave() {
        return new DebugReloadArgs(false, flush, merge);
    }

    /** Does not delete the data first (NOFLUSH); the server ends itself when it reads a key that is there. */
    public DebugReloadArgs noFlush() {
        return new DebugReloadArgs(save, false, merge);
    }

    /** Does not delete the data first, and keys that are there take the value that is read (NOFLUSH with MERGE). */
    public DebugReloadArgs merge() {
        return new DebugReloadArgs(save, false, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (merge) {
            command.word("MERGE");
        }
        if (!flush) {
            command.word("NOFLUSH");
        }
        if (!save) {
            command.word("NOSAVE");
        }
    }
}
