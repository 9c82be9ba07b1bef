package io.sorrel.redis.command.args;

/** What fields have in common by whose values one can sort. */
abstract sealed class SortableField<F extends SortableField<F>> extends IndexedField<F>
        permits SearchTextField, SearchTagField, SearchNumericField, SearchGeoField {

    SortableField(FieldSettings settings) {
        super(settings);
    }

    /**
     * Its values are also kept in the index, so that sorting by it is fast (SORTABLE). What is read then is a text in
     * one form: of hashes in lower case and without accents.
     */
    public F sortable() {
        return with(settings.withSorting(FieldSettings.Sorting.NORMALISED));
    }

    /** The same, with its text kept as it is (SORTABLE UNF, since RediSearch 2.4). */
    public F sortableUnnormalized() {
        return with(settings.withSorting(FieldSettings.Sorting.AS_IT_IS));
    }
}
