package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;

/** Arrays that always have the same number of elements. */
final class FixedArray {
    private FixedArray() {}

    /** Opens an array that must have so many elements. */
    static void open(ReplyReader reply, int expected) throws IOException {
        expect(expected, reply.readArrayHeader());
    }

    /** Refuses another number of elements. */
    static void expect(int expected, int size) {
        if (size != expected) {
            throw new UnexpectedReplyException(
                    "expected " + expected + " values in an array, but the server sent " + size);
        }
    }
}
