package io.sorrel.redis.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A command as it goes on the wire; it does not change, and may be written more than once. */
public final class EncodedRequest {
    private final int arguments;
    private final long size;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final List<LargeArgument> large;

    /** Takes the array over; large arguments stand at rising positions in it. */
    EncodedRequest(int arguments, byte[] bytes, int from, int to, List<LargeArgument> large) {
        this.arguments = arguments;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.large = large;
        long total = (long) to - from;
        for (LargeArgument argument : large) {
            total += argument.length();
        }
        this.size = total;
    }

    /** How many arguments the command has, its name included. */
    public int arguments() {
        return arguments;
    }

    /** How many bytes go on the wire. */
    public long size() {
        return size;
    }

    /** Writes the command in as few calls as its large arguments allow. */
    public void writeTo(OutputStream out) throws IOException {
        int at = from;
        for (LargeArgument argument : large) {
            out.write(bytes, at, argument.position() - at);
            out.write(argument.bytes(), argument.offset(), argument.length());
            at = argument.position();
        }
        out.write(bytes, at, to - at);
    }

    /**
     * Copies the command, so that several go out in one write.
     *
     * @param target where to; {@link #size} bytes must fit behind the offset
     * @param offset the index of the first byte
     * @return the index behind the last byte
     * @throws IndexOutOfBoundsException when the command does not fit; nothing useful was written then
     */
    public int copyTo(byte[] target, int offset) {
        int at = from;
        int end = offset;
        for (LargeArgument argument : large) {
            end = copy(bytes, at, argument.position() - at, target, end);
            end = copy(argument.bytes(), argument.offset(), argument.length(), target, end);
            at = argument.position();
        }
        return copy(bytes, at, to - at, target, end);
    }

    /** Appends the arguments to another command; what they refer to, that refers to as well. */
    void appendTo(RequestEncoder other) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        at++;
        for (LargeArgument argument : large) {
            other.encoded(bytes, at, argument.position() - at);
            other.large(argument);
            at = argument.position();
        }
        other.encoded(bytes, at, to - at);
    }

    @Override
    public String toString() {
        return "EncodedRequest[" + arguments + " arguments, " + size + " bytes]";
    }

    private static int copy(byte[] source, int from, int length, byte[] target, int offset) {
        System.arraycopy(source, from, target, offset, length);
        return offset + length;
    }
}
