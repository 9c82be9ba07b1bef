package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** The shape in which a search looks for members, around its centre. Immutable. */
public final class GeoShape implements CommandArgs {
    private final String word;
    private final double[] sizes;
    private final GeoUnit unit;

    private GeoShape(String word, GeoUnit unit, double... sizes) {
        this.word = word;
        this.unit = CommandBuilder.notNull("unit", unit);
        this.sizes = sizes;
    }

    /**
     * A circle (BYRADIUS).
     *
     * @param radius its radius, finite and not negative
     * @param unit unit of the radius, and of distances that are told
     */
    public static GeoShape circle(double radius, GeoUnit unit) {
        return new GeoShape("BYRADIUS", unit, Arguments.notNegative("radius", radius));
    }

    /**
     * A rectangle whose sides go from west to east and from south to north (BYBOX).
     *
     * @param width from west to east, finite and not negative
     * @param height from south to north, finite and not negative
     * @param unit unit of width and height, and of distances that are told
     */
    public static GeoShape box(double width, double height, GeoUnit unit) {
        return new GeoShape(
                "BYBOX", unit, Arguments.notNegative("width", width), Arguments.notNegative("height", height));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(word);
        for (double size : sizes) {
            command.number(size);
        }
        command.args("unit", unit);
    }
}
