package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import java.time.Duration;
import java.time.Instant;

/**
 * Options of SET: at most one expiry and at most one condition, in either order, as in {@code SetArgs.ex(ttl).nx()} or
 * {@code SetArgs.nx().ex(ttl)}. Without an expiry the value stays until it is deleted. Immutable.
 */
public sealed interface SetArgs extends CommandArgs permits SetArgs.Expiring, SetArgs.Conditional {
    /**
     * The value expires after a time: in seconds (EX), or in milliseconds (PX) where it is not a whole number of seconds.
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    static Expiring ex(Duration ttl) {
        return SetOptions.of(Expiry.ex(ttl));
    }

    /**
     * The value expires after some milliseconds (PX).
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    static Expiring px(Duration ttl) {
        return SetOptions.of(Expiry.px(ttl));
    }

    /**
     * The value expires at a moment: in seconds (EXAT, since 6.2.0), or in milliseconds (PXAT) where it is not a whole second.
     *
     * @param moment rounded up to the millisecond; one in the past deletes the key
     */
    static Expiring exAt(Instant moment) {
        return SetOptions.of(Expiry.exAt(moment));
    }

    /**
     * The value expires at a moment (PXAT, since 6.2.0).
     *
     * @param moment rounded up to the millisecond; one in the past deletes the key
     */
    static Expiring pxAt(Instant moment) {
        return SetOptions.of(Expiry.pxAt(moment));
    }

    /** The key keeps the expiry that it has (KEEPTTL, since 6.0.0). */
    static Expiring keepTtl() {
        return SetOptions.of(Expiry.KEEP);
    }

    /** The value is set only if the key does not exist (NX). */
    static Conditional nx() {
        return SetOptions.of("NX");
    }

    /** The value is set only if the key exists (XX). */
    static Conditional xx() {
        return SetOptions.of("XX");
    }

    /** Whether running SET twice with these options is as good as running it once. */
    boolean isIdempotent();

    /** Options with an expiry, to which a condition can be added. */
    sealed interface Expiring extends SetArgs permits SetOptions {
        /** The same, only if the key does not exist (NX). */
        SetArgs nx();

        /** The same, only if the key exists (XX). */
        SetArgs xx();
    }

    /** Options with a condition, to which an expiry can be added. */
    sealed interface Conditional extends SetArgs permits SetOptions {
        /**
         * The same, and the value expires after a time: in seconds (EX), or in milliseconds (PX) where it is not a whole number of seconds.
         *
         * @param ttl longer than zero, in whole milliseconds; a finer one is refused
         */
        SetArgs ex(Duration ttl);

        /**
         * The same, and the value expires after some milliseconds (PX).
         *
         * @param ttl longer than zero, in whole milliseconds; a finer one is refused
         */
        SetArgs px(Duration ttl);

        /**
         * The same, and the value expires at a moment: in seconds (EXAT, since 6.2.0), or in milliseconds (PXAT) where it is not a whole second.
         *
         * @param moment rounded up to the millisecond; one in the past deletes the key
         */
        SetArgs exAt(Instant moment);

        /**
         * The same, and the value expires at a moment (PXAT, since 6.2.0).
         *
         * @param moment rounded up to the millisecond; one in the past deletes the key
         */
        SetArgs pxAt(Instant moment);

        /** The same, and the key keeps the expiry that it has (KEEPTTL, since 6.0.0). */
        SetArgs keepTtl();
    }
}
