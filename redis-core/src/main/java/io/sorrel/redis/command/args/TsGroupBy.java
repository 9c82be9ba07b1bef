package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/**
 * How time series with the same value of a label become one (GROUPBY, since RedisTimeSeries 1.6).
 *
 * @param label name of the label
 * @param reducer how the values of a moment become one
 */
public record TsGroupBy(String label, TsAggregator reducer) implements CommandArgs {
    /** Refuses null, and a reducer that is none. */
    public TsGroupBy {
        notNull("label", label);
        if (notNull("reducer", reducer) == TsAggregator.FIRST
                || reducer == TsAggregator.LAST
                || reducer == TsAggregator.TWA) {
            throw new IllegalArgumentException("reducer must not be first, last or twa, but is " + reducer.word());
        }
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("GROUPBY").text("label", label).word("REDUCE").word(reducer.word());
    }
}
