/** Benchmarks of the parts of the shared connection, which only this package may see. */
@NullMarked
package io.sorrel.redis.multiplex;

import org.jspecify.annotations.NullMarked;
