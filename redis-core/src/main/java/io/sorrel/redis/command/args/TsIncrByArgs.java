package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Instant;

/** Options of TS.INCRBY and TS.DECRBY: for which moment, and how a new series is made. Immutable. */
public final class TsIncrByArgs implements CommandArgs {
    private static final TsIncrByArgs DEFAULTS = new TsIncrByArgs(-1, TsCreateArgs.defaults());

    private final long moment;
    private final TsCreateArgs creation;

    private TsIncrByArgs(long moment, TsCreateArgs creation) {
        this.moment = moment;
        this.creation = creation;
    }

    /** By the server's clock; a new series is made as its configuration says. */
    public static TsIncrByArgs defaults() {
        return DEFAULTS;
    }

    /**
     * For a moment (TIMESTAMP).
     *
     * @param newMoment not before the latest sample; what is finer than milliseconds is dropped
     */
    public TsIncrByArgs at(Instant newMoment) {
        return new TsIncrByArgs(Arguments.sinceEpochMillis("newMoment", newMoment), creation);
    }

    /** How the series is made if there is none. */
    public TsIncrByArgs creation(TsCreateArgs args) {
        return new TsIncrByArgs(moment, notNull("args", args));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (moment >= 0) {
            command.word("TIMESTAMP").number(moment);
        }
        creation.writeTo(command);
    }
}
