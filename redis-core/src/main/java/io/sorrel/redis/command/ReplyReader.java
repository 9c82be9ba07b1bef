package io.sorrel.redis.command;

import io.sorrel.redis.protocol.RespReader;
import io.sorrel.redis.protocol.RespType;
import java.io.IOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The reply of one command, read piece by piece; the shapes of RESP2 and RESP3 look the same through it. When a piece
 * is not of the kind that is asked for, it is consumed and an exception says so; the connection stays in step. Valid
 * only during {@link ReplyDecoder#decode}, on the thread that calls it.
 */
public final class ReplyReader {
    private final RespReader resp;

    /** Made by the connection; decoders get it handed in. */
    @SuppressWarnings("exports") // Only this module can name the parameter's type.
    public ReplyReader(RespReader resp) {
        this.resp = resp;
    }

    /** Consumes a null and returns true, or leaves what comes next and returns false. */
    public boolean readNull() throws IOException {
        return resp.readNull();
    }

    /** A whole number, also one that was sent as a string. */
    public long readLong() throws IOException {
        return resp.readLong();
    }

    /** A floating-point number; RESP2 sends it as a string. */
    public double readDouble() throws IOException {
        return resp.readDouble();
    }

    /** A yes or no; RESP2 sends it as 1 or 0. */
    public boolean readBoolean() throws IOException {
        return resp.readBoolean();
    }

    /** A whole number of any size. */
    public BigInteger readBigNumber() throws IOException {
        return resp.readBigNumber();
    }

    /** The bytes of a string of any kind. */
    public byte[] readBytes() throws IOException {
        return resp.readBytes();
    }

    /** The bytes of a string of any kind, or null. */
    public byte @Nullable [] readBytesOrNull() throws IOException {
        return resp.readBytesOrNull();
    }

    /** A string of any kind as UTF-8. */
    public String readString() throws IOException {
        return resp.readString();
    }

    /** Opens an array, set or push and returns its number of elements; -1 for null. Read that many values next. */
    public int readArrayHeader() throws IOException {
        return resp.readArrayHeader();
    }

    /** Opens a map and returns its number of pairs; -1 for null. RESP2 sends an array of twice as many elements. */
    public int readMapHeader() throws IOException {
        return resp.readMapHeader();
    }

    /** The text of an error that stands within the reply. */
    public String readError() throws IOException {
        return resp.readError();
    }

    /** Skips one whole value. */
    public void skip() throws IOException {
        resp.skip();
    }

    /** Whether an error comes next; only elements of aggregates are ever errors here. */
    public boolean isError() throws IOException {
        RespType type = resp.peek();
        return type == RespType.ERROR || type == RespType.BLOB_ERROR;
    }

    /** Whether an array, set or push comes next. */
    public boolean isArray() throws IOException {
        RespType type = resp.peek();
        return type == RespType.ARRAY || type == RespType.SET || type == RespType.PUSH;
    }

    /** Whether a map comes next; in RESP2 maps are arrays. */
    public boolean isMap() throws IOException {
        return resp.peek() == RespType.MAP;
    }

    /** Whether a string of any kind comes next. */
    public boolean isString() throws IOException {
        RespType type = resp.peek();
        return type == RespType.SIMPLE_STRING || type == RespType.BULK_STRING || type == RespType.VERBATIM;
    }

    /** Whether a number comes next that was sent as an integer. */
    public boolean isInteger() throws IOException {
        return resp.peek() == RespType.INTEGER;
    }

    RespType peek() throws IOException {
        return resp.peek();
    }
}
