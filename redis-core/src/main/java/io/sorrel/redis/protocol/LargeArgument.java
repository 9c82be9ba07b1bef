package io.sorrel.redis.protocol;

/**
 * An argument that is referred to instead of copied.
 *
 * @param position where in the encoded command its bytes belong
 * @param bytes the array that holds it
 * @param offset the index of its first byte
 * @param length how many bytes it has
 */
@SuppressWarnings("ArrayRecordComponent")
record LargeArgument(int position, byte[] bytes, int offset, int length) {}
