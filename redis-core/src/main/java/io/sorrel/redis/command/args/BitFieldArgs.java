package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.ArrayList;
import java.util.List;

/** What BITFIELD does: operations one after the other, of which there must be one at least. Immutable. */
public final class BitFieldArgs implements CommandArgs {
    private static final BitFieldArgs NONE = new BitFieldArgs(List.of(), false);

    private final List<CommandArgs> steps;
    private final boolean hasOperation;

    private BitFieldArgs(List<CommandArgs> steps, boolean hasOperation) {
        this.steps = steps;
        this.hasOperation = hasOperation;
    }

    /** No operation yet. */
    public static BitFieldArgs operations() {
        return NONE;
    }

    /** Then reads a field (GET); answers its number. */
    public BitFieldArgs get(BitField field) {
        CommandBuilder.notNull("field", field);
        return and(command -> command.word("GET").args("field", field), true);
    }

    /**
     * Then sets a field (SET); answers the number before.
     *
     * @param field the field
     * @param value the new number; what does not fit is treated as {@link #overflow} says
     */
    public BitFieldArgs set(BitField field, long value) {
        CommandBuilder.notNull("field", field);
        return and(command -> command.word("SET").args("field", field).number(value), true);
    }

    /**
     * Then adds to a field (INCRBY); answers the number afterwards.
     *
     * @param field the field
     * @param increment what is added, may be negative; a sum that does not fit is treated as {@link #overflow} says
     */
    public BitFieldArgs incrBy(BitField field, long increment) {
        CommandBuilder.notNull("field", field);
        return and(command -> command.word("INCRBY").args("field", field).number(increment), true);
    }

    /** What the operations from here on do with numbers that do not fit (OVERFLOW); without it they wrap around. */
    public BitFieldArgs overflow(BitFieldOverflow overflow) {
        return and(CommandBuilder.notNull("overflow", overflow), hasOperation);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (!hasOperation) {
            throw new IllegalArgumentException(
                    "args must have at least one operation, as in BitFieldArgs.operations().get(…)");
        }
        steps.forEach(step -> step.writeTo(command));
    }

    private BitFieldArgs and(CommandArgs step, boolean operation) {
        List<CommandArgs> longer = new ArrayList<>(steps);
        longer.add(step);
        return new BitFieldArgs(List.copyOf(longer), operation);
    }
}
