package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.ArrayList;
import java.util.List;

/** Steps that the results of a query go through, in the order in which they are given. Immutable. */
final class Pipeline implements CommandArgs {
    static final Pipeline EMPTY = new Pipeline(List.of());

    private final List<CommandArgs> steps;

    private Pipeline(List<CommandArgs> steps) {
        this.steps = steps;
    }

    Pipeline load(List<QueryField> fields) {
        return with(command -> QueryField.writeTo(command.word("LOAD"), fields, true));
    }

    Pipeline loadAll() {
        return with(command -> command.word("LOAD").word("*"));
    }

    Pipeline groupBy(List<String> properties, Reducer... reducers) {
        for (Reducer reducer : CommandBuilder.notNull("reducers", reducers)) {
            CommandBuilder.notNull("a reducer", reducer);
        }
        List<Reducer> present = List.of(reducers);
        return with(command -> {
            command.word("GROUPBY").number(properties.size());
            properties.forEach(property -> command.text("a field", property));
            present.forEach(reducer -> reducer.writeTo(command));
        });
    }

    Pipeline sortBy(long max, SortField... fields) {
        for (SortField field : CommandBuilder.notEmpty("fields", fields)) {
            CommandBuilder.notNull("a field", field);
        }
        List<SortField> present = List.of(fields);
        return with(command -> {
            command.word("SORTBY").number(present.size() * 2L);
            present.forEach(field -> field.writePropertyTo(command));
            if (max > 0) {
                command.word("MAX").number(max);
            }
        });
    }

    Pipeline apply(String expression, String alias) {
        SearchNames.text("expression", expression);
        String name = SearchNames.field("alias", alias);
        return with(command ->
                command.word("APPLY").text("expression", expression).word("AS").text("alias", name));
    }

    Pipeline filter(String expression) {
        SearchNames.text("expression", expression);
        return with(command -> command.word("FILTER").text("expression", expression));
    }

    Pipeline limit(long offset, long count) {
        Arguments.notNegative("offset", offset);
        Arguments.notNegative("count", count);
        return with(command -> command.word("LIMIT").number(offset).number(count));
    }

    Pipeline noSort() {
        return with(command -> command.word("NOSORT"));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        steps.forEach(step -> step.writeTo(command));
    }

    private Pipeline with(CommandArgs step) {
        List<CommandArgs> more = new ArrayList<>(steps);
        more.add(step);
        return new Pipeline(List.copyOf(more));
    }
}
