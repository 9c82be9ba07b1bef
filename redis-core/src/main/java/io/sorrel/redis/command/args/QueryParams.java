package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/**
 * What stands for the parameters of a query (PARAMS, since RediSearch 2.4): the text of a query has {@code $name} where a
 * value is to stand. Values that come from elsewhere are safe there; in the text itself they would be read as a part of
 * the query. Immutable.
 */
public final class QueryParams implements CommandArgs {
    private static final QueryParams NONE = new QueryParams(Options.NONE);

    private final Options values;

    private QueryParams(Options values) {
        this.values = values;
    }

    /** None yet. */
    public static QueryParams none() {
        return NONE;
    }

    /**
     * A text.
     *
     * @param name name of the parameter, without the dollar sign
     * @param value the text
     */
    public QueryParams text(String name, String value) {
        CommandBuilder.notNull("value", value);
        return with(name, command -> command.text("value", value));
    }

    /**
     * A number.
     *
     * @param name name of the parameter, without the dollar sign
     * @param value may be infinite
     */
    public QueryParams number(String name, double value) {
        Arguments.notNan("value", value);
        return with(name, command -> command.number(value));
    }

    /**
     * A vector of 32-bit floating-point numbers.
     *
     * @param name name of the parameter, without the dollar sign
     * @param vector as many numbers as the field has dimensions, all finite
     */
    public QueryParams vector(String name, float... vector) {
        byte[] bytes = Arguments.float32("vector", vector);
        return with(name, command -> command.bytes("vector", bytes));
    }

    /**
     * A vector of numbers of another type, or whatever else is bytes.
     *
     * @param name name of the parameter, without the dollar sign
     * @param value the bytes, which are copied
     */
    public QueryParams bytes(String name, byte[] value) {
        byte[] bytes = CommandBuilder.notNull("value", value).clone();
        return with(name, command -> command.bytes("value", bytes));
    }

    private QueryParams with(String name, CommandArgs value) {
        if (SearchNames.text("name", name).startsWith("$")) {
            throw new IllegalArgumentException("name must be without the dollar sign, but is " + name);
        }
        CommandArgs writer = command -> value.writeTo(command.text("name", name));
        return new QueryParams(values.withWriter(name, writer));
    }

    boolean has(String name) {
        return values.has(name);
    }

    boolean isEmpty() {
        return values.size() == 0;
    }

    /** Writes the number of words that follow, and names and values; nothing where there are none. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (!isEmpty()) {
            values.writeTo(command.word("PARAMS").number(values.size() * 2L));
        }
    }
}
