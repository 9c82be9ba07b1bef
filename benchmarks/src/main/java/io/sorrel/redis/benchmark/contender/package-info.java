/** The clients that are measured, each behind the same small interface. */
@NullMarked
package io.sorrel.redis.benchmark.contender;

import org.jspecify.annotations.NullMarked;
