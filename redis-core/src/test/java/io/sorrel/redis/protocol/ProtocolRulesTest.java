package io.sorrel.redis.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a rule of the parser; every row holds at every split of its bytes, down to one byte at a time. */
class ProtocolRulesTest {
    private static final RespLimits LIMITS = RespLimits.defaults();
    private static final int EXHAUSTIVE = 3_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsAtEverySplit(Rule rule) throws IOException {
        byte[] wire = ReplyBytes.bytes(rule.wire);
        rule.check(ReplyBytes.inPieces(wire, wire.length));
        rule.check(ReplyBytes.inPieces(wire, 1));
        for (int split = 1; split < wire.length; split += wire.length > EXHAUSTIVE ? wire.length / 61 : 1) {
            rule.check(ReplyBytes.splitAt(wire, split));
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(lengths(), terminators(), declaredSizes(), numbers(), frames(), types(), aggregates())
                .flatMap(List::stream);
    }

    private static List<Rule> lengths() {
        return List.of(
                fails("P1 negative bulk length", "$-2\r\n", "only -1"),
                fails("P1 negative array length", "*-2\r\n", "only -1"),
                fails("P1 negative length of two digits", "$-11\r\n", "unexpected byte '1'"),
                fails("P1 negative map", "%-1\r\n", "unexpected byte '-'"),
                fails("P1 negative set", "~-1\r\n", "unexpected byte '-'"),
                fails("P1 negative push", ">-1\r\n", "unexpected byte '-'"),
                fails("P1 negative attribute", "|-1\r\n", "unexpected byte '-'"),
                fails("P1 negative blob error", "!-1\r\n", "unexpected byte '-'"),
                fails("P1 negative verbatim", "=-1\r\n", "unexpected byte '-'"),
                gives("P1 the nulls of RESP2", "*2\r\n$-1\r\n*-1\r\n", "[null null]"),
                fails("P3 bulk length beyond 32 bits", "$4294967297\r\nX", "4294967297 bytes is announced"),
                fails("P3 bulk length beyond 64 bits", "$18446744073709551617\r\nX", "more than 19 digits"),
                fails("P3 bulk length beyond 63 bits", "$9999999999999999999\r\nX", "does not fit"),
                fails("P3 array count beyond 32 bits", "*4294967297\r\n", "4294967297 elements"),
                fails("P3 leading zeros without end", "$" + "0".repeat(2000), "more than 19 digits"),
                fails("P3 plus sign in a length", "$+5\r\nhello\r\n", "unexpected byte '+'"),
                fails("P3 empty length", "$\r\n", "unexpected byte 0x0d"),
                fails("P3 space in a length", "$ 5\r\nhello\r\n", "unexpected byte 0x20"),
                fails("P3 hexadecimal length", "$0x5\r\nhello\r\n", "unexpected byte 'x'"));
    }

    private static List<Rule> terminators() {
        return List.of(
                fails("P5 bulk terminator", "$5\r\nABCDEXX", "unexpected byte 'X' where CR LF must follow"),
                fails("P5 bulk terminator, second byte", "$5\r\nABCDE\rX", "unexpected byte 'X' after CR"),
                fails("P5 bulk shorter than announced", "$5\r\nABC\r\n+OK\r\n", "unexpected byte"),
                fails("P5 lone LF ends no bulk", "$1\r\nA\n+OK\r\n", "unexpected byte 0x0a"),
                fails("P5 lone LF ends no length", "$1\nA\r\n", "unexpected byte 0x0a"),
                fails("P5 lone LF ends no line", "+OK\n", "unexpected byte 0x0a in a line"),
                fails("P5 lone CR in a line", "+O\rK\r\n", "unexpected byte 'K' after CR"),
                fails("P5 CR CR LF", "+OK\r\r\n", "unexpected byte 0x0d after CR"),
                fails("P5 lone LF in an error", "-ERR\n", "unexpected byte 0x0a in a line"),
                fails("P5 lone CR after an integer", ":1\rX", "unexpected byte 'X' after CR"),
                fails("P5 null with content", "_x\r\n", "unexpected byte 'x'"),
                fails("P5 RESP2 null with content", "$-1X\n", "unexpected byte 'X'"),
                fails("P5 boolean with content", "#true\r\n", "unexpected byte 'r'"),
                fails("P5 verbatim terminator", "=5\r\ntxt:aXX", "unexpected byte 'X'"),
                fails("P5 blob error terminator", "!3\r\nERRXX", "unexpected byte 'X'"),
                gives("P5 CR LF inside a bulk is content", "$6\r\na\r\nb\r\n\r\n", "'a\r\nb\r\n'"));
    }

    private static List<Rule> declaredSizes() {
        RespLimits small = new RespLimits(4, 8, 16, 10, 64);
        RespLimits roomy = new RespLimits(64, 65536, 1 << 29, Long.MAX_VALUE, Long.MAX_VALUE);
        String tenDeep = "*1\r\n".repeat(10);
        return List.of(
                fails("P7 array of 2^31-1", "*2147483647\r\n", "more than the limit of 67108864 elements"),
                ends("P7 array of 2^31-1 where allowed, nothing behind", roomy, "*2147483647\r\n"),
                ends("P7 bulk of 512 MiB, nothing behind", roomy, "$536870912\r\nabc"),
                fails("P7 bulk of 512 MiB and a byte", "$536870913\r\nabc", "limit is 536870912 bytes"),
                fails("P9 100,000 arrays in each other", "*1\r\n".repeat(100_000), "deeper than the limit of 64"),
                fails("P9 attributes in each other", "|1\r\n".repeat(100_000), "deeper than the limit of 64"),
                fails("P9 maps in each other", "%1\r\n+k\r\n".repeat(100), "deeper than the limit of 64"),
                gives("P9 depth at the limit", small, "*1\r\n".repeat(4) + ":1\r\n", "[[[[1]]]]"),
                fails("P9 depth beyond the limit", small, "*1\r\n".repeat(5) + ":1\r\n", "limit of 4 levels"),
                gives("P9 empty arrays nest no deeper", small, "*1\r\n".repeat(4) + "*0\r\n", "[[[[[]]]]]"),
                fails("P23 map of 2^31-1", "%2147483647\r\n", "more than the limit of 67108864 elements"),
                fails("P23 attribute of 2^31-1", "|2147483647\r\n", "more than the limit of 67108864 elements"),
                fails("P23 map of 2^63-1", "%9223372036854775807\r\n", "elements is announced"),
                ends("P23 map of 2^31-1 where allowed, nothing behind", roomy, "%2147483647\r\n"),
                gives(
                        "P29 elements at the limit",
                        small,
                        "*2\r\n*4\r\n:1\r\n:2\r\n:3\r\n:4\r\n%2\r\n:1\r\n:2\r\n:3\r\n:4\r\n",
                        "[[1 2 3 4] map[1 2 3 4]]"),
                fails(
                        "P29 elements beyond the limit",
                        small,
                        "*2\r\n*4\r\n:1\r\n:2\r\n:3\r\n:4\r\n*5\r\n",
                        "limit of 10 elements"),
                fails("P29 attributes count", small, "|5\r\n", "limit of 10 elements"),
                fails("P29 attributes without content count", small, "|0\r\n".repeat(11), "limit of 10 elements"),
                fails(
                        "P29 ten levels of a thousand",
                        "*1000\r\n".repeat(10) + (":1\r\n".repeat(999) + "*1000\r\n").repeat(80),
                        "deeper than the limit of 64"),
                fails(
                        "P29 wide and deep",
                        new RespLimits(64, 100, 100, 5_000, 1 << 20),
                        "*1000\r\n".repeat(10),
                        "limit of 5000"),
                fails("P29 bytes of a reply", small, "*8\r\n" + "$8\r\nabcdefgh\r\n".repeat(8), "limit of 64 bytes"),
                fails(
                        "P29 bytes announced",
                        small,
                        "*8\r\n" + "$16\r\n0123456789abcdef\r\n".repeat(3) + "+\r\n",
                        "limit of 64 bytes"),
                gives(
                        "P29 each reply has its own budget",
                        small,
                        "$16\r\n0123456789abcdef\r\n".repeat(2),
                        "'0123456789abcdef'",
                        "'0123456789abcdef'"),
                gives("P29 line at the limit", small, "+12345678\r\n", "+12345678"),
                fails("P29 line beyond the limit", small, "+123456789\r\n", "limit of 8 bytes"),
                fails("P29 line without end", "+" + "x".repeat(70_000), "limit of 65536 bytes"),
                fails("P29 error beyond the limit", small, "-123456789\r\n", "limit of 8 bytes"),
                fails("P29 blob error beyond the line limit", small, "!9\r\n123456789\r\n", "limit is 8 bytes"),
                gives("P29 bulk at the limit", small, "$16\r\n0123456789abcdef\r\n", "'0123456789abcdef'"),
                fails("P29 bulk beyond the limit", small, "$17\r\n0123456789abcdefg\r\n", "limit is 16 bytes"),
                ends("P29 depth without end of input", tenDeep));
    }

    private static List<Rule> numbers() {
        return List.of(
                fails("P11 letter after digits", ":12a\r\n", "unexpected byte 'a' in a number"),
                fails("P11 no digit", ":\r\n", "unexpected byte 0x0d in a number"),
                fails("P11 sign only", ":-\r\n", "unexpected byte 0x0d in a number"),
                gives("P11 plus sign", ":+5\r\n", "5"),
                fails("P11 two signs", ":--5\r\n", "unexpected byte '-' in a number"),
                fails("P11 plus and minus", ":+-5\r\n", "unexpected byte '-' in a number"),
                fails("P11 sign behind", ":5-\r\n", "unexpected byte '-' in a number"),
                fails("P11 space before", ": 5\r\n", "unexpected byte 0x20 in a number"),
                fails("P11 fraction", ":1.5\r\n", "unexpected byte '.' in a number"),
                fails("P11 digit of another script", ":\u00b2\r\n", "unexpected byte 0xb2 in a number"),
                gives("P11 highest", ":9223372036854775807\r\n", "9223372036854775807"),
                gives("P11 lowest", ":-9223372036854775808\r\n", "-9223372036854775808"),
                fails("P11 highest and one", ":9223372036854775808\r\n", "does not fit in 64 bits"),
                fails("P11 lowest less one", ":-9223372036854775809\r\n", "does not fit in 64 bits"),
                fails("P11 twenty digits", ":18446744073709551621\r\n", "more than 19 digits"),
                fails("P11 double without digits", ",\r\n", "double is malformed"),
                fails("P11 double with a word", ",infinity\r\n", "double is malformed"),
                fails("P11 double of Java's grammar", ",1d\r\n", "double is malformed"),
                fails("P11 hexadecimal double", ",0x1p3\r\n", "double is malformed"),
                fails("P11 double with a bare point", ",1.\r\n", "double is malformed"),
                fails("P11 double with a bare exponent", ",1e\r\n", "double is malformed"),
                fails("P11 double with a space", ", 1\r\n", "double is malformed"),
                fails("P11 big number with a letter", "(12a\r\n", "big number is malformed"),
                fails("P11 big number without digits", "(-\r\n", "big number is malformed"),
                fails("P11 big number too long to convert cheaply", "(" + "9".repeat(4097) + "\r\n", "too long"),
                gives(
                        "P11 big number",
                        "(-3492890328409238509324850943850943825024385\r\n",
                        "big -3492890328409238509324850943850943825024385"),
                fails("P11 boolean", "#x\r\n", "boolean is malformed: 'x'"));
    }

    private static List<Rule> frames() {
        return List.of(
                leaves("P13 extra reply", 9, "+OK\r\n+HIDDEN\r\n", "+OK"),
                leaves("P13 half an extra reply", 3, "$2\r\nab\r\n$10", "'ab'"),
                leaves("P13 extra line end", 2, ":1\r\n\r\n", "1"),
                leaves("P31 a reply that nobody asked for stays unread", 5, "+OK\r\n"),
                gives(
                        "P17 every kind of reply, in both protocols",
                        "*15\r\n+s\r\n-ERR e\r\n:1\r\n$1\r\nb\r\n$-1\r\n*-1\r\n_\r\n,1.5\r\n#f\r\n(123\r\n!5\r\nERR b"
                                + "\r\n=5\r\ntxt:v\r\n%1\r\n+k\r\n*0\r\n~1\r\n,inf\r\n$0\r\n\r\n>1\r\n$7\r\nmessage\r\n",
                        "[+s error(ERR e) 1 'b' null null null 1.5 false big 123 error(ERR b)"
                                + " VerbatimString[format=txt, text=v] map[+k []] set[Infinity] '']",
                        "push['message']"),
                gives("P17 a push between replies", ">2\r\n+a\r\n+b\r\n+OK\r\n>0\r\n", "push[+a +b]", "+OK", "push[]"),
                gives("P17 content that looks like a push", "$4\r\n>1\r\n\r\n+OK\r\n", "'>1\r\n'", "+OK"),
                fails("P17 a push inside a reply", "*2\r\n>1\r\n+a\r\n+b\r\n", "push message stands inside"),
                fails("P17 a push inside an attribute", "|1\r\n+k\r\n>0\r\n+b\r\n", "push message stands inside"),
                ends("P17 cut in a type byte", "*2\r\n:1\r\n"),
                ends("P17 cut in a bulk", "$5\r\nhel"),
                ends("P17 cut in a terminator", "$5\r\nhello\r"),
                ends("P17 cut in a number", ":12"),
                ends("P17 cut in a negative length", "$-"),
                ends("P17 cut in an attribute", "|1\r\n+k\r\n"),
                ends("P17 cut behind an attribute", "|1\r\n+k\r\n+v\r\n"));
    }

    private static List<Rule> types() {
        return List.of(
                fails("P15 unknown type byte", "@1\r\n", "unknown type byte '@'"),
                fails("P15 inline text", "PONG\r\n", "unknown type byte 'P'"),
                fails("P15 line end", "\r\n", "unknown type byte 0x0d"),
                fails("P15 zero", "\0", "unknown type byte 0x00"),
                fails("P15 quote", "'", "unknown type byte 0x27"),
                fails("P15 byte beyond ASCII", "\u00ff", "unknown type byte 0xff"),
                fails("P15 inside an array", "*2\r\n:1\r\n@", "unknown type byte '@'"),
                fails("P15 answer of a TLS or HTTP server", "HTTP/1.1 400\r\n", "unknown type byte 'H'"),
                fails("P25 streamed string", "$?\r\n;4\r\nHell\r\n;0\r\n", "unsupported"),
                fails("P25 streamed array", "*?\r\n:1\r\n.\r\n", "unsupported"),
                fails("P25 streamed map", "%?\r\n+a\r\n:1\r\n.\r\n", "unsupported"),
                fails("P25 streamed set", "~?\r\n", "unsupported"),
                fails("P25 streamed push", ">?\r\n", "unsupported"),
                fails("P25 piece of a stream", ";4\r\nHell\r\n", "unsupported"),
                fails("P25 end of a stream", ".\r\n", "unsupported"),
                fails("verbatim without room for a format", "=3\r\ntxt\r\n", "does not start with its format"),
                fails("verbatim without a colon", "=5\r\ntext5\r\n", "does not start with its format"));
    }

    private static List<Rule> aggregates() {
        return List.of(
                gives("P19 attribute before a reply", "|1\r\n+k\r\n+v\r\n:7\r\n", "7"),
                gives("P19 attribute without content", "|0\r\n:7\r\n", "7"),
                gives("P19 several attributes", "|1\r\n+a\r\n:1\r\n|1\r\n+b\r\n:2\r\n:7\r\n", "7"),
                gives(
                        "P19 attribute with aggregates",
                        "|1\r\n+k\r\n%1\r\n$1\r\na\r\n,0.5\r\n*1\r\n:2039123\r\n",
                        "[2039123]"),
                gives("P19 attribute inside an array", "*3\r\n:1\r\n|1\r\n+ttl\r\n:3600\r\n:2\r\n:3\r\n", "[1 2 3]"),
                gives("P19 attribute before a map's value", "%1\r\n+k\r\n|1\r\n+x\r\n+y\r\n_\r\n", "map[+k null]"),
                gives("P19 attribute inside an attribute", "|1\r\n|1\r\n+x\r\n+y\r\n+k\r\n+v\r\n:7\r\n", "7"),
                gives("P19 attribute before a push", "|1\r\n+k\r\n+v\r\n>1\r\n+m\r\n", "push[+m]"),
                gives("P19 attribute before null", "|1\r\n+k\r\n+v\r\n$-1\r\n", "null"),
                gives("P21 error inside an array", "*3\r\n:1\r\n-ERR no\r\n:3\r\n", "[1 error(ERR no) 3]"),
                gives("P21 error inside a map", "%1\r\n+k\r\n-ERR no\r\n+OK\r\n", "map[+k error(ERR no)]", "+OK"),
                gives("P21 blob error inside a set", "~1\r\n!10\r\nERR a\r\nbcd\r\n", "set[error(ERR a\r\nbcd)]"),
                gives("P27 map with a key twice", "%2\r\n+k\r\n:1\r\n+k\r\n:2\r\n", "map[+k 1 +k 2]"),
                gives("P27 map with null as key", "%1\r\n_\r\n:1\r\n", "map[null 1]"),
                gives(
                        "P27 map with aggregates as keys",
                        "%2\r\n*1\r\n:1\r\n+a\r\n%1\r\n:1\r\n:2\r\n+b\r\n",
                        "map[[1] +a map[1 2] +b]"),
                gives("P27 set with an element twice", "~2\r\n:1\r\n:1\r\n", "set[1 1]"),
                gives("P27 empty map and set", "*2\r\n%0\r\n~0\r\n", "[map[] set[]]"));
    }

    private static Rule gives(String name, String wire, String... replies) {
        return gives(name, LIMITS, wire, replies);
    }

    private static Rule gives(String name, RespLimits limits, String wire, String... replies) {
        return new Rule(name, wire, limits, List.of(replies), 0, null, "");
    }

    private static Rule leaves(String name, int left, String wire, String... replies) {
        return new Rule(name, wire, LIMITS, List.of(replies), left, null, "");
    }

    private static Rule fails(String name, String wire, String message) {
        return fails(name, LIMITS, wire, message);
    }

    private static Rule fails(String name, RespLimits limits, String wire, String message) {
        return new Rule(name, wire, limits, List.of(), 0, RedisProtocolException.class, message);
    }

    private static Rule ends(String name, String wire) {
        return ends(name, LIMITS, wire);
    }

    private static Rule ends(String name, RespLimits limits, String wire) {
        return new Rule(name, wire, limits, List.of(), 0, EOFException.class, "");
    }

    private record Rule(
            String name,
            String wire,
            RespLimits limits,
            List<String> replies,
            int left,
            Class<?> failure,
            String message) {
        void check(CountingSource source) throws IOException {
            RespReader reader = new RespReader(source, limits);
            if (failure == null) {
                List<String> read = new ArrayList<>();
                for (int i = 0; i < replies.size(); i++) {
                    reader.beginReply();
                    read.add(TreeReader.read(reader).toString());
                    assertThat(reader.isAtReplyBoundary()).isTrue();
                }
                assertThat(read).isEqualTo(replies);
                assertThat(wire.length() - source.handedOut() + reader.buffered())
                        .isEqualTo(left);
                return;
            }
            assertThat(failureOf(reader)).isInstanceOf(failure).hasMessageContaining(message);
            assertThat(failureOf(reader)).hasMessageContaining("unusable");
            assertThat(reader.isAtReplyBoundary()).isFalse();
        }

        private static Throwable failureOf(RespReader reader) {
            try {
                while (true) {
                    reader.beginReply();
                    TreeReader.read(reader);
                }
            } catch (IOException | RedisProtocolException e) {
                return e;
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
