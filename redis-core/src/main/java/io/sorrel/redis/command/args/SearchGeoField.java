package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** Places on the earth, as {@link SearchField#geo} makes it. Immutable. */
public final class SearchGeoField extends SortableField<SearchGeoField> {
    SearchGeoField(FieldSettings settings) {
        super(settings);
    }

    @Override
    SearchGeoField with(FieldSettings changed) {
        return new SearchGeoField(changed);
    }

    @Override
    void writeTypeTo(CommandBuilder<?, ?> command) {
        command.word("GEO");
    }
}
