/** The loads, and the process that puts one of them on one client and measures itself. */
@NullMarked
package io.sorrel.redis.benchmark.load;

import org.jspecify.annotations.NullMarked;
