/**
 * Benchmarks. This package has those of single parts; run one with {@code java -cp … org.openjdk.jmh.Main NAME}. The
 * packages below compare whole clients: {@code runner} runs, {@code load} measures, {@code contender} calls, {@code report}
 * writes.
 */
@NullMarked
package io.sorrel.redis.benchmark;

import org.jspecify.annotations.NullMarked;
