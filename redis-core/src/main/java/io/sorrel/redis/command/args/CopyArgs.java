package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of COPY. Immutable. */
public final class CopyArgs implements CommandArgs {
    private static final int SAME_DATABASE = -1;
    private static final CopyArgs DEFAULTS = new CopyArgs(SAME_DATABASE, false);

    private final int database;
    private final boolean replace;

    private CopyArgs(int database, boolean replace) {
        this.database = database;
        this.replace = replace;
    }

    /** Within the database of the connection, and only if the destination does not exist. */
    public static CopyArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Into another database (DB).
     *
     * @param database its number, from 0
     */
    public CopyArgs database(int database) {
        return new CopyArgs((int) Arguments.notNegative("database", database), replace);
    }

    /** Also if the destination exists; it is deleted first (REPLACE). */
    public CopyArgs replace() {
        return new CopyArgs(database, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (database != SAME_DATABASE) {
            command.word("DB").number(database);
        }
        if (replace) {
            command.word("REPLACE");
        }
    }
}
