package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** The search for words of a hybrid query (SEARCH). Immutable. */
public final class HybridText implements CommandArgs {
    private final String query;
    private final Options options;

    private HybridText(String query, Options options) {
        this.query = query;
        this.options = options;
    }

    /**
     * A query without vectors.
     *
     * @param query as that of FT.SEARCH
     */
    public static HybridText of(String query) {
        return new HybridText(SearchNames.text("query", query), Options.NONE);
    }

    /**
     * How it is measured how well a document fits (SCORER).
     *
     * @param scorer such as {@code BM25STD}, {@code TFIDF} or {@code DOCSCORE}
     */
    public HybridText scorer(String scorer) {
        SearchNames.text("scorer", scorer);
        return new HybridText(query, options.with("SCORER", command -> command.text("scorer", scorer)));
    }

    /** How well it fits stands in a field of this name (YIELD_SCORE_AS). */
    public HybridText yieldScoreAs(String field) {
        String name = SearchNames.field("field", field);
        return new HybridText(query, options.with("YIELD_SCORE_AS", command -> command.text("field", name)));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command.word("SEARCH").text("query", query));
    }
}
