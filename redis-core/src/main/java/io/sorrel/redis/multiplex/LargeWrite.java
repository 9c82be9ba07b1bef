package io.sorrel.redis.multiplex;

import java.io.IOException;
import java.io.OutputStream;

/** Writes one large command piece by piece, and notes after each that the server still takes what it is sent. */
final class LargeWrite extends OutputStream {
    /** No more than one system call takes. */
    private static final int PIECE = 128 * 1024;

    private final ActiveLink active;
    private final OutputStream output;

    LargeWrite(ActiveLink active) {
        this.active = active;
        this.output = active.link().output();
    }

    @Override
    public void write(int b) throws IOException {
        output.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int at = offset; at < end; at += PIECE) {
            output.write(bytes, at, Math.min(PIECE, end - at));
            active.progressed(System.nanoTime());
        }
    }
}
