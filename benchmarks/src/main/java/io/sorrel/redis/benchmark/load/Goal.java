package io.sorrel.redis.benchmark.load;

import io.sorrel.redis.benchmark.contender.Participant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Sorrel wants to reach in a row: a figure, compared with that of others.
 *
 * @param measure which figure
 * @param rival compared with this participant; null for the peers: the fastest of them, and the lowest figure of any
 *     of them for CPU and allocation
 * @param factor at least (throughput) or at most (all others) this many times the rival's figure
 */
public record Goal(Measure measure, @Nullable Participant rival, double factor) {
    /** A figure that a goal is about. */
    public enum Measure {
        /** Operations per second; more is better. */
        THROUGHPUT,
        /** The 99th percentile of latency. */
        P99,
        /** Processor time of the client per operation. */
        CPU,
        /** Bytes allocated by the client per operation. */
        ALLOCATION
    }

    static Goal atLeast(double factor, Participant rival) {
        return new Goal(Measure.THROUGHPUT, rival, factor);
    }

    static Goal atLeastOfBest(double factor) {
        return new Goal(Measure.THROUGHPUT, null, factor);
    }

    static Goal p99AtMostOfBest(double factor) {
        return new Goal(Measure.P99, null, factor);
    }

    /** Whether a ratio of our figure to the rival's reaches the goal. */
    public boolean reachedBy(double ratio) {
        return switch (measure) {
            case THROUGHPUT -> ratio >= factor;
            case P99 -> ratio <= factor;
            case CPU, ALLOCATION -> ratio < factor;
        };
    }

    @Override
    public String toString() {
        String times = String.format(Locale.ROOT, "%s ×", trimmed(factor));
        return switch (measure) {
            case THROUGHPUT -> "≥ " + times + " " + (rival == null ? "best" : rival.label());
            case P99 -> "p99 ≤ " + times + " best's";
            case CPU -> "CPU < every peer";
            case ALLOCATION -> "allocation < every peer";
        };
    }

    private static String trimmed(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }
}
