package io.sorrel.redis.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of RESP in the plainest words, over a whole text, recursive; says where replies end and how the text ends. */
final class ReferenceParser {
    static final int END_OF_BYTES = -1;
    static final int VIOLATION = -2;

    private static final Pattern DOUBLE = Pattern.compile("[+-]?(inf|nan|[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?)");
    private static final Pattern BIG_NUMBER = Pattern.compile("[+-]?[0-9]+");

    private final String text;
    private final RespLimits limits;
    private int at;
    private int start;
    private long elements;

    private ReferenceParser(byte[] wire, RespLimits limits) {
        this.text = new String(wire, StandardCharsets.ISO_8859_1);
        this.limits = limits;
    }

    static List<Integer> ends(byte[] wire, RespLimits limits) {
        ReferenceParser parser = new ReferenceParser(wire, limits);
        List<Integer> ends = new ArrayList<>();
        try {
            while (true) {
                parser.start = parser.at;
                parser.elements = 0;
                parser.value(0);
                ends.add(parser.at);
            }
        } catch (Stop stop) {
            ends.add(stop.reason);
            return ends;
        }
    }

    private void value(int depth) {
        char type = next();
        while (type == '|') {
            long count = 2 * count(false);
            declare(count + 1);
            children(count, depth);
            type = next();
        }
        switch (type) {
            case '+', '-' -> line();
            case ':' -> integer();
            case ',' -> require(DOUBLE.matcher(shortLine()).matches());
            case '(' -> require(BIG_NUMBER.matcher(shortLine()).matches());
            case '#' -> {
                require("tf".indexOf(next()) >= 0);
                terminator();
            }
            case '_' -> terminator();
            case '$' -> string(length(true, limits.bulk()));
            case '!' -> string(length(false, limits.line()));
            case '=' -> {
                long length = length(false, limits.bulk());
                require(length >= 4);
                require(charAt(at + 3) == ':');
                string(length);
            }
            case '*', '%', '~', '>' -> aggregate(type, depth);
            default -> throw new Stop(VIOLATION);
        }
        require(at - start <= limits.bytes());
    }

    private void aggregate(char type, int depth) {
        require(type != '>' || depth == 0);
        long count = count(type == '*');
        if (count > 0) {
            long children = type == '%' ? 2 * count : count;
            declare(children);
            children(children, depth);
        }
    }

    private void children(long count, int depth) {
        require(count == 0 || depth < limits.depth());
        for (long i = 0; i < count; i++) {
            value(depth + 1);
        }
    }

    private void declare(long count) {
        elements += count;
        require(elements <= limits.elements());
    }

    private long count(boolean nullable) {
        BigInteger count = size(nullable);
        require(count.bitLength() < 32);
        require(at - start <= limits.bytes());
        return count.longValue();
    }

    private long length(boolean nullable, long limit) {
        BigInteger length = size(nullable);
        require(length.compareTo(BigInteger.valueOf(limit)) <= 0);
        require(length.longValue() <= limits.bytes() - (at - start));
        return length.longValue();
    }

    private BigInteger size(boolean nullable) {
        if (nullable && charAt(at) == '-') {
            at++;
            require(next() == '1');
            terminator();
            return BigInteger.ONE.negate();
        }
        return digits();
    }

    private void integer() {
        boolean negative = charAt(at) == '-';
        at += negative || charAt(at) == '+' ? 1 : 0;
        BigInteger value = digits();
        require((negative ? value.negate() : value).bitLength() < 64);
    }

    private BigInteger digits() {
        int from = at;
        while (Character.digit(charAt(at), 10) >= 0 && charAt(at) < 0x80) {
            at++;
            require(at - from <= 19);
        }
        require(at > from);
        BigInteger value = new BigInteger(text.substring(from, at));
        terminator();
        return value;
    }

    private void string(long length) {
        if (length >= 0) {
            if (length > text.length() - at) {
                throw new Stop(END_OF_BYTES);
            }
            at += (int) length;
            terminator();
        }
    }

    private String shortLine() {
        String line = line();
        require(line.length() <= 4096);
        return line;
    }

    private String line() {
        int from = at;
        while (charAt(at) != '\r') {
            require(charAt(at) != '\n' && at - from < limits.line());
            at++;
        }
        String line = text.substring(from, at);
        terminator();
        return line;
    }

    private void terminator() {
        require(next() == '\r');
        require(next() == '\n');
    }

    private char next() {
        return charAt(at++);
    }

    private char charAt(int index) {
        if (index >= text.length()) {
            throw new Stop(END_OF_BYTES);
        }
        return text.charAt(index);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Stop(VIOLATION);
        }
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int reason;

        Stop(int reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
