package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;

/** When what GETEX or HGETEX has read shall expire from now on. Immutable. */
public final class GetExArgs implements CommandArgs {
    private final Expiry expiry;

    private GetExArgs(Expiry expiry) {
        this.expiry = expiry;
    }

    /**
     * After some seconds (EX).
     *
     * @param ttl longer than zero, in whole seconds
     */
    public static GetExArgs ex(Duration ttl) {
        return new GetExArgs(Expiry.ex(ttl));
    }

    /**
     * After some milliseconds (PX).
     *
     * @param ttl longer than zero, in whole milliseconds
     */
    public static GetExArgs px(Duration ttl) {
        return new GetExArgs(Expiry.px(ttl));
    }

    /**
     * At a moment (EXAT).
     *
     * @param moment a whole second; one in the past deletes what was read
     */
    public static GetExArgs exAt(Instant moment) {
        return new GetExArgs(Expiry.exAt(moment));
    }

    /**
     * At a moment (PXAT).
     *
     * @param moment what is finer than milliseconds is dropped; one in the past deletes what was read
     */
    public static GetExArgs pxAt(Instant moment) {
        return new GetExArgs(Expiry.pxAt(moment));
    }

    /** Never (PERSIST). */
    public static GetExArgs persist() {
        return new GetExArgs(Expiry.NEVER);
    }

    /** Whether running the command twice with these options is as good as running it once. */
    public boolean isIdempotent() {
        return !expiry.isMoment();
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        expiry.writeTo(command);
    }
}
