package io.sorrel.redis.protocol;

import io.sorrel.redis.error.RedisProtocolException;
import java.io.IOException;

/** The shape of every kind of value: what its header must be, where it ends, and how it is skipped without recursion. */
final class ValueFraming {
    private static final int FORMAT_LENGTH = 4;

    private final ReceiveBuffer input;
    private final OpenAggregates open;
    private final RespLimits limits;

    ValueFraming(ReceiveBuffer input, OpenAggregates open, RespLimits limits) {
        this.input = input;
        this.open = open;
        this.limits = limits;
    }

    /** Skips the attributes before a value and returns its type byte, not consumed. */
    byte skipAttributes() throws IOException {
        byte typeByte = input.peek();
        while (typeByte == '|') {
            skipValue();
            typeByte = input.peek();
        }
        return typeByte;
    }

    /** Skips a value, or an attribute, with all that it contains. */
    void skipValue() throws IOException {
        int outside = open.depth();
        skipScalarOrHeader();
        skipOpenAbove(outside);
    }

    /** Skips until no more aggregates are open than given. */
    void skipOpenAbove(int depth) throws IOException {
        while (open.depth() > depth) {
            skipScalarOrHeader();
        }
    }

    /** Consumes an aggregate's header and returns its count as declared, pairs for a map; -1 for null. */
    int header(byte typeByte) throws IOException {
        input.advance(1);
        if (typeByte == '>' && !open.untouched()) {
            throw new RedisProtocolException("a push message stands inside a reply");
        }
        int count = input.count(typeByte == '*');
        if (count < 0) {
            open.scalarRead();
        } else {
            open.opened(typeByte == '%' ? 2L * count : count);
        }
        return count;
    }

    /** Consumes a bulk string's header; -1 for null. */
    int bulkLength() throws IOException {
        input.advance(1);
        return input.stringLength(true, limits.bulk());
    }

    /** Consumes a verbatim string's header and format and returns the length of the text. */
    int verbatimLength() throws IOException {
        int length = verbatimHeader();
        input.advance(FORMAT_LENGTH);
        return length;
    }

    /** Consumes a verbatim string's header, but not its format, and returns the length of the text. */
    int verbatimHeader() throws IOException {
        input.advance(1);
        int length = input.stringLength(false, limits.bulk());
        if (length < FORMAT_LENGTH || input.peek(FORMAT_LENGTH - 1) != ':') {
            throw new RedisProtocolException("a verbatim string does not start with its format");
        }
        return length - FORMAT_LENGTH;
    }

    /** Consumes what precedes an error's text and returns the text's length. */
    int errorLength(byte typeByte) throws IOException {
        input.advance(1);
        return typeByte == '-' ? input.line() : input.stringLength(false, limits.line());
    }

    /** Consumes a double's type byte and returns the length of its text. */
    int doubleLength() throws IOException {
        input.advance(1);
        int length = input.line();
        if (!NumberText.isDouble(input.bytes(), input.position(), length)) {
            throw new RedisProtocolException("a double is malformed");
        }
        return length;
    }

    /** Consumes a big number's type byte and returns the length of its text. */
    int bigNumberLength() throws IOException {
        input.advance(1);
        int length = input.line();
        if (!NumberText.isInteger(input.bytes(), input.position(), length)) {
            throw new RedisProtocolException("a big number is malformed or too long");
        }
        return length;
    }

    /** Consumes a boolean. */
    boolean takeBoolean() throws IOException {
        input.advance(1);
        byte value = input.next();
        if (value != 't' && value != 'f') {
            throw new RedisProtocolException("a boolean is malformed: " + ReceiveBuffer.describe(value));
        }
        input.terminator();
        return value == 't';
    }

    /** Consumes a null, {@code _} or {@code *-1}, and returns -1 in place of a length. */
    int takeNull(byte typeByte) throws IOException {
        input.advance(1);
        if (typeByte == '*') {
            return input.count(true);
        }
        input.terminator();
        return -1;
    }

    /** A type byte that announces nothing known. */
    static RedisProtocolException unknownType(byte typeByte) {
        return typeByte == ';' || typeByte == '.'
                ? new RedisProtocolException("streamed strings and aggregates are unsupported")
                : new RedisProtocolException("unknown type byte " + ReceiveBuffer.describe(typeByte));
    }

    private void skipScalarOrHeader() throws IOException {
        byte typeByte = input.peek();
        switch (typeByte) {
            case '*', '%', '~', '>' -> header(typeByte);
            case '|' -> attribute();
            case ':' -> {
                input.advance(1);
                input.integer();
                endScalar();
            }
            case '#' -> {
                takeBoolean();
                endScalar();
            }
            case '_' -> {
                takeNull(typeByte);
                endScalar();
            }
            case '$' -> skipBulk();
            case '=' -> skipText(verbatimHeader() + FORMAT_LENGTH);
            case '-', '!' -> skipText(errorLength(typeByte));
            case '+' -> {
                input.advance(1);
                skipText(input.line());
            }
            case ',' -> skipText(doubleLength());
            case '(' -> skipText(bigNumberLength());
            default -> throw unknownType(typeByte);
        }
    }

    private void attribute() throws IOException {
        input.advance(1);
        open.openedAttribute(2L * input.count(false));
    }

    private void skipBulk() throws IOException {
        int length = bulkLength();
        if (length < 0) {
            endScalar();
        } else {
            skipText(length);
        }
    }

    private void skipText(int length) throws IOException {
        input.skip(length);
        input.terminator();
        endScalar();
    }

    private void endScalar() {
        input.checkBytes();
        open.scalarRead();
    }
}
