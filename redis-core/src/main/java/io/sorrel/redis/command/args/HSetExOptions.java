package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The options of HSETEX behind every step of {@link HSetExArgs}. */
record HSetExOptions(@Nullable Expiry expiry, @Nullable String condition)
        implements HSetExArgs.Expiring, HSetExArgs.Conditional {

    static HSetExOptions of(Expiry expiry) {
        return new HSetExOptions(expiry, null);
    }

    static HSetExOptions of(String condition) {
        return new HSetExOptions(null, condition);
    }

    @Override
    public HSetExArgs fnx() {
        return new HSetExOptions(expiry, "FNX");
    }

    @Override
    public HSetExArgs fxx() {
        return new HSetExOptions(expiry, "FXX");
    }

    @Override
    public HSetExArgs ex(Duration ttl) {
        return new HSetExOptions(Expiry.ex(ttl), condition);
    }

    @Override
    public HSetExArgs px(Duration ttl) {
        return new HSetExOptions(Expiry.px(ttl), condition);
    }

    @Override
    public HSetExArgs exAt(Instant moment) {
        return new HSetExOptions(Expiry.exAt(moment), condition);
    }

    @Override
    public HSetExArgs pxAt(Instant moment) {
        return new HSetExOptions(Expiry.pxAt(moment), condition);
    }

    @Override
    public HSetExArgs keepTtl() {
        return new HSetExOptions(Expiry.KEEP, condition);
    }

    @Override
    public boolean isIdempotent() {
        return condition == null || (condition.equals("FXX") && (expiry == null || !expiry.ends()));
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
