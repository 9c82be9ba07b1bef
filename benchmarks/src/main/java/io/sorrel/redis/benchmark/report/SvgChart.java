package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.contender.Participant;
import java.util.List;
import java.util.Locale;

/**
 * The operations per second as an SVG picture: a group of bars per row, each group with a scale of its own, as rows differ
 * by orders of magnitude. It follows the reader's light or dark scheme and names every bar, so that colour carries nothing
 * alone.
 */
public final class SvgChart {
    private static final int WIDTH = 760;
    private static final int LEFT = 150;
    private static final int LONGEST = 480;
    private static final int BAR = 16;
    private static final int GAP = 4;
    private static final int TITLE = 26;
    private static final int AFTER = 14;
    private static final int TOP = 44;

    private final StringBuilder svg = new StringBuilder();
    private int y = TOP;

    private SvgChart() {}

    /** The picture; rows without a figure are left out. */
    public static String of(RunInfo run, List<RowResult> rows) {
        SvgChart chart = new SvgChart();
        rows.forEach(chart::group);
        return chart.document(run);
    }

    private String document(RunInfo run) {
        String title = "Operations per second" + (run.quick() ? " (quick mode: not to be quoted)" : "");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                aria-label="%s">
                <style>
                text { font: 12px system-ui, sans-serif; fill: #1f2328 }
                .head { font-size: 16px; font-weight: 600 }
                .row { font-weight: 600 }
                .page { fill: #ffffff }
                .own { fill: #b3471d }
                .peer { fill: #6e8aa8 }
                .external { fill: #a5a5a5 }
                @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 }
                .page { fill: #0d1117 }
                .own { fill: #f0834f }
                .peer { fill: #5f7f9f }
                .external { fill: #6b6b6b }
                }
                </style>
                <rect class="page" width="100%%" height="100%%"/>
                <text class="head" x="12" y="26">%s</text>
                %s</svg>
                """.formatted(WIDTH, y, WIDTH, y, escaped(title), escaped(title), svg);
    }

    private void group(RowResult result) {
        List<Participant> shown = result.participants().stream()
                .filter(participant -> result.cell(participant).valid())
                .toList();
        double longest = shown.stream()
                .mapToDouble(participant -> result.cell(participant).throughput())
                .max()
                .orElse(0);
        if (longest == 0) {
            return;
        }
        text("row", 12, y + BAR, result.row().title());
        y += TITLE;
        for (Participant participant : shown) {
            bar(participant, result.cell(participant).throughput(), longest);
        }
        y += AFTER;
    }

    private void bar(Participant participant, double throughput, double longest) {
        double length = Math.max(1, throughput / longest * LONGEST);
        String style = participant.own() ? "own" : participant.peer() ? "peer" : "external";
        int baseline = y + BAR - GAP;
        text("name", 24, baseline, participant.label());
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
                style,
                LEFT,
                y,
                length,
                BAR));
        text("figure", (int) (LEFT + length) + GAP * 2, baseline, Figures.number(throughput));
        y += BAR + GAP;
    }

    private void text(String style, int x, int baseline, String content) {
        svg.append(String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n", style, x, baseline, escaped(content)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
