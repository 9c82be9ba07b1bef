package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.List;

/** Which labels of the time series are returned. Immutable. */
public final class TsLabels implements CommandArgs {
    private static final TsLabels NONE = new TsLabels(false, List.of());
    private static final TsLabels ALL = new TsLabels(true, List.of());

    private final boolean all;
    private final List<String> names;

    private TsLabels(boolean all, List<String> names) {
        this.all = all;
        this.names = names;
    }

    /** None. */
    public static TsLabels none() {
        return NONE;
    }

    /** All that a series has (WITHLABELS). */
    public static TsLabels all() {
        return ALL;
    }

    /**
     * Some, with null for one that a series does not have (SELECTED_LABELS, since RedisTimeSeries 1.6).
     *
     * @param names their names, at least one
     */
    public static TsLabels selected(String... names) {
        for (String name : CommandBuilder.notEmpty("names", names)) {
            CommandBuilder.notNull("a name", name);
        }
        return new TsLabels(false, List.of(names));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (all) {
            command.word("WITHLABELS");
        } else if (!names.isEmpty()) {
            command.word("SELECTED_LABELS");
            names.forEach(name -> command.text("a name", name));
        }
    }
}
