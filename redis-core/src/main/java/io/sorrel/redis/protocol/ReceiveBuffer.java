package io.sorrel.redis.protocol;

import io.sorrel.redis.error.RedisProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes received and not yet consumed, and the lexical rules of RESP: numbers, lines, terminators, lengths.
 *
 * <p>Every rule is decided at the first byte that breaks it, so that the outcome never depends on how the bytes were split.
 * The array grows only to hold a line or while the source fills it, and returns to its first size between replies;
 * the larger array is kept for a while, as large replies seldom come alone.
 */
final class ReceiveBuffer {
    /** A source that has ended: the array that the buffer starts with is all there is, and stays as it is. */
    static final ByteSource NOTHING_MORE = (buffer, offset, length) -> -1;

    /** How much may be allocated by a declared length alone. */
    static final int FIRST_PIECE = 1 << 20;

    private static final int GROWN_SIZE = 64 * 1024;

    /** Lengths of so many digits lie within what is buffered at most, and do not overflow. */
    private static final int MOST_DIGITS_AT_ONCE = 6;

    /** A larger buffer is kept for so many replies that do without it. */
    private static final int KEPT_REPLIES = 1_000;

    private static final int LONGEST_NUMBER = 19;

    private final ByteSource source;
    private final RespLimits limits;
    private final byte[] home;

    private byte[] bytes;

    /** A larger buffer that is not in use; most who needed it once need it again. */
    private byte @Nullable [] spare;

    private int repliesSinceSpare;
    private int position;
    private int end;

    private long passed;
    private long replyStart;
    private boolean filledCompletely;
    private ByteCollector capture = ByteCollector.NONE;

    ReceiveBuffer(ByteSource source, RespLimits limits, byte[] home, int end) {
        this.source = source;
        this.limits = limits;
        this.home = home;
        this.bytes = home;
        this.end = end;
    }

