package io.sorrel.redis.benchmark.report;

import java.time.Duration;
import java.util.Locale;

/**
 * How a run was made.
 *
 * @param date when, as text
 * @param machine system and processors
 * @param java the JVM
 * @param server product and version of the server
 * @param rounds rounds per cell
 * @param warmUp warm-up per client and row
 * @param time length of a round
 * @param quick whether the run was too short for its figures to be quoted
 */
public record RunInfo(
        String date,
        String machine,
        String java,
        String server,
        int rounds,
        Duration warmUp,
        Duration time,
        boolean quick) {
    String method() {
        return String.format(
                Locale.ROOT,
                "%d interleaved rounds of %s s per cell after %s s of warm-up, medians",
                rounds,
                seconds(time),
                seconds(warmUp));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }
}
