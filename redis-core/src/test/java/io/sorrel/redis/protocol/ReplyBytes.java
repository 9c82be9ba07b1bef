package io.sorrel.redis.protocol;

import java.nio.charset.StandardCharsets;

/** Replies written as text in tests, one character a byte. */
final class ReplyBytes {
    private ReplyBytes() {}

    static byte[] bytes(String wire) {
        return wire.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A source that hands out a fixed number of bytes at a time and then ends. */
    static CountingSource inPieces(byte[] wire, int piece) {
        return new CountingSource(wire, remaining -> piece);
    }

    /** A source whose first read ends at a split point. */
    static CountingSource splitAt(byte[] wire, int split) {
        return new CountingSource(
                wire, remaining -> remaining > wire.length - split ? remaining - (wire.length - split) : remaining);
    }

    /** A reader at the start of its first reply. */
    static RespReader reader(ByteSource source, RespLimits limits) {
        RespReader reader = new RespReader(source, limits);
        reader.beginReply();
        return reader;
    }

    /** A reader at the start of its first reply, with all bytes at hand. */
    static RespReader reader(String wire) {
        byte[] bytes = bytes(wire);
        return reader(inPieces(bytes, Math.max(1, bytes.length)), RespLimits.defaults());
    }
}
