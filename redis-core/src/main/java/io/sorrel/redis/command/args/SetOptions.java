package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The options of SET behind every step of {@link SetArgs}. */
record SetOptions(@Nullable Expiry expiry, @Nullable String condition)
        implements SetArgs.Expiring, SetArgs.Conditional {

    static SetOptions of(Expiry expiry) {
        return new SetOptions(expiry, null);
    }

    static SetOptions of(String condition) {
        return new SetOptions(null, condition);
    }

    @Override
    public SetArgs nx() {
        return new SetOptions(expiry, "NX");
    }

    @Override
    public SetArgs xx() {
        return new SetOptions(expiry, "XX");
    }

    @Override
    public SetArgs ex(Duration ttl) {
        return new SetOptions(Expiry.ex(ttl), condition);
    }

    @Override
    public SetArgs px(Duration ttl) {
        return new SetOptions(Expiry.px(ttl), condition);
    }

    @Override
    public SetArgs exAt(Instant moment) {
        return new SetOptions(Expiry.exAt(moment), condition);
    }

    @Override
    public SetArgs pxAt(Instant moment) {
        return new SetOptions(Expiry.pxAt(moment), condition);
    }

    @Override
    public SetArgs keepTtl() {
        return new SetOptions(Expiry.KEEP, condition);
    }

    @Override
    public boolean isIdempotent() {
        return condition == null || (condition.equals("XX") && (expiry == null || !expiry.ends()));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (condition != null) {
            command.word(condition);
        }
        if (expiry != null) {
            expiry.writeTo(command);
        }
    }
}
