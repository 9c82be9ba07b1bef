package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Goal;
import io.sorrel.redis.benchmark.load.Goal.Measure;
import io.sorrel.redis.benchmark.load.Row;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One row with the cells of all participants. */
public final class RowResult {
    private final Row row;
    private final Map<Participant, Cell> cells;

    /** A row with these cells, at least one. */
    public RowResult(Row row, Map<Participant, Cell> cells) {
        this.row = row;
        this.cells = new EnumMap<>(cells);
    }

    /** The row. */
    public Row row() {
        return row;
    }

    /** Who takes part, in the order of tables. */
    public List<Participant> participants() {
        return List.copyOf(cells.keySet());
    }

    /** The cell of a participant. */
    public Cell cell(Participant participant) {
        return Objects.requireNonNull(cells.get(participant), participant::id);
    }

    /** The fastest of the other Java clients, if any was measured. */
    public Optional<Participant> bestPeer() {
        return cells.keySet().stream()
                .filter(participant -> participant.peer() && cell(participant).valid())
                .max(Comparator.comparingDouble(participant -> cell(participant).throughput()));
    }

    /** Our figure as a multiple of the rival's; NaN when one of the two is not known. */
    public double ratio(Participant own, Goal goal) {
        return cell(own).figure(goal.measure()) / rivalFigure(goal);
    }

    private double rivalFigure(Goal goal) {
        if (goal.rival() != null) {
            return figure(goal.rival(), goal.measure());
        }
        if (goal.measure() == Measure.CPU || goal.measure() == Measure.ALLOCATION) {
            return cells.keySet().stream()
                    .filter(Participant::peer)
                    .mapToDouble(peer -> figure(peer, goal.measure()))
                    .filter(figure -> !Double.isNaN(figure))
                    .min()
                    .orElse(Double.NaN);
        }
        return bestPeer().map(peer -> figure(peer, goal.measure())).orElse(Double.NaN);
    }

    private double figure(Participant participant, Measure measure) {
        Cell cell = cells.get(participant);
        return cell == null ? Double.NaN : cell.figure(measure);
    }
}
