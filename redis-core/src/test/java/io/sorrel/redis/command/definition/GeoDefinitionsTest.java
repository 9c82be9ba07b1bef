package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.args.GeoUnit.KILOMETERS;
import static io.sorrel.redis.command.args.GeoUnit.METERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.GeoAddCondition;
import io.sorrel.redis.command.args.GeoDetail;
import io.sorrel.redis.command.args.GeoOrigin;
import io.sorrel.redis.command.args.GeoSearchArgs;
import io.sorrel.redis.command.args.GeoShape;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.reply.GeoMatch;
import io.sorrel.redis.command.reply.GeoPosition;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings({"deprecation", "NullAway", "DataFlowIssue"})
class GeoDefinitionsTest {
    private static final GeoDefinitions<String, String> GEO = new GeoDefinitions<>(RedisCodec.utf8());
    private static final GeoRadiusDefinitions<String, String> RADIUS = new GeoRadiusDefinitions<>(RedisCodec.utf8());
    private static final GeoOrigin<String> HERE = GeoOrigin.at(13.5, -38);
    private static final GeoShape CIRCLE = GeoShape.circle(1.5, KILOMETERS);
    private static final GeoSearchArgs NEAREST = GeoSearchArgs.nearestFirst();

    @ParameterizedTest
    @MethodSource({"commands", "searches", "olderSearches"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("GEOADD g 13.5 -38 a", GEO.geoAdd("g", 13.5, -38, "a")),
                sends("GEOADD g NX 13.5 -38 a", GEO.geoAdd("g", 13.5, -38, "a", GeoAddCondition.NX)),
                sends("GEOADD g 1 2 a 3 4.5 b", GEO.geoAdd("g", two())),
                sends("GEOADD g XX 1 2 a 3 4.5 b", GEO.geoAdd("g", two(), GeoAddCondition.XX)),
                sends("GEOADD g CH 1 2 a 3 4.5 b", GEO.geoAddChanged("g", two())),
                sends("GEOADD g NX CH 1 2 a 3 4.5 b", GEO.geoAddChanged("g", two(), GeoAddCondition.NX)),
                sends("GEODIST g a b m", GEO.geoDist("g", "a", "b", METERS)),
                sends("GEODIST g a b km", GEO.geoDist("g", "a", "b", KILOMETERS)),
                sends("GEODIST g a b mi", GEO.geoDist("g", "a", "b", GeoUnit.MILES)),
                sends("GEODIST g a b ft", GEO.geoDist("g", "a", "b", GeoUnit.FEET)),
                sends("GEOHASH g a b", GEO.geoHash("g", "a", "b")),
                sends("GEOHASH g a b", GEO.geoHash("g", List.of("a", "b"))),
                sends("GEOPOS g a b", GEO.geoPos("g", "a", "b")),
                sends("GEOPOS g a b", GEO.geoPos("g", List.of("a", "b"))));
    }

    static Stream<ArgumentSet> searches() {
        GeoOrigin<String> there = GeoOrigin.member("a");
        GeoShape box = GeoShape.box(400, 2.5, METERS);
        GeoSearchArgs farthest = GeoSearchArgs.farthestFirst().count(3);
        return Stream.of(
                sends("GEOSEARCH g FROMLONLAT 13.5 -38 BYRADIUS 1.5 km", GEO.geoSearch("g", HERE, CIRCLE)),
                sends("GEOSEARCH g FROMMEMBER a BYBOX 400 2.5 m", GEO.geoSearch("g", there, box)),
                sends("GEOSEARCH g FROMMEMBER a BYBOX 400 2.5 m ASC", GEO.geoSearch("g", there, box, NEAREST)),
                sends(
                        "GEOSEARCH g FROMMEMBER a BYRADIUS 1.5 km COUNT 9 ANY",
                        GEO.geoSearch("g", there, CIRCLE, any(9))),
                sends(
                        "GEOSEARCH g FROMMEMBER a BYRADIUS 1.5 km DESC COUNT 3",
                        GEO.geoSearch("g", there, CIRCLE, farthest)),
                sends(
                        "GEOSEARCH g FROMLONLAT 13.5 -38 BYRADIUS 1.5 km WITHDIST",
                        GEO.geoSearchWith("g", HERE, CIRCLE, GeoSearchArgs.defaults(), GeoDetail.DISTANCE)),
                sends(
                        "GEOSEARCH g FROMLONLAT 13.5 -38 BYRADIUS 1.5 km ASC WITHDIST WITHHASH WITHCOORD",
                        GEO.geoSearchWith(
                                "g",
                                HERE,
                                CIRCLE,
                                NEAREST,
                                GeoDetail.POSITION,
                                GeoDetail.DISTANCE,
                                GeoDetail.HASH,
                                GeoDetail.POSITION)),
                sends("GEOSEARCHSTORE d g FROMMEMBER a BYRADIUS 1.5 km", GEO.geoSearchStore("d", "g", there, CIRCLE)),
                sends(
                        "GEOSEARCHSTORE d g FROMMEMBER a BYRADIUS 1.5 km DESC COUNT 3",
                        GEO.geoSearchStore("d", "g", there, CIRCLE, farthest)),
                sends(
                        "GEOSEARCHSTORE d g FROMMEMBER a BYRADIUS 1.5 km ASC STOREDIST",
                        GEO.geoSearchStoreDistances("d", "g", there, CIRCLE, NEAREST)));
    }

