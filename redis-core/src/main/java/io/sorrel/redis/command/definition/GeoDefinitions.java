package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.GeoAddCondition;
import io.sorrel.redis.command.args.GeoDetail;
import io.sorrel.redis.command.args.GeoOrigin;
import io.sorrel.redis.command.args.GeoSearchArgs;
import io.sorrel.redis.command.args.GeoShape;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.reply.GeoMatch;
import io.sorrel.redis.command.reply.GeoPosition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on positions on the earth, which are the scores of sorted sets: what removes members from a sorted set, or
 * walks through one, does it here too. A key that holds another type fails with a {@code WrongTypeException}.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Geo", accessor = "geo")
public final class GeoDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec GEOADD =
            SPECS.add(CommandSpec.write("GEOADD", "3.2.0").key());
    private static final CommandSpec GEODIST =
            SPECS.add(CommandSpec.read("GEODIST", "3.2.0").key());
    private static final CommandSpec GEOHASH =
            SPECS.add(CommandSpec.read("GEOHASH", "3.2.0").key());
    private static final CommandSpec GEOPOS =
            SPECS.add(CommandSpec.read("GEOPOS", "3.2.0").key());
    private static final CommandSpec GEOSEARCH =
            SPECS.add(CommandSpec.read("GEOSEARCH", "6.2.0").key());
    private static final CommandSpec GEOSEARCHSTORE =
            SPECS.add(CommandSpec.write("GEOSEARCHSTORE", "6.2.0").keys(1, 2, 1));

    private static final ReplyDecoder<List<@Nullable String>> HASHES =
            ReplyDecoders.list(ReplyDecoders.nullable(ReplyDecoders.string()));
    private static final ReplyDecoder<List<@Nullable GeoPosition>> POSITIONS =
            ReplyDecoders.list(ReplyDecoders.nullable(GeoReplies::position));

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> members;

    GeoDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.members = ReplyDecoders.list(ReplyDecoders.value(codec.values()));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds a member at a position, or moves it. Complexity: O(log(N)) in the number of members. Redis command GEOADD,
     * since 3.2.0.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param member the member
     * @return how many members are new: 1, or 0 if it was there
     */
    public Command<Long> geoAdd(K key, double longitude, double latitude, V member) {
        return placed(command(GEOADD).key(key), longitude, latitude, member).reply(ReplyDecoders.integer());
    }

    /**
     * Adds a member at a position, or moves it, on a condition. Complexity: O(log(N)) in the number of members. Redis
     * command GEOADD, since 6.2.0 with a condition.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param member the member
     * @param condition when it is added or moved
     * @return how many members are new: 1 or 0
     */
    public Command<Long> geoAdd(K key, double longitude, double latitude, V member, GeoAddCondition condition) {
        return placed(add(key, condition), longitude, latitude, member).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members at positions, or moves them. Complexity: O(M*log(N)) in the number of given members and of all.
     * Redis command GEOADD, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param members the positions by member, at least one
     * @return how many members are new
     */
    public Command<Long> geoAdd(K key, Map<? extends V, GeoPosition> members) {
        return placed(command(GEOADD).key(key), members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members at positions, or moves them, each on a condition. Complexity: O(M*log(N)) in the number of given
     * members and of all. Redis command GEOADD, since 6.2.0 with a condition.
     *
     * @param key key of the sorted set
     * @param members the positions by member, at least one
     * @param condition when one is added or moved
     * @return how many members are new
     */
    public Command<Long> geoAdd(K key, Map<? extends V, GeoPosition> members, GeoAddCondition condition) {
        return placed(add(key, condition), members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members at positions, or moves them, and counts both. Complexity: O(M*log(N)) in the number of given members
     * and of all. Redis command GEOADD with CH, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param members the positions by member, at least one
     * @return how many members are new or have another position than before
     */
    public Command<Long> geoAddChanged(K key, Map<? extends V, GeoPosition> members) {
        return placed(command(GEOADD).key(key).word("CH"), members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members at positions, or moves them, each on a condition, and counts both. Complexity: O(M*log(N)) in the
     * number of given members and of all. Redis command GEOADD with CH, since 6.2.0.
     *
     * @param key key of the sorted set
     * @param members the positions by member, at least one
     * @param condition when one is added or moved
     * @return how many members are new or have another position than before
     */
    public Command<Long> geoAddChanged(K key, Map<? extends V, GeoPosition> members, GeoAddCondition condition) {
        return placed(command(GEOADD).key(key).args("condition", condition).word("CH"), members)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Measures the distance between two members, along the surface; the earth is taken for a sphere, so that it may be
     * wrong by 0.5 %. Complexity: O(1). Redis command GEODIST, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param first one member
     * @param second the other one
     * @param unit unit of the answer
     * @return the distance, with four digits after the point; null if one of them does not exist
     */
    public Command<@Nullable Double> geoDist(K key, V first, V second, GeoUnit unit) {
        return command(GEODIST)
                .key(key)
                .value("first", first)
                .value("second", second)
                .args("unit", unit)
                .reply(ReplyDecoders.nullable(ReplyDecoders.real()));
    }

    /**
     * Tells the geohashes of members, of 11 characters as geohash.org has them. Complexity: O(1) for each member. Redis
     * command GEOHASH, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param members the members, at least one
     * @return their geohashes in the order of the members; null for one that does not exist
     */
    @SafeVarargs
    public final Command<List<@Nullable String>> geoHash(K key, V... members) {
        return command(GEOHASH).key(key).values("members", members).<List<@Nullable String>>reply(HASHES);
    }

    /**
     * Tells the geohashes of members, of 11 characters as geohash.org has them. Complexity: O(1) for each member. Redis
     * command GEOHASH, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param members the members, at least one
     * @return their geohashes in the order of the members; null for one that does not exist
     */
    public Command<List<@Nullable String>> geoHash(K key, Collection<? extends V> members) {
        return command(GEOHASH).key(key).values("members", members).<List<@Nullable String>>reply(HASHES);
    }

    /**
     * Tells where members are. Complexity: O(1) for each member. Redis command GEOPOS, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param members the members, at least one
     * @return their positions in the order of the members; null for one that does not exist
     */
    @SafeVarargs
    public final Command<List<@Nullable GeoPosition>> geoPos(K key, V... members) {
        return command(GEOPOS).key(key).values("members", members).<List<@Nullable GeoPosition>>reply(POSITIONS);
    }

    /**
     * Tells where members are. Complexity: O(1) for each member. Redis command GEOPOS, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param members the members, at least one
     * @return their positions in the order of the members; null for one that does not exist
     */
    public Command<List<@Nullable GeoPosition>> geoPos(K key, Collection<? extends V> members) {
        return command(GEOPOS).key(key).values("members", members).<List<@Nullable GeoPosition>>reply(POSITIONS);
    }

    /**
     * Finds the members within a shape. Complexity: O(N+log(M)) in the number of members around the shape and within
     * it. Redis command GEOSEARCH, since 6.2.0. A member as the centre that does not exist fails with a {@code
     * RedisServerException}, unless the key does not exist either.
     *
     * @param key key of the sorted set
     * @param origin where the centre is
     * @param shape in which shape around it
     * @return the members, in no particular order; empty if there are none, or the key does not exist
     */
    public Command<List<V>> geoSearch(K key, GeoOrigin<V> origin, GeoShape shape) {
        return geoSearch(key, origin, shape, GeoSearchArgs.defaults());
    }

    /**
     * Finds members within a shape. Complexity: O(N+log(M)) in the number of members around the shape and within it.
     * Redis command GEOSEARCH, since 6.2.0. A member as the centre that does not exist fails with a {@code
     * RedisServerException}, unless the key does not exist either.
     *
     * @param key key of the sorted set
     * @param origin where the centre is
     * @param shape in which shape around it
     * @param args in which order, and how many
     * @return the members; empty if there are none, or the key does not exist
     */
    public Command<List<V>> geoSearch(K key, GeoOrigin<V> origin, GeoShape shape, GeoSearchArgs args) {
        return search(command(GEOSEARCH).key(key), origin, shape, args).reply(members);
    }

    /**
     * Finds members within a shape, and tells more about them. Complexity: O(N+log(M)) in the number of members around
     * the shape and within it. Redis command GEOSEARCH with WITHDIST, WITHHASH or WITHCOORD, since 6.2.0. A member as
     * the centre that does not exist fails with a {@code RedisServerException}, unless the key does not exist either.
     *
     * @param key key of the sorted set
     * @param origin where the centre is
     * @param shape in which shape around it
     * @param args in which order, and how many
     * @param details what to tell, at least one
     * @return the members with those details; empty if there are none, or the key does not exist
     */
    public Command<List<GeoMatch<V>>> geoSearchWith(
            K key, GeoOrigin<V> origin, GeoShape shape, GeoSearchArgs args, GeoDetail... details) {
        CommandBuilder<K, V> command = search(command(GEOSEARCH).key(key), origin, shape, args);
        return GeoReplies.detailed(command, codec, details);
    }

    /**
     * Stores the members within a shape, with their positions, in another sorted set. Complexity: O(N+M*log(M)) in the
     * number of members around the shape and within it. Redis command GEOSEARCHSTORE, since 6.2.0. A member as the
     * centre that does not exist fails with a {@code RedisServerException}, unless the key does not exist either.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param origin where the centre is
     * @param shape in which shape around it
     * @return how many members were stored
     */
    public Command<Long> geoSearchStore(K destination, K source, GeoOrigin<V> origin, GeoShape shape) {
        return geoSearchStore(destination, source, origin, shape, GeoSearchArgs.defaults());
    }

    /**
     * Stores members within a shape, with their positions, in another sorted set. Complexity: O(N+M*log(M)) in the
     * number of members around the shape and within it. Redis command GEOSEARCHSTORE, since 6.2.0. A member as the
     * centre that does not exist fails with a {@code RedisServerException}, unless the key does not exist either.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param origin where the centre is
     * @param shape in which shape around it
     * @param args how many, and in which order they are chosen
     * @return how many members were stored
     */
    public Command<Long> geoSearchStore(
            K destination, K source, GeoOrigin<V> origin, GeoShape shape, GeoSearchArgs args) {
        return search(store(destination, source), origin, shape, args).reply(ReplyDecoders.integer());
    }

    /**
     * Stores members within a shape in another sorted set, with their distances from the centre as scores, in the unit
     * of the shape. Complexity: O(N+M*log(M)) in the number of members around the shape and within it. Redis command
     * GEOSEARCHSTORE with STOREDIST, since 6.2.0. A member as the centre that does not exist fails with a {@code
     * RedisServerException}, unless the key does not exist either.
     *
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @param source key of the sorted set
     * @param origin where the centre is
     * @param shape in which shape around it
     * @param args how many, and in which order they are chosen
     * @return how many members were stored
     */
    public Command<Long> geoSearchStoreDistances(
            K destination, K source, GeoOrigin<V> origin, GeoShape shape, GeoSearchArgs args) {
        return search(store(destination, source), origin, shape, args)
                .word("STOREDIST")
                .reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> add(K key, GeoAddCondition condition) {
        return command(GEOADD).key(key).args("condition", condition);
    }

    private CommandBuilder<K, V> placed(CommandBuilder<K, V> command, double longitude, double latitude, V member) {
        return command.number(Arguments.longitude(longitude))
                .number(Arguments.latitude(latitude))
                .value("member", member);
    }

    private CommandBuilder<K, V> placed(CommandBuilder<K, V> command, Map<? extends V, GeoPosition> members) {
        CommandBuilder.notEmpty("members", members).forEach((member, position) -> {
            CommandBuilder.notNull("a position of members", position);
            placed(command, position.longitude(), position.latitude(), member);
        });
        return command;
    }

    private CommandBuilder<K, V> search(
            CommandBuilder<K, V> command, GeoOrigin<V> origin, GeoShape shape, GeoSearchArgs args) {
        CommandBuilder.notNull("origin", origin).writeTo(command);
        return command.args("shape", shape).args("args", args);
    }

    private CommandBuilder<K, V> store(K destination, K source) {
        return command(GEOSEARCHSTORE).key("destination", destination).key("source", source);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
