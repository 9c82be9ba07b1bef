package io.sorrel.redis.protocol;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random trees, random damage to their bytes, and random ways to receive them; all from one seed. */
final class RandomReplies {
    private static final List<String> TOKENS = List.of(
            "\r\n",
            "\r",
            "\n",
            "$",
            "*",
            "%",
            "~",
            ">",
            "|",
            ":",
            "+",
            "-",
            ",",
            "#",
            "(",
            "!",
            "=",
            "_",
            "$-1\r\n",
            "*-1\r\n",
            "-1",
            "0",
            "1",
            "2147483647",
            "9223372036854775807",
            "?",
            "inf",
            "nan",
            "t",
            "txt:",
            "*1\r\n",
            "%1\r\n",
            "|1\r\n",
            ":1\r\n",
            "$1048577\r\n",
            "@",
            "\0");

    private final SplittableRandom random;

    RandomReplies(SplittableRandom random) {
        this.random = random;
    }

    /** A reply as a server may send it between others: any value, or a push message. */
    ReplyTree reply() {
        return random.nextInt(12) == 0 ? aggregate(RespType.PUSH, 5) : tree(5);
    }

    byte[] damaged(byte[] wire) {
        byte[] result = wire;
        for (int times = 1 + random.nextInt(3); times > 0 && result.length > 0; times--) {
            result = damagedOnce(result);
        }
        return result;
    }

    /** Bytes without any plan, most of them with a meaning in RESP. */
    byte[] noise() {
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            noise.append(random.nextInt(4) == 0 ? String.valueOf((char) random.nextInt(256)) : token());
        }
        return ReplyBytes.bytes(noise.toString());
    }

    CountingSource source(byte[] wire) {
        return switch (random.nextInt(4)) {
            case 0 -> ReplyBytes.inPieces(wire, wire.length);
            case 1 -> ReplyBytes.inPieces(wire, 1);
            case 2 -> ReplyBytes.inPieces(wire, 1 + random.nextInt(Math.max(1, wire.length)));
            default -> new CountingSource(wire, remaining -> 1 + random.nextInt(remaining));
        };
    }

    RespReader reader(ByteSource source, RespLimits limits) {
        return new RespReader(
                source, limits, new byte[random.nextInt(50) == 0 ? 16 * 1024 : 16 + random.nextInt(200)], 0);
    }

    RespLimits limits() {
        return random.nextInt(3) > 0
                ? RespLimits.defaults()
                : new RespLimits(
                        1 + random.nextInt(8),
                        1 + random.nextInt(64),
                        1 + random.nextInt(256),
                        1 + random.nextInt(64),
                        1 + random.nextInt(512));
    }

    private ReplyTree tree(int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 11)) {
            case 0, 1 -> ReplyTree.scalar(RespType.BULK_STRING, anyText());
            case 2 -> ReplyTree.scalar(RespType.SIMPLE_STRING, line());
            case 3 -> ReplyTree.scalar(RespType.ERROR, "ERR " + line() + (random.nextInt(4) == 0 ? "\r\nmore" : ""));
            case 4 -> ReplyTree.scalar(RespType.INTEGER, random.nextLong() >> random.nextInt(64));
            case 5 -> ReplyTree.scalar(RespType.DOUBLE, number());
            case 6 -> ReplyTree.scalar(RespType.BOOLEAN, random.nextBoolean());
            case 7 -> ReplyTree.scalar(RespType.NULL, "");
            case 8 ->
                ReplyTree.scalar(
                        RespType.BIG_NUMBER,
                        BigInteger.valueOf(random.nextLong()).pow(1 + random.nextInt(5)));
            case 9 ->
                ReplyTree.scalar(RespType.VERBATIM, new VerbatimString(random.nextBoolean() ? "txt" : "mkd", line()));
            case 10 -> ReplyTree.scalar(RespType.INTEGER, (long) random.nextInt(100));
            case 11, 12 -> aggregate(RespType.ARRAY, depth - 1);
            case 13 -> aggregate(RespType.SET, depth - 1);
            default -> aggregate(RespType.MAP, depth - 1);
        };
    }

    private ReplyTree aggregate(RespType type, int depth) {
        int count = random.nextInt(5) * (type == RespType.MAP ? 2 : 1);
        List<ReplyTree> children = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            children.add(tree(depth));
        }
        return ReplyTree.aggregate(type, children);
    }

    private double number() {
        return switch (random.nextInt(6)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(1000) / 100.0;
            case 2 -> random.nextLong();
            case 3 -> Double.POSITIVE_INFINITY;
            case 4 -> -0.0;
            default -> random.nextInt();
        };
    }

    private String anyText() {
        int length = random.nextInt(random.nextInt(2_000) == 0 ? 40_000 : random.nextInt(50) == 0 ? 600 : 24);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(8) == 0 ? '\r' : (char) random.nextInt(256));
        }
        return text.toString();
    }

    private String line() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(16); i > 0; i--) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private byte[] damagedOnce(byte[] wire) {
        int at = random.nextInt(wire.length);
        int behind = at + random.nextInt(Math.min(8, wire.length - at) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> flipped(wire, at, 1 << random.nextInt(8));
            case 1 -> flipped(wire, at, random.nextInt(256));
            case 2 -> joined(wire, at, new byte[0], wire.length);
            case 3 -> joined(wire, at, new byte[0], behind);
            case 4 -> joined(wire, at, ReplyBytes.bytes(token()), at);
            case 5 -> joined(wire, at, ReplyBytes.bytes(token()), behind);
            default -> joined(wire, behind, new byte[0], at);
        };
    }

    private String token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private static byte[] flipped(byte[] wire, int at, int bits) {
        byte[] result = wire.clone();
        result[at] ^= (byte) bits;
        return result;
    }

    /** The bytes before an index, then others, then those from another index on. */
    private static byte[] joined(byte[] wire, int before, byte[] inserted, int from) {
        byte[] result = new byte[before + inserted.length + wire.length - from];
        System.arraycopy(wire, 0, result, 0, before);
        System.arraycopy(inserted, 0, result, before, inserted.length);
        System.arraycopy(wire, from, result, before + inserted.length, wire.length - from);
        return result;
    }
}
