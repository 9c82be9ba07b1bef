package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandBuilder;

/** Words in which one can search, as {@link SearchField#text} makes it. Immutable. */
public final class SearchTextField extends SortableField<SearchTextField> {
    SearchTextField(FieldSettings settings) {
        super(settings);
    }

    /** Words are found only in the form in which they stand there, not also in others of the same stem (NOSTEM). */
    public SearchTextField noStem() {
        return option("NOSTEM");
    }

    /**
     * How much the field counts for the score (WEIGHT).
     *
     * @param weight 0 or more; 1 unless told
     */
    public SearchTextField weight(double weight) {
        Arguments.notNegative("weight", weight);
        return with(settings.withOptions(settings.ofItsType().with("WEIGHT", command -> command.number(weight))));
    }

    /**
     * Words that sound alike are found too (PHONETIC).
     *
     * @param matcher {@code dm:en}, {@code dm:fr}, {@code dm:pt} or {@code dm:es}: double metaphone for a language
     */
    public SearchTextField phonetic(String matcher) {
        SearchNames.text("matcher", matcher);
        return with(settings.withOptions(
                settings.ofItsType().with("PHONETIC", command -> command.text("matcher", matcher))));
    }

    /** Searches for endings and inner parts of words are fast, for more memory (WITHSUFFIXTRIE, since RediSearch 2.6). */
    public SearchTextField withSuffixTrie() {
        return option("WITHSUFFIXTRIE");
    }

    /** Empty texts can be found (INDEXEMPTY, since RediSearch 2.10). */
    public SearchTextField indexEmpty() {
        return option("INDEXEMPTY");
    }

    @Override
    SearchTextField with(FieldSettings changed) {
        return new SearchTextField(changed);
    }

    @Override
    void writeTypeTo(CommandBuilder<?, ?> command) {
        command.word("TEXT");
    }
}
