package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;

/** In what portions FT.AGGREGATE returns its rows, and how long it keeps the rest (WITHCURSOR). Immutable. */
public final class CursorArgs implements CommandArgs {
    private static final CursorArgs DEFAULTS = new CursorArgs(Options.NONE);

    private final Options options;

    private CursorArgs(Options options) {
        this.options = options;
    }

    /** 1000 rows at a time, kept for 5 minutes, unless the server is configured otherwise. */
    public static CursorArgs defaults() {
        return DEFAULTS;
    }

    /**
     * So many rows at a time (COUNT).
     *
     * @param rows at least 1
     */
    public CursorArgs count(long rows) {
        Arguments.positive("rows", rows);
        return new CursorArgs(options.with("COUNT", command -> command.number(rows)));
    }

    /**
     * How long the server waits for the next portion to be read (MAXIDLE).
     *
     * @param idle in whole milliseconds, longer than zero; what the server is configured for at most
     */
    public CursorArgs maxIdle(Duration idle) {
        long millis = Arguments.positiveMillis("idle", idle);
        return new CursorArgs(options.with("MAXIDLE", command -> command.number(millis)));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command.word("WITHCURSOR"));
    }
}
