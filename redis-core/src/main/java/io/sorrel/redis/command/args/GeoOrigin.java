package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where the centre of a search is. Immutable.
 *
 * @param <V> type of the members
 */
public final class GeoOrigin<V> {
    private final double longitude;
    private final double latitude;
    private final @Nullable V member;

    private GeoOrigin(double longitude, double latitude, @Nullable V member) {
        this.longitude = longitude;
        this.latitude = latitude;
        this.member = member;
    }

    /**
     * At a position (FROMLONLAT).
     *
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     */
    public static <V> GeoOrigin<V> at(double longitude, double latitude) {
        return new GeoOrigin<>(Arguments.longitude(longitude), Arguments.latitude(latitude), null);
    }

    /** Where a member is, which the same key must have (FROMMEMBER). */
    public static <V> GeoOrigin<V> member(V member) {
        return new GeoOrigin<>(0, 0, CommandBuilder.notNull("member", member));
    }

    /** Writes the option and its argument. */
    public void writeTo(CommandBuilder<?, V> command) {
        if (member == null) {
            command.word("FROMLONLAT").number(longitude).number(latitude);
        } else {
            command.word("FROMMEMBER").value("origin", member);
        }
    }
}
