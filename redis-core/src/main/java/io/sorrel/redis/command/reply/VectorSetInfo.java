package io.sorrel.redis.command.reply;

/**
 * What a server says of a vector set. A number that it does not tell is -1.
 *
 * @param quantization how numbers are stored: {@code f32}, {@code int8} or {@code bin}
 * @param dimensions how many numbers a stored vector has
 * @param inputDimensions how many numbers a vector has before it is reduced; 0 where none is
 * @param size how many elements there are
 * @param links how many neighbours an element is linked with at most, twice as many on the lowest layer
 * @param maxLevel number of the highest layer, from 0
 * @param attributes how many elements have attributes
 */
public record VectorSetInfo(
        String quantization,
        long dimensions,
        long inputDimensions,
        long size,
        long links,
        long maxLevel,
        long attributes) {}
