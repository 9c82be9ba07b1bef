package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What BF.RESERVE makes a Bloom filter do when it is full. Immutable. */
public final class BloomReserveArgs implements CommandArgs {
    private static final BloomReserveArgs DEFAULTS = new BloomReserveArgs(Growth.DEFAULT);
    private static final BloomReserveArgs NON_SCALING = new BloomReserveArgs(Growth.NONE);

    private final Growth growth;

    private BloomReserveArgs(Growth growth) {
        this.growth = growth;
    }

    /** A full filter grows by another one of twice its size. */
    public static BloomReserveArgs defaults() {
        return DEFAULTS;
    }

    /** A full filter takes no more items (NONSCALING); it needs a little less memory. */
    public static BloomReserveArgs nonScaling() {
        return NON_SCALING;
    }

    /**
     * A full filter grows by another one that is so many times its size (EXPANSION).
     *
     * @param factor at least 1; the server's default is 2
     */
    public static BloomReserveArgs expansion(long factor) {
        return new BloomReserveArgs(Growth.by(factor));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        growth.writeTo(command);
    }

    /**
     * How a full Bloom filter grows.
     *
     * @param factor how many times as large the next filter is; 0 for none, negative for what the server does unasked
     */
    record Growth(long factor) implements CommandArgs {
        static final Growth DEFAULT = new Growth(-1);
        static final Growth NONE = new Growth(0);

        static Growth by(long factor) {
            return new Growth(Arguments.positive("factor", factor));
        }

        @Override
        public void writeTo(CommandBuilder<?, ?> command) {
            if (factor > 0) {
                command.word("EXPANSION").number(factor);
            } else if (factor == 0) {
                command.word("NONSCALING");
            }
        }
    }
}
