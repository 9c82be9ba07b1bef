package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.ScoreRange;
import io.sorrel.redis.command.args.ZRangeArgs;

/** Writes ranges of sorted sets as ZRANGE and ZRANGESTORE want them: the end that comes first is written first. */
final class RangeWords {
    private RangeWords() {}

    static <K, V> CommandBuilder<K, V> byRank(CommandBuilder<K, V> command, long start, long stop, ZRangeArgs args) {
        if (CommandBuilder.notNull("args", args).isLimited()) {
            throw new IllegalArgumentException("args must be without a limit for ranks; choose start and stop instead");
        }
        return command.number(start).number(stop).args("args", args);
    }

    static <K, V> CommandBuilder<K, V> byScore(CommandBuilder<K, V> command, ScoreRange range, ZRangeArgs args) {
        CommandBuilder.notNull("range", range);
        if (CommandBuilder.notNull("args", args).isDescending()) {
            range.writeReversedTo(command);
        } else {
            range.writeTo(command);
        }
        return command.word("BYSCORE").args("args", args);
    }

    static <K, V> CommandBuilder<K, V> byLex(CommandBuilder<K, V> command, LexRange<V> range, ZRangeArgs args) {
        CommandBuilder.notNull("range", range);
        if (CommandBuilder.notNull("args", args).isDescending()) {
            range.writeReversedTo(command);
        } else {
            range.writeTo(command);
        }
        return command.word("BYLEX").args("args", args);
    }
}
