package io.sorrel.redis.benchmark.report;

import java.util.Arrays;

/** The middle of a few numbers: one noisy round does not move it. */
final class Median {
    private Median() {}

    /** The middle value; the mean of the two middle ones when their number is even; NaN of nothing. */
    static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
