package io.sorrel.redis.protocol;

import java.io.IOException;

/** Where a {@link RespReader} takes its bytes from: a socket, a TLS session or an array. */
@FunctionalInterface
public interface ByteSource {
    /**
     * Reads at least one byte, and blocks until there is one.
     *
     * @param buffer where the bytes go
     * @param offset the index of the first byte
     * @param length how many bytes fit, at least one
     * @return how many bytes were read, or -1 at the end of the stream
     * @throws IOException when the source fails; a read timeout is one
     */
    int read(byte[] buffer, int offset, int length) throws IOException;
}
