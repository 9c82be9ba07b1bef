package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Options of XCLAIM: what the server notes of the delivery. Immutable. */
public final class XClaimArgs implements CommandArgs {
    private static final long COUNTED_BY_SERVER = -1;
    private static final XClaimArgs DEFAULTS = new XClaimArgs(null, 0, COUNTED_BY_SERVER, false, null);

    private final @Nullable String delivered;
    private final long deliveredMillis;
    private final long deliveries;
    private final boolean force;
    private final @Nullable StreamId lastId;

    private XClaimArgs(
            @Nullable String delivered,
            long deliveredMillis,
            long deliveries,
            boolean force,
            @Nullable StreamId lastId) {
        this.delivered = delivered;
        this.deliveredMillis = deliveredMillis;
        this.deliveries = deliveries;
        this.force = force;
        this.lastId = lastId;
    }

    /** Delivered now, once more than before, and only what is pending. */
    public static XClaimArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Counts as delivered some time ago (IDLE); replaces {@link #deliveredAt}.
     *
     * @param age in whole milliseconds, not negative
     */
    public XClaimArgs deliveredBefore(Duration age) {
        return new XClaimArgs("IDLE", Arguments.notNegativeMillis("age", age), deliveries, force, lastId);
    }

    /**
     * Counts as delivered at a moment (TIME); replaces {@link #deliveredBefore}.
     *
     * @param moment after the epoch; what is finer than milliseconds is dropped; the server takes one in the future for
     *     now
     */
    public XClaimArgs deliveredAt(Instant moment) {
        return new XClaimArgs("TIME", Arguments.epochMillis("moment", moment), deliveries, force, lastId);
    }

    /**
     * Counts as delivered so many times (RETRYCOUNT).
     *
     * @param deliveries not negative
     */
    public XClaimArgs deliveries(long deliveries) {
        return new XClaimArgs(
                delivered, deliveredMillis, Arguments.notNegative("deliveries", deliveries), force, lastId);
    }

    /** Also entries that are not pending, if the stream has them (FORCE). */
    public XClaimArgs force() {
        return new XClaimArgs(delivered, deliveredMillis, deliveries, true, lastId);
    }

    /** Raises the last ID that the group was given to this one, if it is lower (LASTID). */
    public XClaimArgs lastId(StreamId id) {
        return new XClaimArgs(delivered, deliveredMillis, deliveries, force, CommandBuilder.notNull("id", id));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (delivered != null) {
            command.word(delivered).number(deliveredMillis);
        }
        if (deliveries != COUNTED_BY_SERVER) {
            command.word("RETRYCOUNT").number(deliveries);
        }
        if (force) {
            command.word("FORCE");
        }
        if (lastId != null) {
            command.word("LASTID").word(lastId.toString());
        }
    }
}
