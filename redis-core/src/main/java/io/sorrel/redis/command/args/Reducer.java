package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the rows of a group (REDUCE). Fields are named with an at sign or without; the result has a name that
 * the server makes up unless it gets one by {@link #as}. Immutable.
 */
public final class Reducer implements CommandArgs {
    private final String function;
    private final int words;
    private final CommandArgs arguments;
    private final @Nullable String alias;

    private Reducer(String function, int words, CommandArgs arguments, @Nullable String alias) {
        this.function = function;
        this.words = words;
        this.arguments = arguments;
        this.alias = alias;
    }

    /** How many rows there are (COUNT). */
    public static Reducer count() {
        return new Reducer("COUNT", 0, command -> {}, null);
    }

    /** How many different values a field has (COUNT_DISTINCT). */
    public static Reducer countDistinct(String field) {
        return of("COUNT_DISTINCT", field);
    }

    /** About how many different values a field has (COUNT_DISTINCTISH), with less memory. */
    public static Reducer countDistinctish(String field) {
        return of("COUNT_DISTINCTISH", field);
    }

    /** The sum (SUM). */
    public static Reducer sum(String field) {
        return of("SUM", field);
    }

    /** The smallest number (MIN). */
    public static Reducer min(String field) {
        return of("MIN", field);
    }

    /** The largest number (MAX). */
    public static Reducer max(String field) {
        return of("MAX", field);
    }

    /** The mean (AVG). */
    public static Reducer avg(String field) {
        return of("AVG", field);
    }

    /** The standard deviation (STDDEV). */
    public static Reducer stddev(String field) {
        return of("STDDEV", field);
    }

    /**
     * The number below which a part of the numbers lies (QUANTILE).
     *
     * @param field name of the field
     * @param part from 0 to 1; 0.5 for the median
     */
    public static Reducer quantile(String field, double part) {
        Arguments.between("part", part, 0, 1);
        return with("QUANTILE", field, 2, command -> command.number(part));
    }

    /** All different values, in no order (TOLIST). */
    public static Reducer toList(String field) {
        return of("TOLIST", field);
    }

    /** Some value (FIRST_VALUE). */
    public static Reducer firstValue(String field) {
        return of("FIRST_VALUE", field);
    }

    /**
     * The value of the row that comes first (FIRST_VALUE with BY).
     *
     * @param field name of the field
     * @param by by what the rows are put in order
     */
    public static Reducer firstValue(String field, SortField by) {
        CommandBuilder.notNull("by", by);
        return with("FIRST_VALUE", field, 4, command -> by.writePropertyTo(command.word("BY")));
    }

    /**
     * Values of some rows, chosen at random (RANDOM_SAMPLE).
     *
     * @param field name of the field
     * @param size of how many rows, from 1 to 1000
     */
    public static Reducer randomSample(String field, int size) {
        Arguments.between("size", size, 1, 1000);
        return with("RANDOM_SAMPLE", field, 2, command -> command.number(size));
    }

    /**
     * Under a name of one's own (AS).
     *
     * @param newAlias the name that it has in the result and in further steps
     */
    public Reducer as(String newAlias) {
        return new Reducer(function, words, arguments, SearchNames.field("newAlias", newAlias));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("REDUCE").word(function).number(words);
        arguments.writeTo(command);
        if (alias != null) {
            command.word("AS").text("alias", alias);
        }
    }

    private static Reducer of(String function, String field) {
        return with(function, field, 1, command -> {});
    }

    private static Reducer with(String function, String field, int words, CommandArgs more) {
        String property = SearchNames.property("field", field);
        return new Reducer(function, words, command -> more.writeTo(command.text("field", property)), null);
    }
}
