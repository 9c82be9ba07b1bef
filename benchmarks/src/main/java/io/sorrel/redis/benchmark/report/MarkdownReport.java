package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Goal;
import java.util.ArrayList;
import java.util.List;

/** The results as a Markdown page: a summary with ratios and goals, then every figure of every row. */
public final class MarkdownReport {
    private final StringBuilder page = new StringBuilder();
    private final RunInfo run;
    private final List<RowResult> rows;
    private final Versions versions;

    private MarkdownReport(RunInfo run, List<RowResult> rows, Versions versions) {
        this.run = run;
        this.rows = rows;
        this.versions = versions;
    }

    /** The page. */
    public static String of(RunInfo run, List<RowResult> rows, Versions versions) {
        MarkdownReport report = new MarkdownReport(run, rows, versions);
        report.head();
        report.summary();
        report.goals();
        report.changes();
        rows.forEach(report::details);
        report.remarks();
        return report.page.toString();
    }

    private void head() {
        line("# Sorrel beside other clients");
        line("");
        if (run.quick()) {
            line("> **Quick mode**: cells of a fraction of a second. Shows that everything runs, not how fast it is.");
            line("");
        }
        line(run.date() + " · " + run.machine() + " · " + run.java() + " · " + run.server() + " · " + run.method()
                + ".");
        line("");
        line("![Operations per second](chart.svg)");
        line("");
    }

    private void summary() {
        List<Participant> participants = participants();
        line("## Operations per second");
        line("");
        StringBuilder titles = new StringBuilder("| Load |");
        StringBuilder rule = new StringBuilder("|---|");
        for (Participant participant : participants) {
            titles.append(' ').append(versions.label(participant)).append(" |");
            rule.append("--:|");
        }
        line(titles.toString());
        line(rule.toString());
        for (RowResult result : rows) {
            StringBuilder text = new StringBuilder("| " + result.row().title() + " |");
            for (Participant participant : participants) {
                String figure = result.participants().contains(participant)
                        ? throughput(result.cell(participant))
                        : Figures.NONE;
                text.append(' ').append(figure).append(" |");
            }
            line(text.toString());
        }
        line("");
    }

    private static String throughput(Cell cell) {
        return cell.failed() ? "**failed**" : Figures.number(cell.throughput());
    }

    private List<Participant> participants() {
        List<Participant> found = new ArrayList<>();
        for (Participant participant : Participant.values()) {
            if (rows.stream().anyMatch(row -> row.participants().contains(participant))) {
                found.add(participant);
            }
        }
        return found;
    }

    private void goals() {
        line("## Ratios and goals");
        line("");
        line("| Load | Mode | To best peer | Goal | Ratio | |");
        line("|---|---|--:|---|--:|---|");
        for (RowResult result : rows) {
            for (Participant own : result.participants()) {
                if (own.own()) {
                    goals(result, own);
                }
            }
        }
        line("");
    }

    private void goals(RowResult result, Participant own) {
        String name = "| " + result.row().title() + " | " + own.label() + " | " + toBestPeer(result.cell(own), result)
                + bestPeerName(result) + " | ";
        for (Goal goal : result.row().goals()) {
            double ratio = result.ratio(own, goal);
            String verdict = Double.isNaN(ratio) ? Figures.NONE : goal.reachedBy(ratio) ? "met" : "**missed**";
            line(name + goal + " | " + Figures.ratio(ratio) + " | " + verdict + " |");
            name = "| | | | ";
        }
    }

    /** What has become of each figure of Sorrel since another commit. */
    private void changes() {
        if (participants().stream().noneMatch(Participant::earlier)) {
            return;
        }
        line("## Before and after");
        line("");
        line("What it was before is 1.");
        line("");
        line("| Load | Mode | op/s | p50 | p99 | CPU per op | bytes per op |");
        line("|---|---|--:|--:|--:|--:|--:|");
        for (RowResult result : rows) {
            for (Participant own : result.participants()) {
                if (own.own() && result.participants().contains(own.before())) {
                    change(result, own);
                }
            }
        }
        line("");
    }

    private void change(RowResult result, Participant own) {
        Cell after = result.cell(own);
        Cell before = result.cell(own.before());
        line("| " + result.row().title() + " | " + own.label() + " | "
                + Figures.ratio(after.throughput() / before.throughput()) + " | "
                + Figures.ratio(after.p50() / before.p50()) + " | " + Figures.ratio(after.p99() / before.p99()) + " | "
                + Figures.ratio(after.cpu() / before.cpu()) + " | "
                + Figures.ratio(after.allocation() / before.allocation()) + " |");
    }

    private static String bestPeerName(RowResult result) {
        return result.bestPeer().map(best -> " (" + best.label() + ")").orElse("");
    }

    private void details(RowResult result) {
        line("## " + result.row().title());
        line("");
        line("| Client | op/s | to best peer | p50 µs | p99 µs | p99.9 µs | CPU µs/op | bytes/op |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (Participant participant : result.participants()) {
            Cell cell = result.cell(participant);
            line("| " + versions.label(participant) + " | " + throughput(cell) + " | " + toBestPeer(cell, result)
                    + " | " + Figures.number(cell.p50()) + " | " + Figures.number(cell.p99()) + " | "
                    + Figures.number(cell.p999()) + " | " + Figures.number(cell.cpu()) + " | "
                    + Figures.number(cell.allocation()) + " |");
        }
        line("");
    }

    private static String toBestPeer(Cell cell, RowResult result) {
        return result.bestPeer()
                .map(best -> Figures.ratio(cell.throughput() / result.cell(best).throughput()))
                .orElse(Figures.NONE);
    }

    private void remarks() {
        List<String> remarks = new ArrayList<>();
        for (RowResult result : rows) {
            for (Participant participant : result.participants()) {
                Cell cell = result.cell(participant);
                String why = cell.errors() > 0 ? cell.errors() + " errors: " + cell.problem() : cell.reason();
                if (why != null) {
                    remarks.add("- " + result.row().title() + ", " + participant.label() + ": " + why);
                }
            }
        }
        if (!remarks.isEmpty()) {
            line("## Not measured");
            line("");
            remarks.forEach(this::line);
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
