package io.sorrel.redis.test.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The bytes that a {@link FakeRedis} sends for one command, when it sends them, and whether it hangs up then. */
public final class FakeReply {
    private final byte[] bytes;
    private final int pieceSize;
    private final @Nullable CountDownLatch gate;
    private final @Nullable Cut end;

    private FakeReply(byte[] bytes, int pieceSize, @Nullable CountDownLatch gate, @Nullable Cut end) {
        this.bytes = bytes;
        this.pieceSize = pieceSize;
        this.gate = gate;
        this.end = end;
    }

    /** Returns bytes as they are. */
    public static FakeReply raw(byte[] bytes) {
        return new FakeReply(bytes.clone(), Integer.MAX_VALUE, null, null);
    }

    /** Returns text as it is, in UTF-8: {@code raw("$-2\r\n")}. */
    public static FakeReply raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns no bytes at all: the command is not answered. */
    public static FakeReply nothing() {
        return raw("");
    }

    /** Returns {@code +OK}. */
    public static FakeReply ok() {
        return simple("OK");
    }

    /** Returns a simple string. */
    public static FakeReply simple(String text) {
        return raw("+" + text + "\r\n");
    }

    /** Returns an error; the text begins with its code: {@code ERR}, {@code WRONGTYPE}… */
    public static FakeReply error(String text) {
        return raw("-" + text + "\r\n");
    }

    /** Returns an integer. */
    public static FakeReply integer(long value) {
        return raw(":" + value + "\r\n");
    }

    /** Returns a bulk string of text in UTF-8. */
    public static FakeReply bulk(String text) {
        return bulk(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a bulk string. */
    public static FakeReply bulk(byte[] content) {
        return raw("$" + content.length + "\r\n").then(raw(content)).then(raw("\r\n"));
    }

    /** Returns the missing value of RESP2, {@code $-1}. */
    public static FakeReply missing() {
        return raw("$-1\r\n");
    }

    /** Returns the missing value of RESP3, {@code _}. */
    public static FakeReply missing3() {
        return raw("_\r\n");
    }

    /** Returns an array. */
    public static FakeReply array(FakeReply... items) {
        return aggregate("*", items.length, items);
    }

    /** Returns a set of RESP3. */
    public static FakeReply set(FakeReply... items) {
        return aggregate("~", items.length, items);
    }

    /** Returns a map of RESP3 from keys and values in turn. */
    public static FakeReply map(FakeReply... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("keysAndValues must be pairs: the last key has no value");
        }
        return aggregate("%", keysAndValues.length / 2, keysAndValues);
    }

    /** Returns a push message of RESP3. */
    public static FakeReply push(FakeReply... items) {
        return aggregate(">", items.length, items);
    }

    /** Returns this reply followed at once by another. */
    public FakeReply then(FakeReply next) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
        return new FakeReply(both, pieceSize, gate, next.end == null ? end : next.end);
    }

    /** Returns the first bytes of this reply only. */
    public FakeReply first(int count) {
        return new FakeReply(Arrays.copyOf(bytes, Math.min(count, bytes.length)), pieceSize, gate, end);
    }

    /** Returns this reply, after which the connection ends. */
    public FakeReply thenCut(Cut how) {
        return new FakeReply(bytes, pieceSize, gate, how);
    }

    /** Returns this reply, held back until the latch opens; later replies of the connection wait too. */
    public FakeReply heldUntil(CountDownLatch opened) {
        return new FakeReply(bytes, pieceSize, opened, end);
    }

    /** Returns this reply, sent in writes of so many bytes each. */
    public FakeReply inPiecesOf(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, not " + count);
        }
        return new FakeReply(bytes, count, gate, end);
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    int pieceSize() {
        return pieceSize;
    }

    @Nullable
    CountDownLatch gate() {
        return gate;
    }

    @Nullable
    Cut end() {
        return end;
    }

    private static FakeReply aggregate(String type, int size, FakeReply... items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((type + size + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (FakeReply item : items) {
            out.writeBytes(item.bytes);
        }
        return raw(out.toByteArray());
    }
}
