package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import java.time.Duration;
import java.time.Instant;

/**
 * Options of HSETEX: at most one expiry and at most one condition, in either order, as in {@code HSetExArgs.ex(ttl).fnx()} or
 * {@code HSetExArgs.fnx().ex(ttl)}. Without an expiry the fields stay until they are deleted. Immutable.
 */
public sealed interface HSetExArgs extends CommandArgs permits HSetExArgs.Expiring, HSetExArgs.Conditional {
    /**
     * The fields expire after a time: in seconds (EX), or in milliseconds (PX) where it is not a whole number of seconds.
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    static Expiring ex(Duration ttl) {
        return HSetExOptions.of(Expiry.ex(ttl));
    }

    /**
     * The fields expire after some milliseconds (PX).
     *
     * @param ttl longer than zero, in whole milliseconds; a finer one is refused
     */
    static Expiring px(Duration ttl) {
        return HSetExOptions.of(Expiry.px(ttl));
    }

    /**
     * The fields expire at a moment: in seconds (EXAT), or in milliseconds (PXAT) where it is not a whole second.
     *
     * @param moment rounded up to the millisecond; one in the past deletes the fields
     */
    static Expiring exAt(Instant moment) {
        return HSetExOptions.of(Expiry.exAt(moment));
    }

    /**
     * The fields expire at a moment (PXAT).
     *
     * @param moment rounded up to the millisecond; one in the past deletes the fields
     */
    static Expiring pxAt(Instant moment) {
        return HSetExOptions.of(Expiry.pxAt(moment));
    }

    /** Each field keeps the expiry that it has (KEEPTTL). */
    static Expiring keepTtl() {
        return HSetExOptions.of(Expiry.KEEP);
    }

    /** The fields are set only if none of the fields exists (FNX). */
    static Conditional fnx() {
        return HSetExOptions.of("FNX");
    }

    /** The fields are set only if all of the fields exist (FXX). */
    static Conditional fxx() {
        return HSetExOptions.of("FXX");
    }

    /** Whether running HSETEX twice with these options is as good as running it once. */
    boolean isIdempotent();

    /** Options with an expiry, to which a condition can be added. */
    sealed interface Expiring extends HSetExArgs permits HSetExOptions {
        /** The same, only if none of the fields exists (FNX). */
        HSetExArgs fnx();

        /** The same, only if all of the fields exist (FXX). */
        HSetExArgs fxx();
    }

    /** Options with a condition, to which an expiry can be added. */
    sealed interface Conditional extends HSetExArgs permits HSetExOptions {
        /**
         * The same, and the fields expire after a time: in seconds (EX), or in milliseconds (PX) where it is not a whole number of seconds.
         *
         * @param ttl longer than zero, in whole milliseconds; a finer one is refused
         */
        HSetExArgs ex(Duration ttl);

        /**
         * The same, and the fields expire after some milliseconds (PX).
         *
         * @param ttl longer than zero, in whole milliseconds; a finer one is refused
         */
        HSetExArgs px(Duration ttl);

        /**
         * The same, and the fields expire at a moment: in seconds (EXAT), or in milliseconds (PXAT) where it is not a whole second.
         *
         * @param moment rounded up to the millisecond; one in the past deletes the fields
         */
        HSetExArgs exAt(Instant moment);

        /**
         * The same, and the fields expire at a moment (PXAT).
         *
         * @param moment rounded up to the millisecond; one in the past deletes the fields
         */
        HSetExArgs pxAt(Instant moment);

        /** The same, and each field keeps the expiry that it has (KEEPTTL). */
        HSetExArgs keepTtl();
    }
}
