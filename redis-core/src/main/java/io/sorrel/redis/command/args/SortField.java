package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** A field by which the results of a query are sorted, and in which direction. Immutable. */
public final class SortField {
    private final String field;
    private final String direction;

    private SortField(String field, String direction) {
        this.field = SearchNames.field("field", field);
        this.direction = direction;
    }

    /**
     * The smallest first (ASC).
     *
     * @param field its name, with an at sign or without
     */
    public static SortField ascending(String field) {
        return new SortField(field, "ASC");
    }

    /**
     * The largest first (DESC).
     *
     * @param field its name, with an at sign or without
     */
    public static SortField descending(String field) {
        return new SortField(field, "DESC");
    }

    /** Writes the name as FT.SEARCH wants it, and the direction. */
    void writeTo(CommandBuilder<?, ?> command) {
        command.text("field", field).word(direction);
    }

    /** The same as the steps of pipelines want it. */
    void writePropertyTo(CommandBuilder<?, ?> command) {
        command.text("field", "@" + field).word(direction);
    }
}
