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
    static final Expiry KEEP = new Expiry("KEEPTTL", OptionalLong.empty());
    static final Expiry NEVER = new Expiry("PERSIST", OptionalLong.empty());

    static Expiry ex(Duration ttl) {
        return new Expiry("EX", OptionalLong.of(Arguments.positiveSeconds("ttl", ttl)));
    }

    static Expiry px(Duration ttl) {
        return new Expiry("PX", OptionalLong.of(Arguments.positiveMillis("ttl", ttl)));
    }

    static Expiry exAt(Instant moment) {
        return new Expiry("EXAT", OptionalLong.of(Arguments.epochSeconds("moment", moment)));
    }

    static Expiry pxAt(Instant moment) {
        return new Expiry("PXAT", OptionalLong.of(Arguments.epochMillis("moment", moment)));
    }

    /** Whether it may delete the value at once: a moment can lie in the past. */
    boolean isMoment() {
        return word.endsWith("AT");
    }

    void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
        amount.ifPresent(command::number);
    }
}
