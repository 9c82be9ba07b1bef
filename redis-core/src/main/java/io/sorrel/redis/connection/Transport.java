package io.sorrel.redis.connection;

import io.sorrel.redis.protocol.ByteSource;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of one connection in both directions; the seam behind which TCP, TLS and Unix sockets differ. */
interface Transport extends ByteSource {
    /** Where requests are written; unbuffered. A write that fails has not handed over its last byte. */
    OutputStream output();

    /** Bytes that can be read at once, as far as the system tells; 0 where it does not. One system call. */
    int available() throws IOException;

    /** Closes it at once, also under a thread that reads or writes; idempotent, never throws. */
    void close();
}
