package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** Vectors of which the nearest are found, as {@link SearchField#vector} makes it. Immutable. */
public final class SearchVectorField extends IndexedField<SearchVectorField> {
    private final VectorIndex index;

    SearchVectorField(FieldSettings settings, VectorIndex index) {
        super(settings);
        this.index = CommandBuilder.notNull("index", index);
    }

    @Override
    SearchVectorField with(FieldSettings changed) {
        return new SearchVectorField(changed, index);
    }

    @Override
    void writeTypeTo(CommandBuilder<?, ?> command) {
        index.writeTo(command.word("VECTOR"));
    }
}
