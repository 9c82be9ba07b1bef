package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.reply.StreamEntry;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method whose reply is decoded by the codec takes what a codec makes of it: null, and byte arrays. */
class DecodedByCodecTest {
    private static final String MARK = "null";
    private static final Pattern OF_CODEC = Pattern.compile("[<, ][KV][>,]");

    private static final ValueCodec<Object> NULLING = new ValueCodec<>() {
        @Override
        public byte[] encode(Object value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        @SuppressWarnings("NullAway") // As a codec of JSON may.
        public Object decode(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.equals(MARK) ? null : text;
        }
    };

    private static final String ENTRY = "*2|'1-1|*2|'null|'null";
    private static final String DOCUMENTS =
            "%2|'total_results|:1|'results|*1|%2|'id|'null|'extra_attributes|%1|'t|'null";
    private static final String ROWS = "%2|'total_results|:1|'results|*1|%1|'extra_attributes|%1|'t|'null";

    /** Replies in RESP2 and RESP3 by what they are decoded to. */
    private static final Map<String, List<String>> REPLIES = Map.ofEntries(
            reply("K", "'null"),
            reply("V", "'null"),
            reply("List<K>", "*1|'null"),
            reply("List<V>", "*1|'null"),
            reply("List<List<V>>", "*1|*1|'null"),
            reply("Set<V>", "*1|'null", "~1|'null"),
            reply("Map<K, V>", "*2|'null|'null", "%1|'null|'null"),
            reply("Map<K, Long>", "*2|'null|:1", "%1|'null|:1"),
            reply("List<Map.Entry<K, V>>", "*2|'null|'null", "*1|*2|'null|'null"),
            reply("List<Map.Entry<V, Long>>", "*2|'null|:1"),
            reply("List<Map.Entry<K, Set<String>>>", "*1|*2|'null|*1|+RW", "*1|*2|'null|~1|+RW"),
            reply("ScanPage<K>", "*2|'0|*1|'null"),
            reply("ScanPage<V>", "*2|'0|*1|'null"),
            reply("ScanPage<Map.Entry<K, V>>", "*2|'0|*2|'null|'null"),
            reply("ScanPage<ScoredMember<V>>", "*2|'0|*2|'null|'1"),
            reply("PoppedElement<K, V>", "*2|'null|'null"),
            reply("PoppedElements<K, V>", "*2|'null|*1|'null"),
            reply("PoppedElement<K, ScoredMember<V>>", "*3|'null|'null|'1", "*3|'null|'null|,1"),
            reply("PoppedElements<K, ScoredMember<V>>", "*2|'null|*1|*2|'null|'1"),
            reply("ScoredMember<V>", "*2|'null|'1", "*2|'null|,1"),
            reply("List<ScoredMember<V>>", "*2|'null|'1", "*1|*2|'null|,1"),
            reply("List<GeoMatch<V>>", "*1|*2|'null|'1.5"),
            reply("List<StreamEntry<K, V>>", "*1|" + ENTRY),
            reply("Map<K, List<StreamEntry<K, V>>>", "*1|*2|'null|*1|" + ENTRY, "%1|'null|*1|" + ENTRY),
            reply("Map<K, StreamEntry<K, V>>", "*1|*2|'null|*1|" + ENTRY, "%1|'null|*1|" + ENTRY),
            reply("ClaimedPage<StreamEntry<K, V>>", "*3|'0-0|*1|" + ENTRY + "|*0"),
            reply("StreamInfo<K, V>", "*2|'first-entry|" + ENTRY, "%1|'last-entry|" + ENTRY),
            reply("StreamFullInfo<K, V>", "*2|'entries|*1|" + ENTRY),
            reply("List<SimilarElement<V>>", "*2|'null|'0.5", "%1|'null|,0.5"),
            reply("List<SimilarElement<V>> with attributes", "*3|'null|'0.5|'{}", "%1|'null|*2|,0.5|'{}"),
            reply("List<List<SimilarElement<V>>>", "*1|*2|'null|'0.5", "*1|%1|'null|,0.5"),
            reply("List<TimeSeriesSample<K>>", "*1|*3|'null|*0|*2|:1|'2", "%1|'null|*2|%0|*2|:1|,2"),
            reply("List<TimeSeriesSamples<K>>", "*1|*3|'null|*0|*1|*2|:1|'2", "%1|'null|*3|%0|%0|*1|*2|:1|,2"),
            reply(
                    "TimeSeriesInfo<K>",
                    "*4|'sourceKey|'null|'rules|*1|*3|'null|:1|'AVG",
                    "%2|'sourceKey|'null|'rules|%1|'null|*2|:1|'AVG"),
            reply("SearchResult<K, V>", "*3|:1|'null|*2|'t|'null", DOCUMENTS),
            reply("ProfiledQuery<SearchResult<K, V>>", "*2|*3|:1|'null|*2|'t|'null|*0", "%1|'Results|" + DOCUMENTS),
            reply("AggregateResult<V>", "*2|:1|*2|'t|'null", "*2|:1|*2|'t|*1|'null", ROWS),
            reply("AggregateResult<V> by names", ROWS, "*4|'total_results|:1|'results|*1|*2|'t|'null"),
            reply("ProfiledQuery<AggregateResult<V>>", "*2|*2|:1|*2|'t|'null|*0", "%1|'Results|" + ROWS),
            reply("AggregatePage<V>", "*2|*2|:1|*2|'t|'null|:0", "*2|" + ROWS + "|:0"));

    private static Map.Entry<String, List<String>> reply(String type, String... wires) {
        return Map.entry(type, List.of(wires));
    }

    static Stream<Arguments> methods() {
        return DefinitionSource.all().stream()
                .map(group -> DecodedByCodecTest.class.getPackageName() + "." + group.type())
                .flatMap(type -> Arrays.stream(load(type).getMethods()))
                .filter(method -> method.getReturnType() == Command.class
                        && OF_CODEC.matcher(method.getGenericReturnType().getTypeName())
                                .find())
                .map(method -> Arguments.of(method, decodedTo(method)));
    }

    private static String decodedTo(Method method) {
        String type = method.getGenericReturnType()
                .getTypeName()
                .replaceAll("[a-z]+\\.", "")
                .replace('$', '.');
        String decoded = type.substring("Command<".length(), type.length() - 1);
        return switch (method.getName()) {
            case "vsimWithAttributes", "vsimElementWithAttributes" -> decoded + " with attributes";
            case "ftHybrid" -> decoded + " by names";
            case "topkIncrBy" -> decoded.equals("V") ? "List<V>" : decoded;
            default -> decoded;
        };
    }

    @ParameterizedTest
    @MethodSource("methods")
    void letsNullThrough(Method method, String decodedTo) throws IOException, ReflectiveOperationException {
        Command<?> command = command(method, new RedisCodec<>(NULLING, NULLING), "x");

        for (String wire : REPLIES.getOrDefault(decodedTo, List.of("no reply is known"))) {
            assertThat(String.valueOf((Object) RecordedReply.read(command, wire)))
                    .as(wire)
                    .contains("null");
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsByteArraysByTheirContents(Method method, String decodedTo)
            throws IOException, ReflectiveOperationException {
        Command<?> command = command(method, RedisCodec.bytes(), mark());

        for (String wire : REPLIES.getOrDefault(decodedTo, List.of("no reply is known"))) {
            Object decoded = RecordedReply.read(command, wire);
            if (decoded instanceof Map<?, ?> map) {
                assertThat(map.containsKey(mark())).isTrue();
            } else if (decoded instanceof Set<?> set) {
                assertThat(set.contains(mark())).isTrue();
            } else {
                assertThat(decodedTo).doesNotStartWith("Map<").doesNotStartWith("Set<");
            }
        }
    }

    @Test
    void findsTheFieldsOfAnEntryByTheirContents() throws IOException {
        StreamEntry<byte[], byte[]> entry = RecordedReply.read(
                        new CommandDefinitions<>(RedisCodec.bytes()).streams().xrange(mark(), StreamRange.all()),
                        "*1|" + ENTRY)
                .get(0);

        assertThat(entry.fields().get(mark())).isEqualTo(mark());
    }

    private static Command<?> command(Method method, RedisCodec<?, ?> codec, Object keyOrValue)
            throws ReflectiveOperationException {
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor(RedisCodec.class);
        return (Command<?>) new AnyArguments(keyOrValue).call(constructor.newInstance(codec), method);
    }

    private static byte[] mark() {
        return MARK.getBytes(StandardCharsets.UTF_8);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name + " is missing", e);
        }
    }
}
