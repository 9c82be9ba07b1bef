/** Results: medians, ratios and goals, as a table, as raw data and as a chart. */
@NullMarked
package io.sorrel.redis.benchmark.report;

import org.jspecify.annotations.NullMarked;
