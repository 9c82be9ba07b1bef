package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.test.RedisServerExtension;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of a user's own type, over one connection that every call shares. */
@ParameterizedClass
@EnumSource(value = ProtocolVersion.class, names = "RESP.", mode = EnumSource.Mode.MATCH_ANY)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserCodecIT {
    private static final Point NORTH = new Point(0, 90);
    private static final Point NOWHERE = new Point(-1, -1);

    private static final ValueCodec<Object> NULLS = new ValueCodec<>() {
        @Override
        public byte[] encode(Object value) {
            return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.equals("null") ? null : text;
        }
    };

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    ProtocolVersion protocol;

    private RedisClient client;
    private RedisCommands<String, Point> points;
    private RedisCommands<String, String> texts;

    private record Point(int x, int y) {}

    private enum PointCodec implements ValueCodec<Point> {
        INSTANCE;

        private static final Pattern FORM = Pattern.compile("\\{\"x\":(-?\\d+),\"y\":(-?\\d+)}");

        @Override
        public byte[] encode(Point value) {
            if (value.equals(NOWHERE)) {
                throw new IllegalStateException("nowhere cannot be written");
            }
            return ("{\"x\":" + value.x + ",\"y\":" + value.y + "}").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Point decode(byte[] bytes) {
            Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
            if (!matcher.matches()) {
                throw new IllegalStateException("not a point");
            }
            return new Point(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
    }

    @BeforeEach
    void open() {
        client = RedisClient.create(ClientOptions.of(SERVER.uri()).toBuilder()
                .protocol(protocol)
                .pool(pool -> pool.maxSize(1))
                .build());
        points = client.sync(RedisCodec.utf8Keys(PointCodec.INSTANCE));
        texts = client.sync();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsWhatItHasWritten() {
        points.set("p", NORTH);
        points.hset("h", Map.of("a", NORTH, "b", new Point(3, -4)));

        assertThat(texts.get("p")).isEqualTo("{\"x\":0,\"y\":90}");
        assertThat(points.get("p")).isEqualTo(NORTH);
        assertThat(points.get("missing")).isNull();
        assertThat(points.mget("p", "missing")).containsExactly(NORTH, null);
        assertThat(points.setGet("p", new Point(1, 2), SetArgs.xx())).isEqualTo(NORTH);
        assertThat(points.hgetAll("h")).isEqualTo(Map.of("a", NORTH, "b", new Point(3, -4)));
        assertThat(points.hrandFieldWithValues("h", 9))
                .contains(entry("a", NORTH))
                .hasSize(2);
        assertThat(points.hscan("h", ScanCursor.START).elements())
                .contains(entry("a", NORTH))
                .hasSize(2);
    }

    @Test
    void sendsNothingWhenAValueCannotBeEncoded() {
        points.set("p", NORTH);

        assertThatExceptionOfType(RedisCodecException.class)
                .isThrownBy(() -> points.set("p", NOWHERE))
                .withMessageContaining("could not encode value")
                .withRootCauseInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.NOT_SENT));
        assertThatExceptionOfType(RedisCodecException.class)
                .isThrownBy(() -> points.hset("h", Map.of("a", NORTH, "b", NOWHERE)));

        assertThat(points.get("p")).isEqualTo(NORTH);
        assertThat(texts.hlen("h")).isZero();
    }

    @Test
    void staysInStepWhenAReplyCannotBeDecoded() {
        texts.set("bad", "not a point");
        texts.hset("h", Map.of("a", "{\"x\":0,\"y\":90}", "b", "not a point", "c", "neither"));
        points.set("p", NORTH);
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(RedisCodecException.class)
                    .isThrownBy(() -> points.get("bad"))
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(CommandOutcome.UNKNOWN));
            assertThatExceptionOfType(RedisCodecException.class).isThrownBy(() -> points.hgetAll("h"));
            assertThatExceptionOfType(RedisCodecException.class).isThrownBy(() -> points.mget("p", "bad", "p"));
            assertThat(points.get("p")).isEqualTo(NORTH);
        }

        assertThat(client.poolStatistics().destroyedInTotal()).isZero();
        assertThat(client.sharedStatistics().losses()).isZero();
    }

    @Test
    void passesBytesThroughUnchanged() {
        byte[] key = {0, 1, (byte) 0xff, '\r', '\n'};
        byte[] value = {(byte) 0x80, 0, '$', '-', '1', '\r', '\n'};
        RedisCommands<byte[], byte[]> bytes = client.sync(RedisCodec.bytes());

        bytes.set(key, value);
        bytes.hset("h".getBytes(StandardCharsets.UTF_8), key, value);

        assertThat(bytes.get(key)).isEqualTo(value);
        assertThat(bytes.mget(List.of(key))).containsExactly(value);
        assertThat(bytes.hkeys("h".getBytes(StandardCharsets.UTF_8))).containsExactly(key);
        assertThat(bytes.hmget("h".getBytes(StandardCharsets.UTF_8), key, value))
                .containsExactly(value, null);
    }

    @Test
    void findsBytesInMapsAndSetsByTheirContents() {
        byte[] key = {0, 1, (byte) 0xff};
        byte[] value = {(byte) 0x80, 0};
        RedisCommands<byte[], byte[]> bytes = client.sync(RedisCodec.bytes());
        bytes.hset(new byte[] {'h'}, key, value);
        bytes.sadd(new byte[] {'s'}, value);
        bytes.xadd(new byte[] {'x'}, Map.of(key, value));

        Map<byte[], byte[]> fields = bytes.hgetAll(new byte[] {'h'});
        assertThat(fields.get(key.clone())).isEqualTo(value);
        assertThat(fields.remove(key.clone())).isEqualTo(value);
        assertThat(bytes.smembers(new byte[] {'s'}).contains(value.clone())).isTrue();
        assertThat(bytes.xread(Map.of(new byte[] {'x'}, StreamStart.beginning()))
                        .get(new byte[] {'x'})
                        .get(0)
                        .fields()
                        .get(key.clone()))
                .isEqualTo(value);
    }

    @Test
    void takesACodecThatDecodesToNull() {
        RedisCommands<String, Object> nulls = client.sync(RedisCodec.utf8Keys(NULLS));
        texts.hset("h", "f", "null");
        texts.sadd("s", "null");

        assertThat(nulls.hgetAll("h")).containsEntry("f", null);
        assertThat(nulls.hscanAll("h").iterator().next()).isEqualTo(new SimpleEntry<>("f", null));
        assertThat(nulls.sscanAll("s").stream().toList()).containsExactly((Object) null);
    }

    @Test
    void sendsNothingOfATextThatUtf8CannotEncode() {
        texts.set("k", "before");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.set("k", "half \uD83D"))
                .withMessageContaining("value (argument 3)");
        assertThatIllegalArgumentException().isThrownBy(() -> texts.get("k\uDE00"));
        assertThat(texts.get("k")).isEqualTo("before");
        assertThat(texts.get("k?")).isNull();
    }
}
