package io.sorrel.redis.test.fault;

import java.nio.ByteBuffer;

/** Something that happens to a stream of bytes at one place: when so many bytes before it have been dealt with. */
sealed interface StreamEdit {
    /** Returns the number of bytes of the stream that lie before the place. */
    long offset();

    /** Returns whether it needs a byte at its place; the others happen as soon as the byte before has passed. */
    default boolean needsByte() {
        return true;
    }

    /** One byte arrives with all its bits turned over. */
    record Corrupt(long offset) implements StreamEdit {}

    /** Bytes do not arrive. */
    record Drop(long offset, long count) implements StreamEdit {}

    /** Bytes arrive twice in a row; the copy so far is what earlier chunks held of them. */
    record Duplicate(long offset, int count, ByteBuffer copy) implements StreamEdit {}

    /** Bytes arrive that nobody sent. */
    record Insert(long offset, ByteBuffer content) implements StreamEdit {
        @Override
        public boolean needsByte() {
            return false;
        }
    }

    /** Nothing arrives any more until the stream is resumed. */
    record Stall(long offset) implements StreamEdit {
        @Override
        public boolean needsByte() {
            return false;
        }
    }

    /** The connection ends. */
    record End(long offset, Cut how) implements StreamEdit {
        @Override
        public boolean needsByte() {
            return false;
        }
    }
}
