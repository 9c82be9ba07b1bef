package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What a search tells about each member that it has found. */
public enum GeoDetail implements CommandArgs {
    /** Distance from the centre, in the unit of the search (WITHDIST). */
    DISTANCE("WITHDIST"),
    /** The score, which is the geohash as a whole number of 52 bits (WITHHASH). */
    HASH("WITHHASH"),
    /** Longitude and latitude (WITHCOORD). */
    POSITION("WITHCOORD");

    private final String word;

    GeoDetail(String word) {
        this.word = word;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
    }
}
