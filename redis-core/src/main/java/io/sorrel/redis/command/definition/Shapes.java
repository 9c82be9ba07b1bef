package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;

/** Arrays whose elements have a meaning each, by their positions; later servers may add more of them. */
final class Shapes {
    private Shapes() {}

    /** Opens an array that has so many elements at least, and returns how many it has. */
    static int open(ReplyReader reply, int least, String what) throws IOException {
        int size = reply.readArrayHeader();
        if (size < least) {
            throw new UnexpectedReplyException(
                    "expected " + what + " of " + least + " values, but the server sent " + Math.max(size, 0));
        }
        return size;
    }

    /** Skips the elements that are not known here. */
    static void skip(ReplyReader reply, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            reply.skip();
        }
    }
}
