/** Micro-benchmarks; run one with {@code java -cp … org.openjdk.jmh.Main NAME}. */
@NullMarked
package io.sorrel.redis.benchmark;

import org.jspecify.annotations.NullMarked;
