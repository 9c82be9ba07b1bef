package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that a query returns or loads: one of the index, another one of the document, or a path. Immutable. */
public final class QueryField {
    private final String identifier;
    private final @Nullable String alias;

    private QueryField(String identifier, @Nullable String alias) {
        this.identifier = identifier;
        this.alias = alias;
    }

    /**
     * A field under its own name.
     *
     * @param identifier its name, with an at sign or without, or a path of a JSON document, which begins with {@code $}
     */
    public static QueryField of(String identifier) {
        return new QueryField(SearchNames.field("identifier", identifier), null);
    }

    /**
     * The same under another name (AS).
     *
     * @param newAlias the name that it has in the result
     */
    public QueryField as(String newAlias) {
        return new QueryField(identifier, SearchNames.field("newAlias", newAlias));
    }

    static List<QueryField> all(String name, String... identifiers) {
        return Arrays.stream(CommandBuilder.notEmpty(name, identifiers))
                .map(QueryField::of)
                .toList();
    }

    static List<QueryField> all(String name, QueryField... fields) {
        for (QueryField field : CommandBuilder.notEmpty(name, fields)) {
            CommandBuilder.notNull("a field of " + name, field);
        }
        return List.of(fields);
    }

    /** Writes the number of words that follow, and the fields. */
    static void writeTo(CommandBuilder<?, ?> command, List<QueryField> fields, boolean withSign) {
        command.number(fields.stream().mapToInt(QueryField::words).sum());
        for (QueryField field : fields) {
            boolean sign = withSign && !field.identifier.startsWith("$");
            command.text("identifier", sign ? "@" + field.identifier : field.identifier);
            if (field.alias != null) {
                command.word("AS").text("alias", field.alias);
            }
        }
    }

    private int words() {
        return alias == null ? 1 : 3;
    }
}
