package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How CF.RESERVE builds a cuckoo filter. Immutable. */
public final class CuckooReserveArgs implements CommandArgs {
    private static final CuckooReserveArgs DEFAULTS = new CuckooReserveArgs(0, 0, -1);

    private final long bucketSize;
    private final long maxIterations;
    private final long expansion;

    private CuckooReserveArgs(long bucketSize, long maxIterations, long expansion) {
        this.bucketSize = bucketSize;
        this.maxIterations = maxIterations;
        this.expansion = expansion;
    }

    /** As the server does unasked. */
    public static CuckooReserveArgs defaults() {
        return DEFAULTS;
    }

    /**
     * How many items a bucket holds (BUCKETSIZE); more fill the filter better, and make it wrong more often.
     *
     * @param items from 1 to 255; the server's default is 2
     */
    public CuckooReserveArgs bucketSize(int items) {
        if (items < 1 || items > 255) {
            throw new IllegalArgumentException("items must be from 1 to 255, but is " + items);
        }
        return new CuckooReserveArgs(items, maxIterations, expansion);
    }

    /**
     * How often items are moved before the filter counts as full (MAXITERATIONS).
     *
     * @param attempts from 1 to 65535; the server's default is 20
     */
    public CuckooReserveArgs maxIterations(int attempts) {
        if (attempts < 1 || attempts > 65_535) {
            throw new IllegalArgumentException("attempts must be from 1 to 65535, but is " + attempts);
        }
        return new CuckooReserveArgs(bucketSize, attempts, expansion);
    }

    /**
     * How many times as large the filter is that is added to a full one (EXPANSION); rounded up to a power of 2.
     *
     * @param factor from 0 to 32768, 0 for a filter that does not grow; the server's default is 1
     */
    public CuckooReserveArgs expansion(int factor) {
        if (factor < 0 || factor > 32_768) {
            throw new IllegalArgumentException("factor must be from 0 to 32768, but is " + factor);
        }
        return new CuckooReserveArgs(bucketSize, maxIterations, factor);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (bucketSize > 0) {
            command.word("BUCKETSIZE").number(bucketSize);
        }
        if (maxIterations > 0) {
            command.word("MAXITERATIONS").number(maxIterations);
        }
        if (expansion >= 0) {
            command.word("EXPANSION").number(expansion);
        }
    }
}
