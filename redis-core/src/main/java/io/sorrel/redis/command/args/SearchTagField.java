package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** Values that are found as a whole, as {@link SearchField#tag} makes it. Immutable. */
public final class SearchTagField extends SortableField<SearchTagField> {
    SearchTagField(FieldSettings settings) {
        super(settings);
    }

    /**
     * What stands between several values of a hash field (SEPARATOR).
     *
     * @param separator a printable character of ASCII; a comma unless told
     */
    public SearchTagField separator(char separator) {
        if (separator < ' ' || separator > '~') {
            throw new IllegalArgumentException("separator must be a printable character of ASCII");
        }
        String text = String.valueOf(separator);
        return with(settings.withOptions(
                settings.ofItsType().with("SEPARATOR", command -> command.text("separator", text))));
    }

    /** Values in other case are other values (CASESENSITIVE, since RediSearch 2.4). */
    public SearchTagField caseSensitive() {
        return option("CASESENSITIVE");
    }

    /** Searches for endings and inner parts of values are fast, for more memory (WITHSUFFIXTRIE, since RediSearch 2.6). */
    public SearchTagField withSuffixTrie() {
        return option("WITHSUFFIXTRIE");
    }

    /** Empty values can be found (INDEXEMPTY, since RediSearch 2.10). */
    public SearchTagField indexEmpty() {
        return option("INDEXEMPTY");
    }

    @Override
    SearchTagField with(FieldSettings changed) {
        return new SearchTagField(changed);
    }

    @Override
    void writeTypeTo(CommandBuilder<?, ?> command) {
        command.word("TAG");
    }
}
