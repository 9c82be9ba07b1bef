package io.sorrel.redis.multiplex;

import io.sorrel.redis.protocol.EncodedRequest;
import java.io.IOException;
import java.io.OutputStream;

/** Commands collected to be written at once. Used by the writer alone. */
final class RequestBatch {
    private static final int CAPACITY = 64 * 1024;

    /** Larger commands are not copied. */
    static final int LARGEST_COPIED = 16 * 1024;

    private final byte[] buffer = new byte[CAPACITY];
    private int end;

    boolean isEmpty() {
        return end == 0;
    }

    /** Whether a command is small enough to be collected at all. */
    static boolean takes(EncodedRequest request) {
        return request.size() <= LARGEST_COPIED;
    }

    boolean hasRoomFor(EncodedRequest request) {
        return request.size() <= CAPACITY - end;
    }

    void add(EncodedRequest request) {
        end = request.copyTo(buffer, end);
    }

    int size() {
        return end;
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(buffer, 0, end);
    }

    void clear() {
        end = 0;
    }
}
