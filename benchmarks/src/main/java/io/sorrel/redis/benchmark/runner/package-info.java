/** The side-by-side run: {@link io.sorrel.redis.benchmark.runner.SideBySide} is the command. */
@NullMarked
package io.sorrel.redis.benchmark.runner;

import org.jspecify.annotations.NullMarked;
