package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** A unit of distances on the earth, which the server takes for a sphere. */
public enum GeoUnit implements CommandArgs {
    /** Metres. */
    METERS("m"),
    /** Kilometres. */
    KILOMETERS("km"),
    /** Miles of 1609.34 m. */
    MILES("mi"),
    /** Feet of 0.3048 m. */
    FEET("ft");

    private final String word;

    GeoUnit(String word) {
        this.word = word;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
    }
}