    int buffered() {
        return end - position;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    void beginReply() {
        replyStart = passed + position;
    }

    void endReply() {
        if (bytes != home && (position == end || bytes.length > GROWN_SIZE) && end - position <= home.length) {
            dropConsumed();
            System.arraycopy(bytes, 0, home, 0, end);
            spare = bytes.length == GROWN_SIZE ? bytes : spare;
            repliesSinceSpare = 0;
            bytes = home;
        } else if (spare != null && ++repliesSinceSpare > KEPT_REPLIES) {
            spare = null;
        }
    }

    /** Whether no byte of the current reply has been consumed. */
    boolean untouched() {
        return consumedByReply() == 0;
    }

    /** The next byte, not consumed. */
    byte peek() throws IOException {
        if (position == end) {
            fill(1);
        }
        return bytes[position];
    }

    /** The byte at a distance from the next one, nothing consumed. */
    byte peek(int distance) throws IOException {
        need(distance + 1);
        return bytes[position + distance];
    }

    /** Whether the next bytes are these, nothing consumed; the first one that differs decides. */
    boolean startsWith(byte[] expected) throws IOException {
        for (int i = 0; i < expected.length; i++) {
            if (peek(i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Consumes bytes that are buffered. */
    void advance(int count) {
        position += count;
    }

    byte next() throws IOException {
        if (position == end) {
            fill(1);
        }
        return bytes[position++];
    }

    void need(int count) throws IOException {
        if (end - position < count) {
            fill(count);
        }
    }

    void terminator() throws IOException {
        byte carriageReturn = next();
        if (carriageReturn != '\r') {
            throw unexpected(carriageReturn, "where CR LF must follow");
        }
        lineFeed();
    }

    /** The digits of an integer with an optional sign, up to its terminator. */
    long integer() throws IOException {
        byte first = next();
        boolean negative = first == '-';
        long magnitude = magnitude(negative || first == '+' ? next() : first);
        if (magnitude < 0 && !(negative && magnitude == Long.MIN_VALUE)) {
            throw new RedisProtocolException("an integer does not fit in 64 bits");
        }
        return negative ? -magnitude : magnitude;
    }

    /** The length of a string; -1 where the type has a null form. */
    int stringLength(boolean nullable, long limit) throws IOException {
        long length = length(nullable);
        if (length > limit) {
            throw new RedisProtocolException(
                    "a string of " + length + " bytes is announced, the limit is " + limit + " bytes");
        }
        if (length > limits.bytes() - consumedByReply()) {
            throw tooManyBytes();
        }
        return (int) length;
    }

    /**
     * If a bulk string comes next that has been received whole, as short ones mostly have: consumes what precedes its
     * content and returns its length. Else consumes nothing and returns -1, for it to be read piece by piece.
     */
    int wholeBulk() {
        int at = position;
        int length = 0;
        if (at == end || bytes[at] != '$') {
            return -1;
        }
        int firstDigit = ++at;
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            length = length * 10 + bytes[at] - '0';
        }
        boolean fits = at > firstDigit
                && at - firstDigit <= MOST_DIGITS_AT_ONCE
                && end - at >= length + 4
                && length <= limits.bulk()
                && passed + at + length + 4 - replyStart <= limits.bytes();
        if (!fits || !isLineEnd(at) || !isLineEnd(at + 2 + length)) {
            return -1;
        }
        position = at + 2;
        return length;
    }

    private boolean isLineEnd(int at) {
        return bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    /** The count of an aggregate; -1 where the type has a null form. */
    int count(boolean nullable) throws IOException {
        long count = length(nullable);
        if (count > Integer.MAX_VALUE) {
            throw new RedisProtocolException("an aggregate of " + count + " elements is announced");
        }
        checkBytes();
        return (int) count;
    }

    /** Makes a whole line available at the position and returns its length; nothing is consumed. */
    int line() throws IOException {
        int scanned = 0;
        while (true) {
            int stop = (int) Math.min(end, (long) position + limits.line() + 1);
            for (int at = position + scanned; at < stop; at++) {
                byte value = bytes[at];
                if (value == '\r') {
                    return terminatedLine(at - position);
                }
                if (value == '\n') {
                    throw unexpected(value, "in a line");
                }
            }
            scanned = stop - position;
            if (scanned > limits.line()) {
                throw new RedisProtocolException("a line is longer than the limit of " + limits.line() + " bytes");
            }
            fill(scanned + 1);
        }
    }

    /** Fails when the current reply has consumed more bytes than one may. */
    void checkBytes() {
        if (consumedByReply() > limits.bytes()) {
            throw tooManyBytes();
        }
    }

    /** Whether a string of this length is best decoded in place, after {@link #need}. */
    boolean fits(int length) {
        return length <= bytes.length;
    }

    /** Consumes bytes into a new array, which grows with what arrives and never from the length alone. */
    byte[] take(int length) throws IOException {
        if (length <= bytes.length) {
            need(length);
            byte[] result = Arrays.copyOfRange(bytes, position, position + length);
            position += length;
            return result;
        }
        byte[] result = new byte[Math.min(length, FIRST_PIECE)];
        int taken = readInto(result, 0);
        while (taken < length) {
            result = Arrays.copyOf(result, (int) Math.min(length, result.length * 4L));
            taken = readInto(result, taken);
        }
        return result;
    }

    /** Consumes bytes and keeps them only while capturing. */
    void skip(int length) throws IOException {
        if (length > bytes.length && capture != ByteCollector.NONE) {
            captureLarge(length);
            return;
        }
        int left = length;
        while (left > end - position) {
            left -= end - position;
            position = end;
            fill(1);
        }
        position += left;
    }

    /** From here on, consumed bytes are kept until {@link #endCapture}. */
    void beginCapture() {
        capture = new ByteCollector(position);
    }

    byte[] endCapture() {
        byte[] captured = capture.finish(bytes, position);
        capture = ByteCollector.NONE;
        return captured;
    }

    private long consumedByReply() {
        return passed + position - replyStart;
    }

    private RedisProtocolException tooManyBytes() {
        return new RedisProtocolException("a reply is longer than the limit of " + limits.bytes() + " bytes");
    }

    private static RedisProtocolException unexpected(byte value, String where) {
        return new RedisProtocolException("unexpected byte " + describe(value) + " " + where);
    }

    /** A byte as it may stand in a message. */
    static String describe(byte value) {
        return value > ' ' && value < 0x7F && value != '\''
                ? "'" + (char) value + "'"
                : String.format("0x%02x", value & 0xFF);
    }

    private long length(boolean nullable) throws IOException {
        byte first = next();
        if (first == '-' && nullable) {
            byte digit = next();
            if (digit != '1') {
                throw unexpected(digit, "in a negative length; only -1 is one");
            }
            terminator();
            return -1;
        }
        if (first == '?') {
            throw new RedisProtocolException("streamed strings and aggregates are unsupported");
        }
        long length = magnitude(first);
        if (length < 0) {
            throw new RedisProtocolException("a length does not fit in 64 bits");
        }
        return length;
    }

    /** Digits up to their terminator, as an unsigned number. */
    private long magnitude(byte first) throws IOException {
        long value = 0;
        int digits = 0;
        byte next = first;
        while (next != '\r' || digits == 0) {
            int digit = next - '0';
            if (digit < 0 || digit > 9) {
                throw unexpected(next, "in a number");
            }
            if (++digits > LONGEST_NUMBER) {
                throw new RedisProtocolException("a number has more than " + LONGEST_NUMBER + " digits");
            }
            value = value * 10 + digit;
            next = next();
        }
        lineFeed();
        return value;
    }

    private void lineFeed() throws IOException {
        byte lineFeed = next();
        if (lineFeed != '\n') {
            throw unexpected(lineFeed, "after CR");
        }
    }

    private int terminatedLine(int length) throws IOException {
        need(length + 2);
        byte lineFeed = bytes[position + length + 1];
        if (lineFeed != '\n') {
            throw unexpected(lineFeed, "after CR");
        }
        return length;
    }

    /** Receives into the collector's array directly, with room for a terminator, so that nothing is copied again. */
    private void captureLarge(int length) throws IOException {
        int left = Math.max(0, length - (end - position));
        position += length - left;
        dropConsumed();
        while (left > 0) {
            byte[] target = capture.room(left + 2);
            int received = receive(target, capture.size(), Math.min(left, target.length - capture.size()));
            capture.added(received);
            passed += received;
            left -= received;
        }
    }

    private int readInto(byte[] target, int from) throws IOException {
        int taken = Math.min(end - position, target.length - from);
        System.arraycopy(bytes, position, target, from, taken);
        position += taken;
        int at = from + taken;
        while (at < target.length) {
            int received = receive(target, at, target.length - at);
            at += received;
            passed += received;
        }
        return at;
    }

    private void fill(int count) throws IOException {
        if (source == NOTHING_MORE) {
            throw endOfStream();
        }
        if (position > 0) {
            dropConsumed();
        }
        if (count > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(RespLimits.LONGEST_ARRAY, Math.max(count, bytes.length * 2L)));
        } else if (filledCompletely && bytes.length < GROWN_SIZE) {
            grow();
        }
        filledCompletely = false;
        while (end < count) {
            end += receive(bytes, end, bytes.length - end);
        }
        filledCompletely = end == bytes.length;
    }

    private void grow() {
        byte[] larger = spare == null ? new byte[GROWN_SIZE] : spare;
        spare = null;
        System.arraycopy(bytes, 0, larger, 0, end);
        bytes = larger;
    }

    private void dropConsumed() {
        capture.append(bytes, position);
        System.arraycopy(bytes, position, bytes, 0, end - position);
        passed += position;
        end -= position;
        position = 0;
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        int received = source.read(target, offset, length);
        if (received > 0) {
            return received;
        }
        throw received < 0 ? endOfStream() : new IOException("the source returned no bytes");
    }

    private static EOFException endOfStream() {
        return new EOFException("the server closed the connection");
    }
}
