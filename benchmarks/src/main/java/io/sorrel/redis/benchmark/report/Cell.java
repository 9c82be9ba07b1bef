package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.load.Goal.Measure;
import io.sorrel.redis.benchmark.load.Measurement;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is known of one participant in one row. Figures are medians of the rounds; NaN where there are none. */
public final class Cell {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    private final List<Measurement> rounds;
    private final @Nullable String reason;

    private final boolean failed;

    private Cell(List<Measurement> rounds, @Nullable String reason, boolean failed) {
        this.rounds = List.copyOf(rounds);
        this.reason = reason;
        this.failed = failed;
    }

    /** A cell with measurements, one per round. */
    public static Cell of(List<Measurement> rounds) {
        return new Cell(rounds, null, rounds.stream().anyMatch(round -> round.errors() > 0));
    }

    /** A cell of which there is nothing to measure: the participant has no such call. */
    public static Cell missing() {
        return new Cell(List.of(), null, false);
    }

    /** A cell that was left out, and why. */
    public static Cell skipped(String reason) {
        return new Cell(List.of(), reason, false);
    }

    /** A cell of a participant that did not start or did not answer, and why. */
    public static Cell failed(String reason) {
        return new Cell(List.of(), reason, true);
    }

    /** The rounds. */
    public List<Measurement> rounds() {
        return rounds;
    }

    /** Why there are no figures; null when there are, or when the participant has no such call. */
    public @Nullable String reason() {
        return reason;
    }

    /** Whether something went wrong: a call, a reply or the participant as a whole. */
    public boolean failed() {
        return failed;
    }

    /** How many calls failed or had a wrong reply. */
    public long errors() {
        return rounds.stream().mapToLong(Measurement::errors).sum();
    }

    /** The first error; null when there was none. */
    public @Nullable String problem() {
        for (Measurement round : rounds) {
            if (round.problem() != null) {
                return round.problem();
            }
        }
        return null;
    }

    /** Whether there are figures, and no call failed. */
    public boolean valid() {
        return !rounds.isEmpty() && !failed;
    }

    /** Operations per second. */
    public double throughput() {
        return median(round -> true, round -> round.operations() * NANOS_PER_SECOND / round.nanos());
    }

    /** The median of latency, in microseconds. */
    public double p50() {
        return micros(Measurement::p50);
    }

    /** The 99th percentile of latency, in microseconds. */
    public double p99() {
        return micros(Measurement::p99);
    }

    /** The 99.9th percentile of latency, in microseconds. */
    public double p999() {
        return micros(Measurement::p999);
    }

    /** Processor time of the client's process per operation, in microseconds. */
    public double cpu() {
        return median(
                round -> round.cpuNanos() >= 0 && round.operations() > 0,
                round -> round.cpuNanos() / NANOS_PER_MICRO / round.operations());
    }

    /** Bytes that the client's process allocated per operation. */
    public double allocation() {
        return median(
                round -> round.allocatedBytes() >= 0 && round.operations() > 0,
                round -> (double) round.allocatedBytes() / round.operations());
    }

    double figure(Measure measure) {
        return switch (measure) {
            case THROUGHPUT -> throughput();
            case P99 -> p99();
            case CPU -> cpu();
            case ALLOCATION -> allocation();
        };
    }

    private double micros(ToLongFunction<Measurement> nanos) {
        return median(round -> nanos.applyAsLong(round) >= 0, round -> nanos.applyAsLong(round) / NANOS_PER_MICRO);
    }

    private double median(Predicate<Measurement> known, ToDoubleFunction<Measurement> figure) {
        return valid()
                ? Median.of(rounds.stream().filter(known).mapToDouble(figure).toArray())
                : Double.NaN;
    }
}
