package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;

/** Where reading a stream starts. Immutable. */
public final class StreamStart implements CommandArgs {
    private static final StreamStart BEGINNING = new StreamStart(StreamId.MIN.toString());
    private static final StreamStart NEW_ENTRIES = new StreamStart("$");

    private final String position;

    private StreamStart(String position) {
        this.position = position;
    }

    /** With the first entry. */
    public static StreamStart beginning() {
        return BEGINNING;
    }

    /** With the first entry after an ID, whether there is an entry with that ID or not. */
    public static StreamStart after(StreamId id) {
        return new StreamStart(CommandBuilder.notNull("id", id).toString());
    }

    /**
     * With the first entry that is added after the server has read the command ({@code $}). What is added between two
     * such commands, or while a connection that was lost is made anew, is not found: go on with {@link #after} and the
     * ID of the last entry.
     */
    public static StreamStart newEntries() {
        return NEW_ENTRIES;
    }

    /** Whether it is a place that stays the same. */
    public boolean isFixed() {
        return this != NEW_ENTRIES;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(position);
    }
}
