package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How TDIGEST.MERGE treats its destination. Immutable. */
public final class TDigestMergeArgs implements CommandArgs {
    private static final TDigestMergeArgs DEFAULTS = new TDigestMergeArgs(0, false);

    private final long compression;
    private final boolean override;

    private TDigestMergeArgs(long compression, boolean override) {
        this.compression = compression;
        this.override = override;
    }

    /** What the destination holds stays and is merged in; a new one gets the largest compression of its sources. */
    public static TDigestMergeArgs defaults() {
        return DEFAULTS;
    }

    /**
     * How exact the destination is (COMPRESSION).
     *
     * @param newCompression at least 1; 100 is usual, 1000 is more exact and takes more memory
     */
    public TDigestMergeArgs compression(long newCompression) {
        return new TDigestMergeArgs(Arguments.positive("newCompression", newCompression), override);
    }

    /** What the destination holds is dropped first (OVERRIDE). */
    public TDigestMergeArgs override() {
        return new TDigestMergeArgs(compression, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (compression > 0) {
            command.word("COMPRESSION").number(compression);
        }
        if (override) {
            command.word("OVERRIDE");
        }
    }
}
