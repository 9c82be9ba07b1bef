package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of VADD. Immutable. */
public final class VAddArgs implements CommandArgs {
    private static final VAddArgs DEFAULTS = new VAddArgs(0, false, null, 0, null, 0);

    private final long dimensions;
    private final boolean checkAndSet;
    private final @Nullable VectorQuantization quantization;
    private final long explorationFactor;
    private final @Nullable String attributes;
    private final long links;

    private VAddArgs(
            long dimensions,
            boolean checkAndSet,
            @Nullable VectorQuantization quantization,
            long explorationFactor,
            @Nullable String attributes,
            long links) {
        this.dimensions = dimensions;
        this.checkAndSet = checkAndSet;
        this.quantization = quantization;
        this.explorationFactor = explorationFactor;
        this.attributes = attributes;
        this.links = links;
    }

    /** The whole vector, in 8 bits a number unless the set is of another kind, without attributes. */
    public static VAddArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Fewer numbers than were given, by random projection (REDUCE). The first element of a set decides, later ones must
     * agree.
     *
     * @param dimensions how many numbers are stored, at least 1
     */
    public VAddArgs reduce(long dimensions) {
        return new VAddArgs(
                Arguments.positive("dimensions", dimensions),
                checkAndSet,
                quantization,
                explorationFactor,
                attributes,
                links);
    }

    /** Neighbours are looked for in the background, so that other commands run meanwhile (CAS). */
    public VAddArgs checkAndSet() {
        return new VAddArgs(dimensions, true, quantization, explorationFactor, attributes, links);
    }

    /** How the numbers are stored (NOQUANT, Q8, BIN). */
    public VAddArgs quantization(VectorQuantization newQuantization) {
        return new VAddArgs(
                dimensions,
                checkAndSet,
                CommandBuilder.notNull("newQuantization", newQuantization),
                explorationFactor,
                attributes,
                links);
    }

    /**
     * How many candidates are looked at for the neighbours of the new element (EF); more cost time and make later
     * searches find more.
     *
     * @param candidates at least 1; the server's default is 200
     */
    public VAddArgs explorationFactor(long candidates) {
        return new VAddArgs(
                dimensions, checkAndSet, quantization, Arguments.positive("candidates", candidates), attributes, links);
    }

    /**
     * Attributes of the element, by which a search can filter (SETATTR).
     *
     * @param json text of a JSON object
     */
    public VAddArgs attributes(String json) {
        return new VAddArgs(
                dimensions, checkAndSet, quantization, explorationFactor, CommandBuilder.notNull("json", json), links);
    }

    /**
     * How many neighbours an element is linked with at most, twice as many on the lowest layer (M). The first element
     * of a set decides, later ones must agree.
     *
     * @param maximum at least 1; the server's default is 16
     */
    public VAddArgs links(long maximum) {
        return new VAddArgs(
                dimensions,
                checkAndSet,
                quantization,
                explorationFactor,
                attributes,
                Arguments.positive("maximum", maximum));
    }

    /** How many numbers are stored; 0 for as many as are given. It stands before the vector, all else behind it. */
    public long reducedDimensions() {
        return dimensions;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (checkAndSet) {
            command.word("CAS");
        }
        if (quantization != null) {
            quantization.writeTo(command);
        }
        if (explorationFactor > 0) {
            command.word("EF").number(explorationFactor);
        }
        if (attributes != null) {
            command.word("SETATTR").text("json", attributes);
        }
        if (links > 0) {
            command.word("M").number(links);
        }
    }
}
