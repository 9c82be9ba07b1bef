package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** Points and polygons, as {@link SearchField#geoShape} makes it. Immutable. */
public final class SearchGeoShapeField extends IndexedField<SearchGeoShapeField> {
    SearchGeoShapeField(FieldSettings settings) {
        super(settings);
    }

    /** On a plane, in whatever unit, not on the earth (FLAT). */
    public SearchGeoShapeField flat() {
        return with(settings.withOptions(Options.NONE.with("FLAT")));
    }

    /** On the earth, in longitude and latitude (SPHERICAL); so unless told otherwise. */
    public SearchGeoShapeField spherical() {
        return with(settings.withOptions(Options.NONE.with("SPHERICAL")));
    }

    @Override
    SearchGeoShapeField with(FieldSettings changed) {
        return new SearchGeoShapeField(changed);
    }

    @Override
    void writeTypeTo(CommandBuilder<?, ?> command) {
        command.word("GEOSHAPE");
    }
}
