package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which time series, by their labels: those for which all conditions hold, of which the first says which value a label
 * has. Immutable.
 *
 * <p>A name or value of a label must not contain quotes, commas, parentheses or an equals sign; a value with spaces is
 * put in quotes.
 */
public final class TsFilter implements CommandArgs {
    private static final Pattern FORBIDDEN = Pattern.compile("[\"'(),=]");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private final List<String> conditions;

    private TsFilter(List<String> conditions) {
        this.conditions = conditions;
    }

    /**
     * The label has one of some values.
     *
     * @param label name of the label
     * @param values at least one
     */
    public static TsFilter equal(String label, String... values) {
        return new TsFilter(List.of(condition(label, "=", values)));
    }

    /**
     * And the label has one of some values.
     *
     * @param label name of the label
     * @param values at least one
     */
    public TsFilter andEqual(String label, String... values) {
        return and(condition(label, "=", values));
    }

    /**
     * And the label has none of some values, or is missing.
     *
     * @param label name of the label
     * @param values at least one
     */
    public TsFilter andNotEqual(String label, String... values) {
        return and(condition(label, "!=", values));
    }

    /** And the series has the label. */
    public TsFilter andHas(String label) {
        return and(checked("label", label) + "!=");
    }

    /** And the series does not have the label. */
    public TsFilter andHasNot(String label) {
        return and(checked("label", label) + "=");
    }

    /** Writes each condition as an argument. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        conditions.forEach(condition -> command.text("a condition", condition));
    }

    private TsFilter and(String condition) {
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        return new TsFilter(List.copyOf(more));
    }

    private static String condition(String label, String operator, String... values) {
        List<String> checked = new ArrayList<>();
        for (String value : CommandBuilder.notEmpty("values", values)) {
            String present = checked("a value", value);
            checked.add(SPACE.matcher(present).find() ? '"' + present + '"' : present);
        }
        String right = checked.size() == 1 ? checked.get(0) : "(" + String.join(",", checked) + ")";
        return checked("label", label) + operator + right;
    }

    private static String checked(String name, String text) {
        String present = CommandBuilder.notNull(name, text);
        if (present.isEmpty() || FORBIDDEN.matcher(present).find()) {
            throw new IllegalArgumentException(
                    name + " must not be empty, and must have no quotes, commas, parentheses and equals signs");
        }
        return present;
    }
}
