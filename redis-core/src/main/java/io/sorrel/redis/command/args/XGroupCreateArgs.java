package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of XGROUP CREATE. Immutable. */
public final class XGroupCreateArgs implements CommandArgs {
    private static final long NOT_KNOWN = -1;
    private static final XGroupCreateArgs DEFAULTS = new XGroupCreateArgs(false, NOT_KNOWN);

    private final boolean makeStream;
    private final long entriesRead;

    private XGroupCreateArgs(boolean makeStream, long entriesRead) {
        this.makeStream = makeStream;
        this.entriesRead = entriesRead;
    }

    /** The stream must exist. */
    public static XGroupCreateArgs defaults() {
        return DEFAULTS;
    }

    /** Makes an empty stream if the key does not exist (MKSTREAM). */
    public XGroupCreateArgs makeStream() {
        return new XGroupCreateArgs(true, entriesRead);
    }

    /**
     * How many entries the group counts as read, from which the server computes its lag (ENTRIESREAD, since 7.0.0).
     *
     * @param entries not negative
     */
    public XGroupCreateArgs entriesRead(long entries) {
        return new XGroupCreateArgs(makeStream, Arguments.notNegative("entries", entries));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (makeStream) {
            command.word("MKSTREAM");
        }
        if (entriesRead != NOT_KNOWN) {
            command.word("ENTRIESREAD").number(entriesRead);
        }
    }
}
