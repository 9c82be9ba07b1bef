package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of TS.ADD: what happens with a sample for a moment that has one, and how a new series is made. Immutable. */
public final class TsAddArgs implements CommandArgs {
    private static final TsAddArgs DEFAULTS = new TsAddArgs(null, TsCreateArgs.defaults());

    private final @Nullable TsDuplicatePolicy onDuplicate;
    private final TsCreateArgs creation;

    private TsAddArgs(@Nullable TsDuplicatePolicy onDuplicate, TsCreateArgs creation) {
        this.onDuplicate = onDuplicate;
        this.creation = creation;
    }

    /** As the series says; a new one is made as the server's configuration says. */
    public static TsAddArgs defaults() {
        return DEFAULTS;
    }

    /** What happens this time with a sample for a moment that has one (ON_DUPLICATE). */
    public TsAddArgs onDuplicate(TsDuplicatePolicy policy) {
        return new TsAddArgs(notNull("policy", policy), creation);
    }

    /** How the series is made if there is none. */
    public TsAddArgs creation(TsCreateArgs args) {
        return new TsAddArgs(onDuplicate, notNull("args", args));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (onDuplicate != null) {
            command.word("ON_DUPLICATE").word(onDuplicate.name());
        }
        creation.writeTo(command);
    }
}
