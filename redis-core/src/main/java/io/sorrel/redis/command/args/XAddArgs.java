package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Options of XADD: the ID of the new entry, and which old ones are deleted. Immutable. */
public final class XAddArgs implements CommandArgs {
    private static final XAddArgs DEFAULTS = new XAddArgs("*", null);

    private final String id;
    private final @Nullable XTrimArgs trim;

    private XAddArgs(String id, @Nullable XTrimArgs trim) {
        this.id = id;
        this.trim = trim;
    }

    /** The server makes the ID from its clock, and deletes nothing. */
    public static XAddArgs defaults() {
        return DEFAULTS;
    }

    /**
     * An ID of the caller's own.
     *
     * @param id higher than that of every entry that the stream has had; higher than {@code 0-0}
     */
    public XAddArgs id(StreamId id) {
        if (CommandBuilder.notNull("id", id).equals(StreamId.MIN)) {
            throw new IllegalArgumentException("id must be higher than 0-0");
        }
        return new XAddArgs(id.toString(), trim);
    }

    /**
     * An ID with a timestamp of the caller's own, whose number within the millisecond the server makes (since 7.0.0).
     *
     * @param moment after the epoch, not before that of any entry that the stream has had; what is finer than
     *     milliseconds is dropped
     */
    public XAddArgs timestamp(Instant moment) {
        return new XAddArgs(Arguments.epochMillis("moment", moment) + "-*", trim);
    }

    /** Deletes old entries after the new one was added (MAXLEN, MINID). */
    public XAddArgs trim(XTrimArgs trim) {
        return new XAddArgs(id, CommandBuilder.notNull("trim", trim));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (trim != null) {
            trim.writeTo(command);
        }
        command.word(id);
    }
}
