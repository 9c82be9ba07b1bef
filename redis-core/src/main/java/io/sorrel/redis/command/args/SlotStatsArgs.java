package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** Options of CLUSTER SLOT-STATS: the slots with the most or the least of something. Immutable. */
public final class SlotStatsArgs implements CommandArgs {
    private static final long NO_LIMIT = 0;

    private final SlotMetric metric;
    private final long limit;
    private final boolean ascending;

    private SlotStatsArgs(SlotMetric metric, long limit, boolean ascending) {
        this.metric = metric;
        this.limit = limit;
        this.ascending = ascending;
    }

    /** All slots of the node, those with the most first (ORDERBY). */
    public static SlotStatsArgs orderBy(SlotMetric metric) {
        return new SlotStatsArgs(CommandBuilder.notNull("metric", metric), NO_LIMIT, false);
    }

    /**
     * Only so many slots (LIMIT).
     *
     * @param limit 1 to 16384
     */
    public SlotStatsArgs limit(int limit) {
        return new SlotStatsArgs(metric, Arguments.between("limit", limit, 1, 16_384), ascending);
    }

    /** Those with the least first (ASC). */
    public SlotStatsArgs ascending() {
        return new SlotStatsArgs(metric, limit, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("ORDERBY").word(metric.word());
        if (limit != NO_LIMIT) {
            command.word("LIMIT").number(limit);
        }
        command.word(ascending ? "ASC" : "DESC");
    }
}
