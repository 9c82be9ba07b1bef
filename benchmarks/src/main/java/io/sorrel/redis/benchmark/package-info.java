/**
 * Benchmarks. This package has those of single parts, with JMH. The packages below compare whole clients: {@code runner}
 * runs, {@code load} measures, {@code contender} calls, {@code report} writes. README.md has the commands.
 */
@NullMarked
package io.sorrel.redis.benchmark;

import org.jspecify.annotations.NullMarked;
