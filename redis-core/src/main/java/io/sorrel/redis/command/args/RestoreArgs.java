package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Options of RESTORE: the expiry of the key, whether it may exist, and what eviction thinks of it. Immutable. */
public final class RestoreArgs implements CommandArgs {
    private static final RestoreArgs DEFAULTS = new RestoreArgs(0, false, false, null, 0);

    private final long expiry;
    private final boolean absolute;
    private final boolean replace;
    private final @Nullable String evictionWord;
    private final long eviction;

    private RestoreArgs(long expiry, boolean absolute, boolean replace, @Nullable String evictionWord, long eviction) {
        this.expiry = expiry;
        this.absolute = absolute;
        this.replace = replace;
        this.evictionWord = evictionWord;
        this.eviction = eviction;
    }

    /** No expiry, and only if the key does not exist. */
    public static RestoreArgs defaults() {
        return DEFAULTS;
    }

    /**
     * The key expires after a time.
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    public RestoreArgs ttl(Duration ttl) {
        requireNoExpiry();
        return new RestoreArgs(Arguments.positiveMillis("ttl", ttl), false, replace, evictionWord, eviction);
    }

    /**
     * The key expires at a moment (ABSTTL, since 5.0.0).
     *
     * @param moment rounded up to the millisecond; with one in the past no key is made
     */
    public RestoreArgs expireAt(Instant moment) {
        requireNoExpiry();
        return new RestoreArgs(Arguments.endMillis("moment", moment), true, replace, evictionWord, eviction);
    }

    /** Also if the key exists; it is deleted first (REPLACE, since 3.0.0). */
    public RestoreArgs replace() {
        return new RestoreArgs(expiry, absolute, true, evictionWord, eviction);
    }

    /**
     * The key counts as unused for a time (IDLETIME, since 5.0.0); not together with a frequency.
     *
     * @param idleTime not negative, in whole seconds
     */
    public RestoreArgs idleTime(Duration idleTime) {
        requireNoEviction();
        if (CommandBuilder.notNull("idleTime", idleTime).isNegative() || idleTime.getNano() != 0) {
            throw new IllegalArgumentException("idleTime must be whole seconds and not negative, but is " + idleTime);
        }
        return new RestoreArgs(expiry, absolute, replace, "IDLETIME", idleTime.getSeconds());
    }

    /**
     * The key counts as used with a frequency (FREQ, since 5.0.0); not together with an idle time.
     *
     * @param frequency logarithmic counter as OBJECT FREQ gives it, 0 to 255
     */
    public RestoreArgs frequency(int frequency) {
        requireNoEviction();
        return new RestoreArgs(expiry, absolute, replace, "FREQ", Arguments.between("frequency", frequency, 0, 255));
    }

    /** Writes the expiry, which stands before the serialised value; zero is none. */
    public void writeExpiryTo(CommandBuilder<?, ?> command) {
        command.number(expiry);
    }

    /** Writes what stands behind the serialised value. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (replace) {
            command.word("REPLACE");
        }
        if (absolute) {
            command.word("ABSTTL");
        }
        if (evictionWord != null) {
            command.word(evictionWord).number(eviction);
        }
    }

    private void requireNoExpiry() {
        if (expiry != 0) {
            throw new IllegalArgumentException("ttl and expireAt: give at most one expiry, once");
        }
    }

    private void requireNoEviction() {
        if (evictionWord != null) {
            throw new IllegalArgumentException("idleTime and frequency: give at most one of them, once");
        }
    }
}
