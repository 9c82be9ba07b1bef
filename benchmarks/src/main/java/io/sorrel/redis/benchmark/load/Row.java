package io.sorrel.redis.benchmark.load;

import java.util.List;

/**
 * A load and what is expected of Sorrel under it: one row of the table.
 *
 * @param id the name on the command line and in the raw data
 * @param title the name in tables and charts
 * @param kind how the client is called
 * @param concurrency how many threads, or how many replies outstanding
 * @param pinned whether client and server share one processor
 * @param goals what Sorrel wants to reach
 */
public record Row(String id, String title, Kind kind, int concurrency, boolean pinned, List<Goal> goals) {
    /** Keeps the goals from changing. */
    public Row {
        goals = List.copyOf(goals);
    }
}
