package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;

/**
 * A field of the documents that an index of FT.CREATE knows: a field of hashes by its name, or a part of JSON documents
 * by its path, such as {@code $.price}. Immutable.
 */
public sealed interface SearchField extends CommandArgs permits IndexedField {
    /**
     * Words in which one can search (TEXT).
     *
     * @param identifier name of the field, or a path
     */
    static SearchTextField text(String identifier) {
        return new SearchTextField(FieldSettings.of(identifier));
    }

    /**
     * Values that are found as a whole, such as categories (TAG).
     *
     * @param identifier name of the field, or a path
     */
    static SearchTagField tag(String identifier) {
        return new SearchTagField(FieldSettings.of(identifier));
    }

    /**
     * Numbers that are found by ranges (NUMERIC).
     *
     * @param identifier name of the field, or a path
     */
    static SearchNumericField numeric(String identifier) {
        return new SearchNumericField(FieldSettings.of(identifier));
    }

    /**
     * Places on the earth, as longitude and latitude with a comma between (GEO).
     *
     * @param identifier name of the field, or a path
     */
    static SearchGeoField geo(String identifier) {
        return new SearchGeoField(FieldSettings.of(identifier));
    }

    /**
     * Points and polygons as well-known text (GEOSHAPE, since RediSearch 2.8), on the earth unless told otherwise.
     *
     * @param identifier name of the field, or a path
     */
    static SearchGeoShapeField geoShape(String identifier) {
        return new SearchGeoShapeField(FieldSettings.of(identifier));
    }

    /**
     * Vectors of which the nearest are found (VECTOR, since RediSearch 2.4).
     *
     * @param identifier name of the field, or a path
     * @param index what the vectors are, and how they are indexed
     */
    static SearchVectorField vector(String identifier, VectorIndex index) {
        return new SearchVectorField(FieldSettings.of(identifier), index);
    }
}
