package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** How the two results of a hybrid query become one (COMBINE). Immutable. */
public final class HybridFusion implements CommandArgs {
    private static final double USUAL_CONSTANT = 60;

    private final String method;
    private final Options options;

    private HybridFusion(String method, Options options) {
        this.method = method;
        this.options = options;
    }

    /** By the place that a document has in each result (RRF). */
    public static HybridFusion byRank() {
        return byRank(USUAL_CONSTANT);
    }

    /**
     * By the place that a document has in each result (RRF with CONSTANT).
     *
     * @param constant more than 0, 60 unless told: the larger, the less the first places count
     */
    public static HybridFusion byRank(double constant) {
        if (Arguments.finite("constant", constant) <= 0) {
            throw new IllegalArgumentException("constant must be more than 0, but is " + constant);
        }
        return new HybridFusion("RRF", Options.NONE.with("CONSTANT", command -> command.number(constant)));
    }

    /**
     * By the sum of both scores (LINEAR).
     *
     * @param textWeight how much that of the words counts (ALPHA)
     * @param vectorWeight how much that of the vectors counts (BETA)
     */
    public static HybridFusion weighted(double textWeight, double vectorWeight) {
        Arguments.finite("textWeight", textWeight);
        Arguments.finite("vectorWeight", vectorWeight);
        return new HybridFusion(
                "LINEAR",
                Options.NONE
                        .with("ALPHA", command -> command.number(textWeight))
                        .with("BETA", command -> command.number(vectorWeight)));
    }

    /**
     * How many documents of each result count (WINDOW).
     *
     * @param documents at least 1; 20 unless told
     */
    public HybridFusion window(long documents) {
        Arguments.positive("documents", documents);
        return new HybridFusion(method, options.with("WINDOW", command -> command.number(documents)));
    }

    /** The score that comes out stands in a field of this name (YIELD_SCORE_AS). */
    public HybridFusion yieldScoreAs(String field) {
        String name = SearchNames.field("field", field);
        return new HybridFusion(method, options.with("YIELD_SCORE_AS", command -> command.text("field", name)));
    }

    /** Writes the way, the number of words that follow, and these. */
    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        options.writeTo(command.word("COMBINE").word(method).number(options.size() * 2L));
    }
}
