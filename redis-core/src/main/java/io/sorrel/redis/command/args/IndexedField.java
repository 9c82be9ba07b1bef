package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** What fields of all types have in common. */
abstract sealed class IndexedField<F extends IndexedField<F>> implements SearchField
        permits SortableField, SearchGeoShapeField, SearchVectorField {
    final FieldSettings settings;

    IndexedField(FieldSettings settings) {
        this.settings = settings;
    }

    /** The same field with other settings. */
    abstract F with(FieldSettings changed);

    /** Writes the type. */
    abstract void writeTypeTo(CommandBuilder<?, ?> command);

    /** Has another name in queries (AS); without one, a path is written whole there. */
    public F as(String alias) {
        return with(settings.withAlias(SearchNames.field("alias", alias)));
    }

    /** Documents without the field can be found, by {@code ismissing(@field)} (INDEXMISSING, since RediSearch 2.10). */
    public F indexMissing() {
        return with(settings.withMissing());
    }

    /** Is not searched, only returned or sorted by (NOINDEX). */
    public F noIndex() {
        return with(settings.unindexed());
    }

    @Override
    public final void writeTo(CommandBuilder<?, ?> command) {
        settings.writeTo(command, this::writeTypeTo);
    }

    F option(String word) {
        return with(settings.withOptions(settings.ofItsType().with(word)));
    }
}
