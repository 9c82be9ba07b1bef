package io.sorrel.redis.api;

import static io.sorrel.redis.command.args.GeoUnit.KILOMETERS;
import static io.sorrel.redis.command.args.GeoUnit.METERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.GeoAddCondition;
import io.sorrel.redis.command.args.GeoDetail;
import io.sorrel.redis.command.args.GeoOrigin;
import io.sorrel.redis.command.args.GeoSearchArgs;
import io.sorrel.redis.command.args.GeoShape;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.reply.GeoMatch;
import io.sorrel.redis.command.reply.GeoPosition;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Positions against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GeoCommandsIT {
    private static final GeoPosition PALERMO = new GeoPosition(13.361389, 38.115556);
    private static final GeoPosition CATANIA = new GeoPosition(15.087269, 37.502669);
    private static final GeoPosition ROME = new GeoPosition(12.496366, 41.902782);
    private static final GeoOrigin<String> ETNA = GeoOrigin.at(14.99, 37.75);
    private static final GeoShape SICILY = GeoShape.circle(200, KILOMETERS);
    private static final GeoShape ITALY = GeoShape.circle(1000, KILOMETERS);
    private static final GeoSearchArgs NEAREST = GeoSearchArgs.nearestFirst();
    private static final Offset<Double> A_METRE_IN_DEGREES = within(0.00001);

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        redis.geoAdd("g", Map.of("Palermo", PALERMO, "Catania", CATANIA, "Rome", ROME));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void addsMembersAndTellsWhereTheyAre() {
        assertThat(redis.geoAdd("g", -180, -85.05112878, "edge")).isEqualTo(1);
        assertThat(redis.geoAdd("g", 0, 0, "edge")).isZero();

        List<GeoPosition> positions = redis.geoPos("g", "Palermo", "missing", "edge");
        assertThat(positions.get(0).longitude()).isCloseTo(PALERMO.longitude(), A_METRE_IN_DEGREES);
        assertThat(positions.get(0).latitude()).isCloseTo(PALERMO.latitude(), A_METRE_IN_DEGREES);
        assertThat(positions.get(1)).isNull();
        assertThat(positions.get(2).longitude()).isCloseTo(0, A_METRE_IN_DEGREES);
        assertThat(redis.geoPos("missing", List.of("a"))).containsExactly((GeoPosition) null);
        assertThat(redis.geoHash("g", "Palermo", "missing")).containsExactly("sqc8b49rny0", null);
        assertThat(redis.geoHash("missing", List.of("a"))).containsExactly((String) null);
    }

    @Test
    void addsOnConditions() {
        assertThat(redis.geoAdd("g", 0, 0, "Rome", GeoAddCondition.NX)).isZero();
        assertThat(redis.geoAdd("g", Map.of("new", ROME), GeoAddCondition.XX)).isZero();
        assertThat(redis.geoAdd("g", Map.of("new", ROME, "Rome", PALERMO), GeoAddCondition.NX))
                .isEqualTo(1);
        assertThat(redis.geoAddChanged("g", Map.of("Rome", CATANIA, "Palermo", PALERMO, "newer", ROME)))
                .isEqualTo(2);
        assertThat(redis.geoAddChanged("g", Map.of("Rome", ROME, "newest", ROME), GeoAddCondition.XX))
                .isEqualTo(1);
        assertThat(redis.zcard("g")).isEqualTo(5);
    }

    @Test
    void measuresDistances() {
        assertThat(redis.geoDist("g", "Palermo", "Catania", METERS)).isCloseTo(166_274, within(1.0));
        assertThat(redis.geoDist("g", "Palermo", "Catania", KILOMETERS)).isCloseTo(166.274, within(0.001));
        assertThat(redis.geoDist("g", "Palermo", "Catania", GeoUnit.MILES)).isCloseTo(103.318, within(0.001));
        assertThat(redis.geoDist("g", "Palermo", "Catania", GeoUnit.FEET)).isCloseTo(545_518, within(1.0));
        assertThat(redis.geoDist("g", "Palermo", "missing", METERS)).isNull();
        assertThat(redis.geoDist("missing", "a", "b", METERS)).isNull();
    }

    @Test
    void searchesAroundAPosition() {
        assertThat(redis.geoSearch("g", ETNA, SICILY)).containsExactlyInAnyOrder("Palermo", "Catania");
        assertThat(redis.geoSearch("g", ETNA, ITALY, NEAREST)).containsExactly("Catania", "Palermo", "Rome");
        assertThat(redis.geoSearch(
                        "g", ETNA, ITALY, GeoSearchArgs.farthestFirst().count(2)))
                .containsExactly("Rome", "Palermo");
        assertThat(redis.geoSearch("g", ETNA, ITALY, GeoSearchArgs.defaults().anyCount(2)))
                .hasSize(2);
        assertThat(redis.geoSearch("g", ETNA, GeoShape.box(400, 100, KILOMETERS), NEAREST))
                .containsExactly("Catania", "Palermo");
        assertThat(redis.geoSearch("g", ETNA, GeoShape.circle(0, METERS))).isEmpty();
        assertThat(redis.geoSearch("missing", ETNA, ITALY)).isEmpty();
    }

    @Test
    void searchesAroundAMember() {
        assertThat(redis.geoSearch("g", GeoOrigin.member("Rome"), GeoShape.circle(0, METERS)))
                .containsExactly("Rome");
        assertThat(redis.geoSearch("g", GeoOrigin.member("Palermo"), SICILY, NEAREST))
                .containsExactly("Palermo", "Catania");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.geoSearch("g", GeoOrigin.member("missing"), SICILY));
        assertThat(redis.geoSearch("missing", GeoOrigin.member("missing"), SICILY))
                .isEmpty();
    }

    @Test
    void tellsWhatWasAskedForAboutEachMember() {
        List<GeoMatch<String>> all = redis.geoSearchWith("g", ETNA, SICILY, NEAREST, GeoDetail.values());

        assertThat(all).extracting(GeoMatch::member).containsExactly("Catania", "Palermo");
        assertThat(all.get(0).distance()).isCloseTo(28.8, within(0.1));
        assertThat(all.get(0).hash()).isEqualTo(3479447370796909L);
        assertThat(all.get(0).position().latitude()).isCloseTo(CATANIA.latitude(), A_METRE_IN_DEGREES);
        assertThat(redis.geoSearchWith("g", ETNA, SICILY, NEAREST.count(1), GeoDetail.HASH))
                .containsExactly(new GeoMatch<>("Catania", null, 3479447370796909L, null));
        assertThat(redis.geoSearchWith("missing", ETNA, SICILY, NEAREST, GeoDetail.DISTANCE))
                .isEmpty();
    }

    @Test
    void storesWhatItFinds() {
        assertThat(redis.geoSearchStore("d", "g", ETNA, SICILY)).isEqualTo(2);
        assertThat(redis.geoPos("d", "Catania")).isEqualTo(redis.geoPos("g", "Catania"));
        assertThat(redis.geoSearchStore("d", "g", ETNA, ITALY, NEAREST.count(1)))
                .isEqualTo(1);
        assertThat(redis.zrange("d", 0, -1)).containsExactly("Catania");
        assertThat(redis.geoSearchStoreDistances("d", "g", ETNA, ITALY, NEAREST))
                .isEqualTo(3);
        assertThat(redis.zscore("d", "Catania")).isCloseTo(28.8, within(0.1));
        assertThat(redis.geoSearchStore("d", "missing", ETNA, ITALY)).isZero();
        assertThat(redis.exists("d")).isZero();
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderSearchesAroundAPosition() {
        assertThat(redis.geoRadius("g", 14.99, 37.75, 200, KILOMETERS)).containsExactlyInAnyOrder("Palermo", "Catania");
        assertThat(redis.geoRadius("g", 14.99, 37.75, 200, KILOMETERS, NEAREST)).containsExactly("Catania", "Palermo");
        assertThat(redis.geoRadiusWith("g", 14.99, 37.75, 200, KILOMETERS, NEAREST, GeoDetail.HASH))
                .contains(new GeoMatch<>("Catania", null, 3479447370796909L, null));
        assertThat(redis.geoRadiusStore("g", 14.99, 37.75, 200, KILOMETERS, NEAREST.count(1), "d"))
                .isEqualTo(1);
        assertThat(redis.geoRadiusStoreDistances("g", 14.99, 37.75, 200, KILOMETERS, NEAREST, "d"))
                .isEqualTo(2);
        assertThat(redis.zscore("d", "Catania")).isCloseTo(28.8, within(0.1));
        assertThat(redis.geoRadiusReadOnly("g", 14.99, 37.75, 1, KILOMETERS)).isEmpty();
        assertThat(redis.geoRadiusReadOnly("g", 14.99, 37.75, 200, KILOMETERS, NEAREST))
                .containsExactly("Catania", "Palermo");
        assertThat(redis.geoRadiusReadOnlyWith("g", 14.99, 37.75, 200, KILOMETERS, NEAREST, GeoDetail.POSITION))
                .hasSize(2)
                .allMatch(match -> match.position() != null && match.distance() == null);
    }

    @Test
    @SuppressWarnings("deprecation")
    void stillHasTheOlderSearchesAroundAMember() {
        assertThat(redis.geoRadiusByMember("g", "Palermo", 200, KILOMETERS))
                .containsExactlyInAnyOrder("Palermo", "Catania");
        assertThat(redis.geoRadiusByMember("g", "Palermo", 200, KILOMETERS, GeoSearchArgs.farthestFirst()))
                .containsExactly("Catania", "Palermo");
        assertThat(redis.geoRadiusByMemberWith("g", "Palermo", 200, KILOMETERS, NEAREST, GeoDetail.DISTANCE))
                .contains(new GeoMatch<>("Palermo", 0.0, null, null));
        assertThat(redis.geoRadiusByMemberStore("g", "Palermo", 200, KILOMETERS, NEAREST, "d"))
                .isEqualTo(2);
        assertThat(redis.geoRadiusByMemberStoreDistances("g", "Palermo", 200, KILOMETERS, NEAREST.count(1), "d"))
                .isEqualTo(1);
        assertThat(redis.zscore("d", "Palermo")).isZero();
        assertThat(redis.geoRadiusByMemberReadOnly("g", "Rome", 200, KILOMETERS))
                .containsExactly("Rome");
        assertThat(redis.geoRadiusByMemberReadOnly("g", "Rome", 1000, KILOMETERS, NEAREST.count(2)))
                .hasSize(2);
        assertThat(redis.geoRadiusByMemberReadOnlyWith("g", "Rome", 1, METERS, NEAREST, GeoDetail.DISTANCE))
                .containsExactly(new GeoMatch<>("Rome", 0.0, null, null));
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.geoAdd("text", 0, 0, "a"));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.geoSearch("text", ETNA, ITALY));
    }
}
