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
     * After a time: in seconds (EX), or in milliseconds (PX) where it is not a whole number of seconds.
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    public static GetExArgs ex(Duration ttl) {
        return new GetExArgs(Expiry.ex(ttl));
    }

    /**
     * After some milliseconds (PX).
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    public static GetExArgs px(Duration ttl) {
        return new GetExArgs(Expiry.px(ttl));
    }

    /**
     * At a moment: in seconds (EXAT), or in milliseconds (PXAT) where it is not a whole second.
     *
     * @param moment rounded up to the millisecond; one in the past deletes what was read
     */
    public static GetExArgs exAt(Instant moment) {
        return new GetExArgs(Expiry.exAt(moment));
    }

    /**
     * At a moment (PXAT).
     *
     * @param moment rounded up to the millisecond; one in the past deletes what was read
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
        return !expiry.ends();
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        expiry.writeTo(command);
    }
}
