package io.sorrel.redis.protocol;

import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies value by value, straight from the receive buffer, in RESP2 and RESP3.
 *
 * <p>Each reply starts with {@link #beginReply}; then one read per value, in the order of the wire: an aggregate's header
 * method returns its count, and its elements follow as values of their own. Attributes are skipped. A reader belongs to one
 * thread at a time.
 *
 * <p>Three kinds of failure:
 * <ul>
 *   <li>A value of another kind than asked for is consumed whole and raised as {@link UnexpectedReplyException}, an error reply
 *       as {@link ErrorReplyException}. The reader stays in step: go on, or call {@link #finishReply}.
 *   <li>Bytes that break a rule or exceed a limit raise {@link RedisProtocolException}; every later call raises it too.
 *   <li>The source's {@link IOException}, {@link EOFException} at its end. The reader can go on only if no byte of the reply had
 *       arrived, so that a read timeout between replies does no harm.
 * </ul>
 */
public final class RespReader {
    private static final int FIRST_SIZE = 16 * 1024;
    private static final int LARGEST_FIRST_CAPACITY = 128 * 1024;
    private static final int FORMAT_LENGTH = 4;
    private static final int LONGEST_LONG = 20;

    private final ReceiveBuffer input;
    private final OpenAggregates open;
    private final ValueFraming framing;

    /** True while a value is half-read: whatever is thrown then leaves the reader unusable. */
    private boolean broken;

    /** A reader of a connection's replies. */
    public RespReader(ByteSource source, RespLimits limits) {
        this(source, limits, new byte[FIRST_SIZE], 0);
    }

    /** A reader with a buffer of another size. */
    RespReader(ByteSource source, RespLimits limits, byte[] buffer, int buffered) {
        this.input = new ReceiveBuffer(source, limits, buffer, buffered);
        this.open = new OpenAggregates(limits);
        this.framing = new ValueFraming(input, open, limits);
    }

    /**
     * A reader of bytes that are already here, such as a captured reply.
     *
     * @param replies the bytes; neither copied nor changed
     * @param limits the limits under which they were captured
     */
    public static RespReader of(byte[] replies, RespLimits limits) {
        return new RespReader(ReceiveBuffer.NOTHING_MORE, limits, replies, replies.length);
    }

    /** A first capacity for a collection of a declared size, which a hostile server cannot make large. */
    public static int initialCapacity(int declared) {
        return Math.max(0, Math.min(declared, LARGEST_FIRST_CAPACITY));
    }

    /**
     * Starts a reply with fresh limits.
     *
     * @throws IllegalStateException when the reply before is half-read
     */
    public void beginReply() {
        checkUsable();
        if (!isAtReplyBoundary()) {
            throw new IllegalStateException("the reply before is half-read: call finishReply() first");
        }
        input.beginReply();
        open.beginReply();
    }

    /** Whether the stream stands between two replies: the last one is read whole, or nothing of it has been consumed. */
    public boolean isAtReplyBoundary() {
        return !broken && (!open.expectsValue() || (open.untouched() && input.untouched()));
    }

    /** How many bytes have been received and not consumed; on an idle connection any byte is one too many. */
    public int buffered() {
        return input.buffered();
    }

    /** Whether what has been received and not consumed starts with a push; reads nothing. */
    public boolean isPushBuffered() {
        return input.buffered() > 0 && input.bytes()[input.position()] == '>';
    }

    /**
     * Whether the next value starts with these bytes, of which nothing is consumed. It waits for no byte that the value may
     * do without.
     *
     * @param start the beginning of a bulk string, with its length
     */
    public boolean isNext(byte[] start) throws IOException {
        begin();
        boolean same = input.startsWith(start);
        broken = false;
        return same;
    }

    /** The kind of the next value, which is not consumed; {@code $-1} and {@code *-1} are {@link RespType#NULL}. */
    public RespType peek() throws IOException {
        byte typeByte = begin();
        RespType type = isNullAhead(typeByte) ? RespType.NULL : RespType.of(typeByte);
        if (type == null) {
            throw ValueFraming.unknownType(typeByte);
        }
        broken = false;
        return type;
    }

    /** Consumes the next value if it is null, and says whether it was. */
    public boolean readNull() throws IOException {
        byte typeByte = begin();
        boolean isNull = isNullAhead(typeByte);
        if (isNull) {
            framing.skipValue();
        }
        ended();
        return isNull;
    }

    /** An integer, or a string that is one. */
    public long readLong() throws IOException {
        byte typeByte = begin();
        if (typeByte == ':') {
            input.advance(1);
            return scalar(input.integer());
        }
        int length = shortText(typeByte, LONGEST_LONG, "an integer");
        boolean valid = NumberText.isLong(input.bytes(), input.position(), length);
        long value = valid ? NumberText.toLong(input.bytes(), input.position(), length) : 0;
        endShortText(length, valid, "an integer", typeByte);
        return value;
    }

    /** A double or an integer, or a string that is one; infinities and NaN included. */
    public double readDouble() throws IOException {
        byte typeByte = begin();
        if (typeByte == ':') {
            input.advance(1);
            return scalar(input.integer());
        }
        if (typeByte == ',') {
            int length = framing.doubleLength();
            double value = NumberText.toDouble(input.bytes(), input.position(), length);
            input.advance(length);
            endText();
            return value;
        }
        int length = shortText(typeByte, NumberText.LONGEST, "a double");
        boolean valid = NumberText.isDouble(input.bytes(), input.position(), length);
        double value = valid ? NumberText.toDouble(input.bytes(), input.position(), length) : 0;
        endShortText(length, valid, "a double", typeByte);
        return value;
    }

    /** A boolean, or an integer that is 0 or 1. */
    public boolean readBoolean() throws IOException {
        byte typeByte = begin();
        if (typeByte == '#') {
            boolean value = framing.takeBoolean();
            endScalar();
            return value;
        }
        if (typeByte != ':') {
            throw unexpected("a boolean", typeByte);
        }
        input.advance(1);
        long value = scalar(input.integer());
        if (value != 0 && value != 1) {
            throw mismatch("a boolean", "an integer other than 0 and 1");
        }
        return value == 1;
    }

    /** A big number or an integer, or a string that is one; at most 4096 characters. */
    public BigInteger readBigNumber() throws IOException {
        byte typeByte = begin();
        if (typeByte == ':') {
            input.advance(1);
            return BigInteger.valueOf(scalar(input.integer()));
        }
        if (typeByte == '(') {
            int length = framing.bigNumberLength();
            BigInteger value = NumberText.toBigInteger(input.bytes(), input.position(), length);
            input.advance(length);
            endText();
            return value;
        }
        int length = shortText(typeByte, NumberText.LONGEST, "a big number");
        boolean valid = NumberText.isInteger(input.bytes(), input.position(), length);
        BigInteger value = valid ? NumberText.toBigInteger(input.bytes(), input.position(), length) : BigInteger.ZERO;
        endShortText(length, valid, "a big number", typeByte);
        return value;
    }

    /** The bytes of a string of any kind, a verbatim one without its format. */
    public byte[] readBytes() throws IOException {
        byte[] value = readBytesOrNull();
        if (value == null) {
            throw mismatch("a string", RespType.NULL.description());
        }
        return value;
    }

    /** The bytes of a string of any kind, a verbatim one without its format, or null. */
    public byte @Nullable [] readBytesOrNull() throws IOException {
        int whole = wholeBulk();
        if (whole >= 0) {
            byte[] value = input.take(whole);
            input.advance(2);
            endScalar();
            return value;
        }
        byte typeByte = begin();
        int length = stringLength(typeByte, "a string");
        if (length < 0) {
            endScalar();
            return null;
        }
        byte[] value = input.take(length);
        endText();
        return value;
    }

    /** The text of a string of any kind, a verbatim one without its format; bytes that are not UTF-8 become U+FFFD. */
    public String readString() throws IOException {
        String value = readStringOrNull();
        if (value == null) {
            throw mismatch("a string", RespType.NULL.description());
        }
        return value;
    }

    /** The text of a string of any kind, or null. */
    public @Nullable String readStringOrNull() throws IOException {
        int whole = wholeBulk();
        if (whole >= 0) {
            String value = new String(input.bytes(), input.position(), whole, StandardCharsets.UTF_8);
            input.advance(whole + 2);
            endScalar();
            return value;
        }
        byte typeByte = begin();
        int length = stringLength(typeByte, "a string");
        if (length < 0) {
            endScalar();
            return null;
        }
        String value = text(length);
        endText();
        return value;
    }

    /** A verbatim string with its format; a string of another kind has the format {@code txt}. */
    public VerbatimString readVerbatim() throws IOException {
        byte typeByte = begin();
        if (typeByte != '=') {
            broken = false;
            return new VerbatimString("txt", readString());
        }
        int length = framing.verbatimHeader();
        String format = text(FORMAT_LENGTH).substring(0, FORMAT_LENGTH - 1);
        String value = text(length);
        endText();
        return new VerbatimString(format, value);
    }

    /** A string that is {@code OK}, the whole answer of many commands. */
    public void readOk() throws IOException {
        byte typeByte = begin();
        int length = shortText(typeByte, NumberText.LONGEST, "OK");
        boolean valid =
                length == 2 && input.bytes()[input.position()] == 'O' && input.bytes()[input.position() + 1] == 'K';
        endShortText(length, valid, "OK", typeByte);
    }

    /** The text of an error, simple or blob. */
    public String readError() throws IOException {
        byte typeByte = begin();
        if (typeByte != '-' && typeByte != '!') {
            throw unexpected("an error", typeByte);
        }
        return takeError(typeByte);
    }

    /**
     * Opens an array, a set or a push message, whose elements follow.
     *
     * @return how many elements follow, or -1 for null; the server's word only, see {@link #initialCapacity}
     */
    public int readArrayHeader() throws IOException {
        byte typeByte = begin();
        if (typeByte == '*' || typeByte == '~' || typeByte == '>') {
            return header(typeByte);
        }
        if (isNullAhead(typeByte)) {
            framing.skipValue();
            ended();
            return -1;
        }
        throw unexpected("an array", typeByte);
    }

    /**
     * Opens a map, or the array of even length that stands for one in RESP2; keys and values follow in turns.
     *
     * @return how many pairs follow, or -1 for null; the server's word only, see {@link #initialCapacity}
     */
    public int readMapHeader() throws IOException {
        byte typeByte = begin();
        if (typeByte == '%') {
            return header(typeByte);
        }
        if (typeByte == '*') {
            int outside = open.depth();
            int count = framing.header(typeByte);
            boolean odd = count > 0 && count % 2 != 0;
            if (odd) {
                framing.skipOpenAbove(outside);
            }
            ended();
            if (odd) {
                throw mismatch("a map", "an array of odd length");
            }
            return count < 0 ? count : count / 2;
        }
        if (isNullAhead(typeByte)) {
            framing.skipValue();
            ended();
            return -1;
        }
        throw unexpected("a map", typeByte);
    }

    /** Skips one value with all that it contains. */
    public void skip() throws IOException {
        begin();
        framing.skipValue();
        ended();
    }

    /** Skips what is left of the reply; does nothing when it is read whole. */
    public void finishReply() throws IOException {
        checkUsable();
        while (open.expectsValue()) {
            skip();
        }
    }

    /**
     * Consumes the next value with all that it contains, checked against rules and limits, and returns it as it came.
     *
     * @return the bytes, to be read with {@link #of} elsewhere, for example where a user's codec may run
     */
    public byte[] captureReply() throws IOException {
        begin();
        input.beginCapture();
        framing.skipValue();
        byte[] reply = input.endCapture();
        ended();
        return reply;
    }

    /** Goes to the content of the next value and returns its length if that is a bulk string received whole; -1 if not. */
    private int wholeBulk() {
        if (broken || !open.expectsValue()) {
            return -1;
        }
        int length = input.wholeBulk();
        broken = length >= 0;
        return length;
    }

    /** Goes to the next value's type byte, which is not consumed, and skips attributes before it. */
    private byte begin() throws IOException {
        checkUsable();
        if (!open.expectsValue()) {
            throw new IllegalStateException("the reply has no more values: call beginReply() for the next one");
        }
        if (input.buffered() == 0) {
            awaitValue();
        }
        broken = true;
        byte typeByte = input.peek();
        return typeByte == '|' ? framing.skipAttributes() : typeByte;
    }

    private void awaitValue() throws IOException {
        broken = true;
        try {
            input.need(1);
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            broken = !(open.untouched() && input.untouched());
            throw e;
        }
    }

    /** Whether the next value can be read: neither reading nor the bytes have failed. */
    public boolean isUsable() {
        return !broken;
    }

    private void checkUsable() {
        if (broken) {
            throw new RedisProtocolException("the reader is unusable after an earlier failure");
        }
    }

    /** A value is consumed, and with it perhaps the reply. */
    private void ended() {
        broken = false;
        if (!open.expectsValue()) {
            input.endReply();
        }
    }

    private long scalar(long value) {
        endScalar();
        return value;
    }

    private void endScalar() {
        input.checkBytes();
        open.scalarRead();
        ended();
    }

    private void endText() throws IOException {
        input.terminator();
        endScalar();
    }

    private int header(byte typeByte) throws IOException {
        int count = framing.header(typeByte);
        ended();
        return count;
    }

    /** Consumes what precedes a string's content and returns its length; -1 for null, whose end is consumed too. */
    private int stringLength(byte typeByte, String expected) throws IOException {
        return switch (typeByte) {
            case '$' -> framing.bulkLength();
            case '+' -> {
                input.advance(1);
                yield input.line();
            }
            case '=' -> framing.verbatimLength();
            case '_', '*' -> {
                if (!isNullAhead(typeByte)) {
                    throw unexpected(expected, typeByte);
                }
                yield framing.takeNull(typeByte);
            }
            default -> throw unexpected(expected, typeByte);
        };
    }

    private String text(int length) throws IOException {
        if (!input.fits(length)) {
            return new String(input.take(length), StandardCharsets.UTF_8);
        }
        input.need(length);
        String text = new String(input.bytes(), input.position(), length, StandardCharsets.UTF_8);
        input.advance(length);
        return text;
    }

    /** Makes a short string available at the position; one that is null or too long is consumed and raised. */
    private int shortText(byte typeByte, int longest, String expected) throws IOException {
        int length = stringLength(typeByte, expected);
        if (length < 0) {
            endScalar();
            throw mismatch(expected, RespType.NULL.description());
        }
        if (length > longest) {
            input.skip(length);
            endShortText(0, false, expected, typeByte);
        }
        input.need(length);
        return length;
    }

    private void endShortText(int length, boolean valid, String expected, byte typeByte) throws IOException {
        input.advance(length);
        endText();
        if (!valid) {
            throw mismatch(expected, description(typeByte));
        }
    }

    private String takeError(byte typeByte) throws IOException {
        String text = text(framing.errorLength(typeByte));
        endText();
        return text;
    }

    /** Consumes a value that the decoder did not ask for and returns what to raise. */
    private RuntimeException unexpected(String expected, byte typeByte) throws IOException {
        if (typeByte == '-' || typeByte == '!') {
            return new ErrorReplyException(takeError(typeByte));
        }
        String actual = isNullAhead(typeByte) ? RespType.NULL.description() : description(typeByte);
        framing.skipValue();
        ended();
        return mismatch(expected, actual);
    }

    private static UnexpectedReplyException mismatch(String expected, String actual) {
        return new UnexpectedReplyException("expected " + expected + ", but the server sent " + actual);
    }

    private static String description(byte typeByte) {
        RespType type = RespType.of(typeByte);
        if (type == null) {
            throw ValueFraming.unknownType(typeByte);
        }
        return type.description();
    }

    private boolean isNullAhead(byte typeByte) throws IOException {
        if (typeByte == '_') {
            return true;
        }
        return (typeByte == '$' || typeByte == '*') && input.peek(1) == '-';
    }
}
