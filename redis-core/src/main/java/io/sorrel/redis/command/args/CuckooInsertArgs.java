package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What CF.INSERT and CF.INSERTNX do when there is no cuckoo filter yet. Immutable. */
public final class CuckooInsertArgs implements CommandArgs {
    private static final CuckooInsertArgs DEFAULTS = new CuckooInsertArgs(0);
    private static final CuckooInsertArgs NO_CREATE = new CuckooInsertArgs(-1);

    private final long capacity;

    private CuckooInsertArgs(long capacity) {
        this.capacity = capacity;
    }

    /** A filter with the server's settings is made. */
    public static CuckooInsertArgs defaults() {
        return DEFAULTS;
    }

    /** No filter is made: the command fails (NOCREATE). */
    public static CuckooInsertArgs noCreate() {
        return NO_CREATE;
    }

    /**
     * A filter for about so many items is made (CAPACITY).
     *
     * @param items at least 1; the server's default is 1024
     */
    public static CuckooInsertArgs capacity(long items) {
        return new CuckooInsertArgs(Arguments.positive("items", items));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (capacity > 0) {
            command.word("CAPACITY").number(capacity);
        } else if (capacity < 0) {
            command.word("NOCREATE");
        }
    }
}
