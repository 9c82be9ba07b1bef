package io.sorrel.redis.benchmark.load;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/** Latencies of one thread, to within 1 %; anything above a minute counts as a minute. */
final class Latencies {
    private static final long UNIT_NANOS = 100;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 2;

    private final IntCountsHistogram histogram = new IntCountsHistogram(UNIT_NANOS, LONGEST_NANOS, DIGITS);

    void record(long nanos) {
        histogram.recordValue(Math.min(nanos, LONGEST_NANOS));
    }

    static AbstractHistogram merge(Iterable<Latencies> parts) {
        Histogram sum = new Histogram(UNIT_NANOS, LONGEST_NANOS, DIGITS);
        for (Latencies part : parts) {
            sum.add(part.histogram);
        }
        return sum;
    }
}
