package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;

/** Which entries a consumer of a group reads. Immutable. */
public final class GroupStart implements CommandArgs {
    private static final GroupStart UNDELIVERED = new GroupStart(">");
    private static final GroupStart PENDING = new GroupStart(StreamId.MIN.toString());

    private final String position;

    private GroupStart(String position) {
        this.position = position;
    }

    /** Entries that no consumer of the group has been given so far. */
    public static GroupStart undelivered() {
        return UNDELIVERED;
    }

    /** Entries that this consumer has been given and has not acknowledged: what to begin with after a crash. */
    public static GroupStart pending() {
        return PENDING;
    }

    /** Those entries that this consumer has been given and has not acknowledged which come after an ID. */
    public static GroupStart pendingAfter(StreamId id) {
        return new GroupStart(CommandBuilder.notNull("id", id).toString());
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(position);
    }
}