    static Stream<ArgumentSet> olderSearches() {
        GeoSearchArgs three = NEAREST.count(3);
        return Stream.of(
                sends("GEORADIUS g 1 2 5 km", RADIUS.geoRadius("g", 1, 2, 5, KILOMETERS)),
                sends("GEORADIUS g 1 2 5 km ASC COUNT 3", RADIUS.geoRadius("g", 1, 2, 5, KILOMETERS, three)),
                sends(
                        "GEORADIUS g 1 2 5 km COUNT 3 ANY WITHHASH",
                        RADIUS.geoRadiusWith("g", 1, 2, 5, KILOMETERS, any(3), GeoDetail.HASH)),
                sends(
                        "GEORADIUS g 1 2 5 km ASC COUNT 3 STORE d",
                        RADIUS.geoRadiusStore("g", 1, 2, 5, KILOMETERS, three, "d")),
                sends(
                        "GEORADIUS g 1 2 5 km ASC COUNT 3 STOREDIST d",
                        RADIUS.geoRadiusStoreDistances("g", 1, 2, 5, KILOMETERS, three, "d")),
                sends("GEORADIUS_RO g 1 2 5 m", RADIUS.geoRadiusReadOnly("g", 1, 2, 5, METERS)),
                sends("GEORADIUS_RO g 1 2 5 m ASC", RADIUS.geoRadiusReadOnly("g", 1, 2, 5, METERS, NEAREST)),
                sends(
                        "GEORADIUS_RO g 1 2 5 m ASC WITHDIST WITHCOORD",
                        RADIUS.geoRadiusReadOnlyWith(
                                "g", 1, 2, 5, METERS, NEAREST, GeoDetail.DISTANCE, GeoDetail.POSITION)),
                sends("GEORADIUSBYMEMBER g a 5 km", RADIUS.geoRadiusByMember("g", "a", 5, KILOMETERS)),
                sends(
                        "GEORADIUSBYMEMBER g a 5 km ASC COUNT 3",
                        RADIUS.geoRadiusByMember("g", "a", 5, KILOMETERS, three)),
                sends(
                        "GEORADIUSBYMEMBER g a 5 km ASC WITHDIST",
                        RADIUS.geoRadiusByMemberWith("g", "a", 5, KILOMETERS, NEAREST, GeoDetail.DISTANCE)),
                sends(
                        "GEORADIUSBYMEMBER g a 5 km ASC STORE d",
                        RADIUS.geoRadiusByMemberStore("g", "a", 5, KILOMETERS, NEAREST, "d")),
                sends(
                        "GEORADIUSBYMEMBER g a 5 km ASC STOREDIST d",
                        RADIUS.geoRadiusByMemberStoreDistances("g", "a", 5, KILOMETERS, NEAREST, "d")),
                sends("GEORADIUSBYMEMBER_RO g a 5 m", RADIUS.geoRadiusByMemberReadOnly("g", "a", 5, METERS)),
                sends(
                        "GEORADIUSBYMEMBER_RO g a 5 m ASC",
                        RADIUS.geoRadiusByMemberReadOnly("g", "a", 5, METERS, NEAREST)),
                sends(
                        "GEORADIUSBYMEMBER_RO g a 5 m ASC WITHHASH",
                        RADIUS.geoRadiusByMemberReadOnlyWith("g", "a", 5, METERS, NEAREST, GeoDetail.HASH)));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("key", "GEOPOS null", () -> GEO.geoPos(null, "a")),
                refused("longitude", "GEOADD too far east", () -> GEO.geoAdd("g", 180.1, 0, "a")),
                refused("latitude", "GEOADD at the pole", () -> GEO.geoAdd("g", 0, 90, "a")),
                refused("latitude", "GEOADD NaN", () -> GEO.geoAdd("g", Map.of("a", new GeoPosition(0, Double.NaN)))),
                refused("member", "GEOADD null", () -> GEO.geoAdd("g", 0, 0, null)),
                refused("condition", "GEOADD without condition", () -> GEO.geoAdd("g", 0, 0, "a", null)),
                refused("members", "GEOADD of nothing", () -> GEO.geoAdd("g", Map.of())),
                refused(
                        "a position of members",
                        "GEOADD nowhere",
                        () -> GEO.geoAddChanged("g", Collections.singletonMap("a", null))),
                refused("second", "GEODIST to null", () -> GEO.geoDist("g", "a", null, METERS)),
                refused("unit", "GEODIST without unit", () -> GEO.geoDist("g", "a", "b", null)),
                refused("members", "GEOHASH of nothing", () -> GEO.geoHash("g")),
                refused("members", "GEOPOS of an empty list", () -> GEO.geoPos("g", List.of())),
                refused("origin", "GEOSEARCH from nowhere", () -> GEO.geoSearch("g", null, CIRCLE)),
                refused("shape", "GEOSEARCH without shape", () -> GEO.geoSearch("g", HERE, null)),
                refused("args", "GEOSEARCH without options", () -> GEO.geoSearch("g", HERE, CIRCLE, null)),
                refused("details", "GEOSEARCH with nothing", () -> GEO.geoSearchWith("g", HERE, CIRCLE, NEAREST)),
                refused(
                        "a detail of details",
                        "GEOSEARCH with null",
                        () -> GEO.geoSearchWith("g", HERE, CIRCLE, NEAREST, (GeoDetail) null)),
                refused("source", "GEOSEARCHSTORE null", () -> GEO.geoSearchStore("d", null, HERE, CIRCLE)),
                refused("longitude", "a centre too far west", () -> GeoOrigin.at(-181, 0)),
                refused("member", "a centre at null", () -> GeoOrigin.member(null)),
                refused("radius", "a negative circle", () -> GeoShape.circle(-1, METERS)),
                refused("height", "an endless box", () -> GeoShape.box(1, Double.POSITIVE_INFINITY, METERS)),
                refused("unit", "a box without unit", () -> GeoShape.box(1, 1, null)),
                refused("count", "a search for none", () -> NEAREST.count(0)),
                refused("count", "a search for any 0", () -> any(0)),
                refused("radius", "GEORADIUS NaN", () -> RADIUS.geoRadius("g", 1, 2, Double.NaN, METERS)),
                refused("latitude", "GEORADIUS at the pole", () -> RADIUS.geoRadius("g", 1, -90, 1, METERS)),
                refused("radius", "GEORADIUSBYMEMBER -1", () -> RADIUS.geoRadiusByMember("g", "a", -1, METERS)),
                refused(
                        "destination",
                        "GEORADIUS into null",
                        () -> RADIUS.geoRadiusStore("g", 1, 2, 3, METERS, NEAREST, null)));
    }

    @Test
    void repeatsOlderSearchesOnlyWhereTheyStoreNothing() {
        assertThat(RADIUS.geoRadius("g", 1, 2, 3, METERS).spec().isIdempotent()).isTrue();
        assertThat(RADIUS.geoRadiusByMember("g", "a", 3, METERS).spec().isIdempotent())
                .isTrue();
        assertThat(RADIUS.geoRadiusStore("g", 1, 2, 3, METERS, NEAREST, "d")
                        .spec()
                        .isIdempotent())
                .isFalse();
        assertThat(RADIUS.geoRadiusByMemberStoreDistances("g", "a", 3, METERS, NEAREST, "d")
                        .spec()
                        .isIdempotent())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|*2|'13.5|'-38.25|*-1", "*2|*2|,13.5|,-38.25|_"})
    void readsPositionsOfWhichSomeAreMissing(String wire) throws IOException {
        assertThat(RecordedReply.read(GEO.geoPos("g", "a", "b"), wire))
                .containsExactly(new GeoPosition(13.5, -38.25), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'sqc8b49rny0|$-1", "*2|'sqc8b49rny0|_"})
    void readsHashesOfWhichSomeAreMissing(String wire) throws IOException {
        assertThat(RecordedReply.read(GEO.geoHash("g", "a", "b"), wire)).containsExactly("sqc8b49rny0", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "_"})
    void readsThatThereIsNoDistance(String wire) throws IOException {
        assertThat(RecordedReply.read(GEO.geoDist("g", "a", "b", METERS), wire)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1|*4|'a|'56.4413|:3479447370796909|*2|'15.5|'37.5",
                "*1|*4|'a|'56.4413|:3479447370796909|*2|,15.5|,37.5"
            })
    void readsAllDetailsOfAMember(String wire) throws IOException {
        assertThat(RecordedReply.read(GEO.geoSearchWith("g", HERE, CIRCLE, NEAREST, GeoDetail.values()), wire))
                .containsExactly(new GeoMatch<>("a", 56.4413, 3479447370796909L, new GeoPosition(15.5, 37.5)));
    }

    @Test
    void readsOnlyTheDetailsThatWereAskedFor() throws IOException {
        assertThat(RecordedReply.read(GEO.geoSearchWith("g", HERE, CIRCLE, NEAREST, GeoDetail.HASH), "*1|*2|'a|:7"))
                .containsExactly(new GeoMatch<>("a", null, 7L, null));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(
                        GEO.geoSearchWith("g", HERE, CIRCLE, NEAREST, GeoDetail.HASH), "*1|*3|'a|'1.5|:7"));
    }

    private static GeoSearchArgs any(long count) {
        return GeoSearchArgs.defaults().anyCount(count);
    }

    private static Map<String, GeoPosition> two() {
        Map<String, GeoPosition> members = new LinkedHashMap<>();
        members.put("a", new GeoPosition(1, 2));
        members.put("b", new GeoPosition(3, 4.5));
        return members;
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
