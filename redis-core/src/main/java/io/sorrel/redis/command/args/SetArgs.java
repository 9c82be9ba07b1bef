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
     * The value expires after some seconds (EX).
     *
     * @param ttl longer than zero, in whole seconds
     */
    static Expiring ex(Duration ttl) {
        return SetOptions.of(Expiry.ex(ttl));
    }

    /**
     * The value expires after some milliseconds (PX).
     *
     * @param ttl longer than zero, in whole milliseconds
     */
    static Expiring px(Duration ttl) {
        return SetOptions.of(Expiry.px(ttl));
    }

    /**
     * The value expires at a moment (EXAT, since 6.2.0).
     *
     * @param moment a whole second; one in the past deletes the key
     */
    static Expiring exAt(Instant moment) {
        return SetOptions.of(Expiry.exAt(moment));
    }

    /**
     * The value expires at a moment (PXAT, since 6.2.0).
     *
     * @param moment what is finer than milliseconds is dropped; one in the past deletes the key
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
         * The same, and the value expires after some seconds (EX).
         *
         * @param ttl longer than zero, in whole seconds
         */
        SetArgs ex(Duration ttl);

        /**
         * The same, and the value expires after some milliseconds (PX).
         *
         * @param ttl longer than zero, in whole milliseconds
         */
        SetArgs px(Duration ttl);

        /**
         * The same, and the value expires at a moment (EXAT, since 6.2.0).
         *
         * @param moment a whole second; one in the past deletes the key
         */
        SetArgs exAt(Instant moment);

        /**
         * The same, and the value expires at a moment (PXAT, since 6.2.0).
         *
         * @param moment what is finer than milliseconds is dropped; one in the past deletes the key
         */
        SetArgs pxAt(Instant moment);

        /** The same, and the key keeps the expiry that it has (KEEPTTL, since 6.0.0). */
        SetArgs keepTtl();
    }
}
