package io.sorrel.redis.command.reply;

/**
 * A position on the earth. The server keeps 52 bits of it, so that what is read may be up to about 0.6 m from what was
 * written.
 *
 * @param longitude in degrees, -180 to 180, positive in the east
 * @param latitude in degrees, about -85.05 to 85.05, positive in the north
 */
public record GeoPosition(double longitude, double latitude) {}
