package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * An option that says when a value expires.
 *
 * @param word the option
 * @param amount its argument, where it has one
 */
record Expiry(String word, OptionalLong amount) {
    private static final long MILLIS_PER_SECOND = 1_000;

    static final Expiry KEEP = new Expiry("KEEPTTL", OptionalLong.empty());
    static final Expiry NEVER = new Expiry("PERSIST", OptionalLong.empty());

    /** In seconds, or in milliseconds where it is not a whole number of seconds. */
    static Expiry ex(Duration ttl) {
        long millis = Arguments.positiveMillis("ttl", ttl);
        return millis % MILLIS_PER_SECOND == 0 ? of("EX", millis / MILLIS_PER_SECOND) : of("PX", millis);
    }

    static Expiry px(Duration ttl) {
        return of("PX", Arguments.positiveMillis("ttl", ttl));
    }

    /** In seconds, or in milliseconds where it is not a whole second. */
    static Expiry exAt(Instant moment) {
        long millis = Arguments.endMillis("moment", moment);
        return millis % MILLIS_PER_SECOND == 0 ? of("EXAT", millis / MILLIS_PER_SECOND) : of("PXAT", millis);
    }

    static Expiry pxAt(Instant moment) {
        return of("PXAT", Arguments.endMillis("moment", moment));
    }

    private static Expiry of(String word, long amount) {
        return new Expiry(word, OptionalLong.of(amount));
    }

    /**
     * Whether it can end what it is given to: at a moment in the past at once, and after a short time before a repeat of
     * the command, which would then find nothing.
     */
    boolean ends() {
        return amount.isPresent();
    }

    void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
        amount.ifPresent(command::number);
    }
}
