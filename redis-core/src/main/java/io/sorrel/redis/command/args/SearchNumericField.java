package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** Numbers that are found by ranges, as {@link SearchField#numeric} makes it. Immutable. */
public final class SearchNumericField extends SortableField<SearchNumericField> {
    SearchNumericField(FieldSettings settings) {
        super(settings);
    }

    @Override
    SearchNumericField with(FieldSettings changed) {
        return new SearchNumericField(changed);
    }

    @Override
    void writeTypeTo(CommandBuilder<?, ?> command) {
        command.word("NUMERIC");
    }
}
