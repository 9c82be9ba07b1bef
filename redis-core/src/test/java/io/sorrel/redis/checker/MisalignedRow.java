package io.sorrel.redis.checker;

import io.sorrel.redis.config.ConnectionMode;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A row of a table of what callers of a misbehaving server were told. */
final class MisalignedRow {
    /** The head of the table. */
    static final String HEAD = """
            | mode | callers | faults | operations | committed | fences | right | not sent | unknown | wrong before the fence | most of one fault | worst age | wrong behind the fence | wrong on lanes | most of one fault | took |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    private final String title;
    private long operations;
    private long faults;
    private long fences;
    private long right;
    private long notSent;
    private long unknown;
    private long beforeFence;
    private int mostOfOneFault;
    private double worstAgeMillis;
    private long afterFence;
    private long strays;
    private int mostStrays;
    private long nanos;

    MisalignedRow(ConnectionMode mode, Set<Misstep> kinds, int callers) {
        String names = kinds.stream().map(Misstep::name).collect(Collectors.joining(", "));
        this.title = mode.name().toLowerCase(Locale.ROOT) + " | " + callers + " | "
                + (names.isEmpty() ? "none" : names.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    void add(MisalignedRun.Result run) {
        Tally tally = run.tally();
        Findings findings = run.findings();
        operations += tally.operations.sum();
        faults +=
                findings.faults().values().stream().mapToInt(Integer::intValue).sum();
        fences += findings.fences();
        right += tally.right.sum();
        notSent += tally.notSent.sum();
        unknown += tally.unknown.sum();
        beforeFence += findings.beforeFence();
        mostOfOneFault = Math.max(mostOfOneFault, findings.mostOfOneFault());
        worstAgeMillis = Math.max(worstAgeMillis, findings.worstAgeMillis());
        afterFence += findings.afterFence();
        strays += findings.strays();
        mostStrays = Math.max(mostStrays, findings.mostStrays());
        nanos += run.nanos();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %.1f ms | %,d | %,d | %,d | %d ms |",
                title,
                operations,
                faults,
                fences,
                right,
                notSent,
                unknown,
                beforeFence,
                mostOfOneFault,
                worstAgeMillis,
                afterFence,
                strays,
                mostStrays,
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }
}
