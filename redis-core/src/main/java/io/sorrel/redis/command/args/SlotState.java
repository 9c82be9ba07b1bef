package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What CLUSTER SETSLOT makes of a slot. Immutable. */
public final class SlotState implements CommandArgs {
    private final String word;
    private final @Nullable String nodeId;
    private final long timeout;

    private SlotState(String word, @Nullable String nodeId, long timeout) {
        this.word = word;
        this.nodeId = nodeId;
        this.timeout = timeout;
    }

    /**
     * The node, which does not own the slot, is getting it: callers that ask for it are served (IMPORTING).
     *
     * @param nodeId the node that it comes from
     */
    public static SlotState importing(String nodeId) {
        return new SlotState("IMPORTING", CommandBuilder.notNull("nodeId", nodeId), 0);
    }

    /**
     * The node, which owns the slot, is giving it away: callers are sent on for keys that it does not have (MIGRATING).
     *
     * @param nodeId the node that it goes to
     */
    public static SlotState migrating(String nodeId) {
        return new SlotState("MIGRATING", CommandBuilder.notNull("nodeId", nodeId), 0);
    }

    /**
     * A node owns the slot (NODE).
     *
     * @param nodeId the node that does
     */
    public static SlotState ownedBy(String nodeId) {
        return new SlotState("NODE", CommandBuilder.notNull("nodeId", nodeId), 0);
    }

    /** Neither is the slot being got nor given away (STABLE). */
    public static SlotState stable() {
        return new SlotState("STABLE", null, 0);
    }

    /**
     * How long the node waits for its replicas to know of it, before it changes the slot itself (TIMEOUT, since Valkey
     * 8.0, where it is 2 s without this).
     *
     * @param timeout longer than zero, in whole milliseconds
     */
    public SlotState timeout(Duration timeout) {
        return new SlotState(word, nodeId, Arguments.positiveMillis("timeout", timeout));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
        if (nodeId != null) {
            command.text("nodeId", nodeId);
        }
        if (timeout > 0) {
            command.word("TIMEOUT").number(timeout);
        }
    }
}
