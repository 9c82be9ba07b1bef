/** Exclusive connections for one caller at a time: who waits, who gets one, and when one is closed. */
@NullMarked
package io.sorrel.redis.pool;

import org.jspecify.annotations.NullMarked;
