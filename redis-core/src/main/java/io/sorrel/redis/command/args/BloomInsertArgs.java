package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.args.BloomReserveArgs.Growth;

/** What BF.INSERT does when there is no Bloom filter yet. Immutable. */
public final class BloomInsertArgs implements CommandArgs {
    private static final BloomInsertArgs DEFAULTS = new BloomInsertArgs(0, 0, Growth.DEFAULT, false);
    private static final BloomInsertArgs NO_CREATE = new BloomInsertArgs(0, 0, Growth.DEFAULT, true);

    private final long capacity;
    private final double errorRate;
    private final Growth growth;
    private final boolean existingOnly;

    private BloomInsertArgs(long capacity, double errorRate, Growth growth, boolean existingOnly) {
        this.capacity = capacity;
        this.errorRate = errorRate;
        this.growth = growth;
        this.existingOnly = existingOnly;
    }

    /** A filter with the server's settings is made. */
    public static BloomInsertArgs defaults() {
        return DEFAULTS;
    }

    /** No filter is made: the command fails (NOCREATE). Says nothing of a new filter, and cannot be added to. */
    public static BloomInsertArgs noCreate() {
        return NO_CREATE;
    }

    /**
     * A filter for so many items is made (CAPACITY).
     *
     * @param items at least 1; the server's default is 100
     */
    public BloomInsertArgs capacity(long items) {
        Arguments.positive("items", items);
        return creating(new BloomInsertArgs(items, errorRate, growth, false));
    }

    /**
     * A filter that is wrong so often is made (ERROR).
     *
     * @param rate probability that an item counts as present which is not; between 0 and 1, and the server's default is
     *     0.01
     */
    public BloomInsertArgs errorRate(double rate) {
        return creating(new BloomInsertArgs(capacity, Arguments.fraction("rate", rate), growth, false));
    }

    /** A filter is made that takes no more items when it is full (NONSCALING). */
    public BloomInsertArgs nonScaling() {
        return creating(new BloomInsertArgs(capacity, errorRate, Growth.NONE, false));
    }

    /**
     * A filter is made that grows, when it is full, by another one that is so many times its size (EXPANSION).
     *
     * @param factor at least 1; the server's default is 2
     */
    public BloomInsertArgs expansion(long factor) {
        return creating(new BloomInsertArgs(capacity, errorRate, Growth.by(factor), false));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (capacity > 0) {
            command.word("CAPACITY").number(capacity);
        }
        if (errorRate > 0) {
            command.word("ERROR").number(errorRate);
        }
        growth.writeTo(command);
        if (existingOnly) {
            command.word("NOCREATE");
        }
    }

    private BloomInsertArgs creating(BloomInsertArgs changed) {
        if (existingOnly) {
            throw new IllegalArgumentException("noCreate must stand alone: it makes no filter to say something of");
        }
        return changed;
    }
}
