package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.VAddArgs;
import io.sorrel.redis.command.args.VSimArgs;
import io.sorrel.redis.command.args.VectorQuantization;
import io.sorrel.redis.command.reply.RawVector;
import io.sorrel.redis.command.reply.SimilarElement;
import io.sorrel.redis.command.reply.VectorSetInfo;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Vector sets against a real server that has them, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VectorSetCommandsIT {
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};
    private static final float[] NORTH_EAST = {1, 1};
    private static final VAddArgs EXACT = VAddArgs.defaults().quantization(VectorQuantization.NOQUANT);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        assumeTrue(ServerKnows.vectorSets(SERVER.server()), "vector sets came with Redis 8.0");
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    private void addThree() {
        redis.vadd("v", EAST, "east", EXACT);
        redis.vadd("v", NORTH, "north", EXACT);
        redis.vadd("v", NORTH_EAST, "north-east", EXACT.attributes("{\"between\":1}"));
    }

    @Test
    void addsAndRemovesElements() {
        assertThat(redis.vadd("v", EAST, "a")).isTrue();
        assertThat(redis.vadd("v", NORTH, "a")).isFalse();
        assertThat(redis.vadd("v", NORTH, "b")).isTrue();
        assertThat(redis.vcard("v")).isEqualTo(2);
        assertThat(redis.vdim("v")).isEqualTo(2);
        assertThat(redis.vismember("v", "a")).isTrue();
        assertThat(redis.vrem("v", "a")).isTrue();
        assertThat(redis.vrem("v", "a")).isFalse();
        assertThat(redis.vismember("v", "a")).isFalse();
        assertThat(redis.vrem("v", "b")).isTrue();
        assertThat(redis.exists("v")).isZero();
    }

    @Test
    void readsVectorsAsTheyWereGiven() {
        redis.vadd("v", new float[] {3, 4}, "a", EXACT);

        assertThat(redis.vemb("v", "a")).containsExactly(new float[] {3, 4}, within(1e-5f));
        RawVector raw = redis.vembRaw("v", "a");
        assertThat(raw).isNotNull();
        assertThat(raw.quantization()).isEqualTo("f32");
        assertThat(raw.data()).hasSize(8);
        assertThat(raw.norm()).isEqualTo(5, within(1e-5));
        assertThat(raw.range()).isNull();
    }

    @Test
    void storesVectorsInLess() {
        redis.vadd("byte", new float[] {3, 4}, "a", VAddArgs.defaults().quantization(VectorQuantization.Q8));
        redis.vadd("bit", new float[] {3, -4}, "a", VAddArgs.defaults().quantization(VectorQuantization.BIN));
        redis.vadd("reduced", new float[] {1, 2, 3, 4}, "a", VAddArgs.defaults().reduce(2));

        RawVector bytes = redis.vembRaw("byte", "a");
        assertThat(bytes).isNotNull();
        assertThat(bytes.quantization()).isEqualTo("int8");
        assertThat(bytes.data()).hasSize(2);
        assertThat(bytes.range()).isEqualTo(0.8, within(1e-5));
        RawVector bits = redis.vembRaw("bit", "a");
        assertThat(bits).isNotNull();
        assertThat(bits.quantization()).isEqualTo("bin");
        assertThat(redis.vdim("reduced")).isEqualTo(2);
        VectorSetInfo info = redis.vinfo("reduced");
        assertThat(info).isNotNull();
        assertThat(info.inputDimensions()).isEqualTo(4);
    }

    @Test
    void tellsHowASetIsBuilt() {
        redis.vadd(
                "v",
                EAST,
                "a",
                EXACT.links(8).checkAndSet().explorationFactor(50).attributes("{}"));

        VectorSetInfo info = redis.vinfo("v");

        assertThat(info).isNotNull();
        assertThat(info.quantization()).isEqualTo("f32");
        assertThat(info.dimensions()).isEqualTo(2);
        assertThat(info.inputDimensions()).isZero();
        assertThat(info.size()).isEqualTo(1);
        assertThat(info.links()).isEqualTo(8);
        assertThat(info.maxLevel()).isNotNegative();
        assertThat(info.attributes()).isEqualTo(1);
    }

    @Test
    void keepsAttributes() {
        redis.vadd("v", EAST, "a", VAddArgs.defaults().attributes("{\"year\":1984}"));

        assertThat(redis.vgetAttr("v", "a")).isEqualTo("{\"year\":1984}");
        assertThat(redis.vsetAttr("v", "a", "{\"year\":1985}")).isTrue();
        assertThat(redis.vgetAttr("v", "a")).isEqualTo("{\"year\":1985}");
        assertThat(redis.vsetAttr("v", "a", "")).isTrue();
        assertThat(redis.vgetAttr("v", "a")).isNull();
        assertThat(redis.vsetAttr("v", "missing", "{}")).isFalse();
    }

    @Test
    void answersForWhatIsMissing() {
        assertThat(redis.vcard("missing")).isZero();
        assertThat(redis.vemb("missing", "a")).isNull();
        assertThat(redis.vembRaw("missing", "a")).isNull();
        assertThat(redis.vgetAttr("missing", "a")).isNull();
        assertThat(redis.vinfo("missing")).isNull();
        assertThat(redis.vlinks("missing", "a")).isEmpty();
        assertThat(redis.vlinksWithScores("missing", "a")).isEmpty();
        assertThat(redis.vrandMember("missing")).isNull();
        assertThat(redis.vrandMember("missing", 2)).isEmpty();
        assertThat(redis.vsim("missing", EAST)).isEmpty();
        assertThat(redis.vsimElementWithScores("missing", "a", VSimArgs.defaults()))
                .isEmpty();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.vdim("missing"));
        redis.set("text", "x");
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.vcard("text"));
    }

    @Test
    void picksElementsAtRandom() {
        addThree();

        assertThat(redis.vrandMember("v")).isIn("east", "north", "north-east");
        assertThat(redis.vrandMember("v", 10)).containsExactlyInAnyOrder("east", "north", "north-east");
        assertThat(redis.vrandMemberRepeating("v", 10)).hasSize(10);
    }

    @Test
    void showsTheLinksOfAnElement() {
        addThree();

        List<List<String>> layers = redis.vlinks("v", "east");
        List<List<SimilarElement<String>>> scored = redis.vlinksWithScores("v", "east");

        assertThat(layers).isNotEmpty();
        assertThat(layers.get(layers.size() - 1)).containsExactlyInAnyOrder("north", "north-east");
        assertThat(scored).hasSameSizeAs(layers);
        assertThat(scored.get(scored.size() - 1))
                .allSatisfy(link -> assertThat(link.score()).isBetween(0.0, 1.0));
    }

    @Test
    void findsWhatIsSimilar() {
        addThree();

        assertThat(redis.vsim("v", new float[] {2, 0.1f})).containsExactly("east", "north-east", "north");
        assertThat(redis.vsimElement("v", "north")).containsExactly("north", "north-east", "east");
        assertThat(redis.vsim("v", EAST, VSimArgs.defaults().count(1).truth().noThread()))
                .containsExactly("east");
        assertThat(redis.vsimElement("v", "east", VSimArgs.defaults().filter(".between == 1")))
                .containsExactly("north-east");
        assertThat(redis.vsim("v", EAST, VSimArgs.defaults().epsilon(0.4).explorationFactor(20)))
                .containsExactly("east", "north-east");
        assertThat(redis.vsim("v", EAST, VSimArgs.defaults().filter(".between == 2", 5)))
                .isEmpty();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.vsimElement("v", "missing"));
    }

    @Test
    void scoresWhatIsSimilar() {
        addThree();

        List<SimilarElement<String>> found = redis.vsimWithScores("v", EAST, VSimArgs.defaults());

        assertThat(found).extracting(SimilarElement::element).containsExactly("east", "north-east", "north");
        assertThat(found.get(0).score()).isEqualTo(1, within(1e-6));
        assertThat(found.get(2).score()).isEqualTo(0.5, within(1e-6));
        assertThat(redis.vsimElementWithScores("v", "east", VSimArgs.defaults()))
                .extracting(SimilarElement::element)
                .containsExactly("east", "north-east", "north");
    }

    @Test
    void describesWhatIsSimilar() {
        assumeTrue(ServerKnows.since(SERVER.server(), "8.2", "999"), "WITHATTRIBS came with Redis 8.2");
        addThree();
        VSimArgs two = VSimArgs.defaults().count(2);

        List<SimilarElement<String>> found = redis.vsimWithAttributes("v", EAST, two);

        assertThat(found).extracting(SimilarElement::attributes).containsExactly(null, "{\"between\":1}");
        assertThat(redis.vsimElementWithAttributes("v", "east", two)).isEqualTo(found);
    }

    @Test
    void goesThroughASetInParts() {
        assumeTrue(ServerKnows.since(SERVER.server(), "8.4", "999"), "VRANGE came with Redis 8.4");
        addThree();
        List<String> all = new ArrayList<>();

        for (List<String> part = redis.vrange("v", LexRange.all(), 2);
                !part.isEmpty();
                part = redis.vrange("v", LexRange.greaterThan(all.get(all.size() - 1)), 2)) {
            all.addAll(part);
        }

        assertThat(all).containsExactly("east", "north", "north-east");
        assertThat(redis.vrange("v", LexRange.closed("f", "north"), 10)).containsExactly("north");
    }

    @Test
    void hasElementsOfAnyType() {
        RedisCommands<String, byte[]> bytes = path.commands(client, RedisCodec.utf8Keys(RedisCodec.byteValues()));

        bytes.vadd("v", EAST, new byte[] {0, -1});

        assertThat(bytes.vsim("v", EAST)).containsExactly(new byte[] {0, -1});
    }
}
