package io.sorrel.redis.checker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds commands in a stream of bytes, in place: none costs an object. Used by one thread. */
final class CommandScanner {
    private static final int MOST_WORDS = 16;

    private final InputStream in;
    private final int[] starts = new int[MOST_WORDS];
    private final int[] lengths = new int[MOST_WORDS];
    private byte[] bytes = new byte[64 * 1024];
    private int position;
    private int end;
    private int cursor;
    private int words;

    CommandScanner(InputStream in) {
        this.in = in;
    }

    /** Goes to the next command; false if it has not been received completely. */
    boolean next() throws IOException {
        cursor = position;
        int count = header('*');
        if (count > MOST_WORDS) {
            throw new IOException("a command of " + count + " words");
        }
        for (int word = 0; word < count; word++) {
            int length = header('$');
            if (length < 0 || cursor + length + 2 > end) {
                return false;
            }
            starts[word] = cursor;
            lengths[word] = length;
            cursor += length + 2;
        }
        words = count;
        position = count < 0 ? position : cursor;
        return count >= 0;
    }

    /** Reads the number of a line such as {@code $3}; -1 if it is not complete. */
    private int header(char type) throws IOException {
        if (cursor < end && bytes[cursor] != type) {
            throw new IOException("expected " + type + " instead of byte " + bytes[cursor]);
        }
        int number = 0;
        for (int at = cursor + 1; at + 1 < end; at++) {
            if (bytes[at] == '\r') {
                cursor = at + 2;
                return number;
            }
            number = 10 * number + bytes[at] - '0';
        }
        return -1;
    }

    /** Waits for more bytes; false at the end of the stream. */
    boolean fill() throws IOException {
        System.arraycopy(bytes, position, bytes, 0, end - position);
        end -= position;
        position = 0;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        int received = in.read(bytes, end, bytes.length - end);
        end += Math.max(received, 0);
        return received >= 0;
    }

    int words() {
        return words;
    }

    boolean isWord(int index, byte[] expected) {
        int start = starts[index];
        return Arrays.equals(bytes, start, start + lengths[index], expected, 0, expected.length);
    }

    String word(int index) {
        return new String(bytes, starts[index], lengths[index], StandardCharsets.UTF_8);
    }

    /** The decimal number behind the first byte of a word. */
    int numberIn(int index) {
        int number = 0;
        for (int at = 1; at < lengths[index]; at++) {
            number = 10 * number + bytes[starts[index] + at] - '0';
        }
        return number;
    }

    int length(int index) {
        return lengths[index];
    }

    void copy(int index, byte[] target, int offset) {
        System.arraycopy(bytes, starts[index], target, offset, lengths[index]);
    }
}
