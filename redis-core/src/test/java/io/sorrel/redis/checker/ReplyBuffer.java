package io.sorrel.redis.checker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Replies that leave in one write. The latest one may still be taken back, repeated or divided. Used by one thread. */
final class ReplyBuffer {
    private static final int SIZE = 64 * 1024;
    private static final int LARGEST_REPLY = 4 * 1024;
    private static final int MOST_DIGITS = 11;

    private final OutputStream out;
    private final byte[] bytes = new byte[SIZE];
    private final byte[] digits = new byte[MOST_DIGITS];
    private int filled;
    private int latest;

    ReplyBuffer(OutputStream out) {
        this.out = out;
    }

    /** Begins a reply. */
    void begin() throws IOException {
        if (SIZE - filled < 2 * LARGEST_REPLY) {
            flush();
        }
        latest = filled;
    }

    ReplyBuffer add(byte[] content) {
        System.arraycopy(content, 0, bytes, filled, content.length);
        filled += content.length;
        return this;
    }

    ReplyBuffer add(char unit) {
        bytes[filled++] = (byte) unit;
        return this;
    }

    ReplyBuffer add(int number) {
        int first = MOST_DIGITS;
        int rest = number;
        do {
            digits[--first] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        System.arraycopy(digits, first, bytes, filled, MOST_DIGITS - first);
        filled += MOST_DIGITS - first;
        return this;
    }

    ReplyBuffer addWord(CommandScanner command, int index) {
        command.copy(index, bytes, filled);
        filled += command.length(index);
        return this;
    }

    ReplyBuffer endOfLine() {
        return add('\r').add('\n');
    }

    static int digits(int number) {
        int count = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        return count;
    }

    byte[] latest() {
        return Arrays.copyOfRange(bytes, latest, filled);
    }

    /** Takes the latest reply back. */
    void dropLatest() {
        filled = latest;
    }

    /** Puts other bytes in front of the latest reply. */
    void addBeforeLatest(byte[] content) {
        byte[] reply = latest();
        filled = latest;
        add(content);
        latest = filled;
        add(reply);
    }

    /** Sends everything but the last bytes of the latest reply, which stay for the next flush. */
    void flushAllBut(int kept) throws IOException {
        int sent = filled - Math.min(kept, filled - latest);
        out.write(bytes, 0, sent);
        System.arraycopy(bytes, sent, bytes, 0, filled - sent);
        filled -= sent;
        latest = 0;
    }

    boolean isEmpty() {
        return filled == 0;
    }

    void flush() throws IOException {
        if (filled > 0) {
            out.write(bytes, 0, filled);
            filled = 0;
            latest = 0;
        }
    }
}
