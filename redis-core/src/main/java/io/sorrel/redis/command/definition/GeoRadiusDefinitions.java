package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.GeoDetail;
import io.sorrel.redis.command.args.GeoOrigin;
import io.sorrel.redis.command.args.GeoSearchArgs;
import io.sorrel.redis.command.args.GeoShape;
import io.sorrel.redis.command.args.GeoUnit;
import io.sorrel.redis.command.reply.GeoMatch;
import java.util.List;

/**
 * The older searches for positions, which Redis counts as deprecated since GEOSEARCH does what they do. The server
 * counts those that could store what they find as writes even where they do not: replicas answer only the read-only
 * ones.
 *
 * @param <K> type of the keys
 * @param <V> type of the members
 */
@CommandGroup(value = "GeoRadius", accessor = "geoRadius")
public final class GeoRadiusDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec GEORADIUS =
            SPECS.add(CommandSpec.write("GEORADIUS", "3.2.0").key().movableKeys());
    private static final CommandSpec GEORADIUS_AGAIN = CommandSpec.write("GEORADIUS", "3.2.0")
            .key()
            .movableKeys()
            .idempotent()
            .build();
    private static final CommandSpec GEORADIUS_RO =
            SPECS.add(CommandSpec.read("GEORADIUS_RO", "3.2.10").key());
    private static final CommandSpec GEORADIUSBYMEMBER =
            SPECS.add(CommandSpec.write("GEORADIUSBYMEMBER", "3.2.0").key().movableKeys());
    private static final CommandSpec GEORADIUSBYMEMBER_AGAIN = CommandSpec.write("GEORADIUSBYMEMBER", "3.2.0")
            .key()
            .movableKeys()
            .idempotent()
            .build();
    private static final CommandSpec GEORADIUSBYMEMBER_RO =
            SPECS.add(CommandSpec.read("GEORADIUSBYMEMBER_RO", "3.2.10").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> members;

    GeoRadiusDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.members = ReplyDecoders.list(ReplyDecoders.value(codec.values()));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Finds the members within a circle. Complexity: O(N+log(M)) in the number of members around the shape and within
     * it. Redis command GEORADIUS, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @return the members, in no particular order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape)}
     */
    @Deprecated
    public Command<List<V>> geoRadius(K key, double longitude, double latitude, double radius, GeoUnit unit) {
        return circle(GEORADIUS_AGAIN, key, longitude, latitude, radius, unit).reply(members);
    }

    /**
     * Finds members within a circle. Complexity: O(N+log(M)) in the number of members around the shape and within it.
     * Redis command GEORADIUS, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @return the members; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<List<V>> geoRadius(
            K key, double longitude, double latitude, double radius, GeoUnit unit, GeoSearchArgs args) {
        return circle(GEORADIUS_AGAIN, key, longitude, latitude, radius, unit)
                .args("args", args)
                .reply(members);
    }

    /**
     * Finds members within a circle, and tells more about them. Complexity: O(N+log(M)) in the number of members around
     * the shape and within it. Redis command GEORADIUS with WITHDIST, WITHHASH or WITHCOORD, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @param details what to tell, at least one
     * @return the members with those details; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchWith(Object, GeoOrigin, GeoShape, GeoSearchArgs, GeoDetail...)}
     */
    @Deprecated
    public Command<List<GeoMatch<V>>> geoRadiusWith(
            K key,
            double longitude,
            double latitude,
            double radius,
            GeoUnit unit,
            GeoSearchArgs args,
            GeoDetail... details) {
        CommandBuilder<K, V> command =
                circle(GEORADIUS_AGAIN, key, longitude, latitude, radius, unit).args("args", args);
        return GeoReplies.detailed(command, codec, details);
    }

    /**
     * Stores members within a circle, with their positions, in another sorted set. Complexity: O(N+M*log(M)) in the
     * number of members around the shape and within it. Redis command GEORADIUS with STORE, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args how many, and in which order they are chosen
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @return how many members were stored
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchStore(Object, Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<Long> geoRadiusStore(
            K key, double longitude, double latitude, double radius, GeoUnit unit, GeoSearchArgs args, K destination) {
        return circle(GEORADIUS, key, longitude, latitude, radius, unit)
                .args("args", args)
                .word("STORE")
                .key("destination", destination)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores members within a circle, with their distances from the centre as scores, in another sorted set.
     * Complexity: O(N+M*log(M)) in the number of members around the shape and within it. Redis command GEORADIUS with
     * STOREDIST, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args how many, and in which order they are chosen
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @return how many members were stored
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchStoreDistances(Object, Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<Long> geoRadiusStoreDistances(
            K key, double longitude, double latitude, double radius, GeoUnit unit, GeoSearchArgs args, K destination) {
        return circle(GEORADIUS, key, longitude, latitude, radius, unit)
                .args("args", args)
                .word("STOREDIST")
                .key("destination", destination)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Finds the members within a circle, without the right to write. Complexity: O(N+log(M)) in the number of members
     * around the shape and within it. Redis command GEORADIUS_RO, since 3.2.10.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @return the members, in no particular order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape)}
     */
    @Deprecated
    public Command<List<V>> geoRadiusReadOnly(K key, double longitude, double latitude, double radius, GeoUnit unit) {
        return circle(GEORADIUS_RO, key, longitude, latitude, radius, unit).reply(members);
    }

    /**
     * Finds members within a circle, without the right to write. Complexity: O(N+log(M)) in the number of members
     * around the shape and within it. Redis command GEORADIUS_RO, since 3.2.10.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @return the members; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<List<V>> geoRadiusReadOnly(
            K key, double longitude, double latitude, double radius, GeoUnit unit, GeoSearchArgs args) {
        return circle(GEORADIUS_RO, key, longitude, latitude, radius, unit)
                .args("args", args)
                .reply(members);
    }

    /**
     * Finds members within a circle, without the right to write, and tells more about them. Complexity: O(N+log(M)) in
     * the number of members around the shape and within it. Redis command GEORADIUS_RO with WITHDIST, WITHHASH or
     * WITHCOORD, since 3.2.10.
     *
     * @param key key of the sorted set
     * @param longitude in degrees, -180 to 180
     * @param latitude in degrees, about -85.05 to 85.05
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @param details what to tell, at least one
     * @return the members with those details; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchWith(Object, GeoOrigin, GeoShape, GeoSearchArgs, GeoDetail...)}
     */
    @Deprecated
    public Command<List<GeoMatch<V>>> geoRadiusReadOnlyWith(
            K key,
            double longitude,
            double latitude,
            double radius,
            GeoUnit unit,
            GeoSearchArgs args,
            GeoDetail... details) {
        CommandBuilder<K, V> command =
                circle(GEORADIUS_RO, key, longitude, latitude, radius, unit).args("args", args);
        return GeoReplies.detailed(command, codec, details);
    }

    /**
     * Finds the members within a circle around a member. Complexity: O(N+log(M)) in the number of members around the
     * shape and within it. Redis command GEORADIUSBYMEMBER, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @return the members, in no particular order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape)}
     */
    @Deprecated
    public Command<List<V>> geoRadiusByMember(K key, V member, double radius, GeoUnit unit) {
        return circle(GEORADIUSBYMEMBER_AGAIN, key, member, radius, unit).reply(members);
    }

    /**
     * Finds members within a circle around a member. Complexity: O(N+log(M)) in the number of members around the shape
     * and within it. Redis command GEORADIUSBYMEMBER, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @return the members; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<List<V>> geoRadiusByMember(K key, V member, double radius, GeoUnit unit, GeoSearchArgs args) {
        return circle(GEORADIUSBYMEMBER_AGAIN, key, member, radius, unit)
                .args("args", args)
                .reply(members);
    }

    /**
     * Finds members within a circle around a member, and tells more about them. Complexity: O(N+log(M)) in the number
     * of members around the shape and within it. Redis command GEORADIUSBYMEMBER with WITHDIST, WITHHASH or WITHCOORD,
     * since 3.2.0.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @param details what to tell, at least one
     * @return the members with those details; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchWith(Object, GeoOrigin, GeoShape, GeoSearchArgs, GeoDetail...)}
     */
    @Deprecated
    public Command<List<GeoMatch<V>>> geoRadiusByMemberWith(
            K key, V member, double radius, GeoUnit unit, GeoSearchArgs args, GeoDetail... details) {
        CommandBuilder<K, V> command =
                circle(GEORADIUSBYMEMBER_AGAIN, key, member, radius, unit).args("args", args);
        return GeoReplies.detailed(command, codec, details);
    }

    /**
     * Stores members within a circle around a member, with their positions, in another sorted set. Complexity:
     * O(N+M*log(M)) in the number of members around the shape and within it. Redis command GEORADIUSBYMEMBER with
     * STORE, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args how many, and in which order they are chosen
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @return how many members were stored
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchStore(Object, Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<Long> geoRadiusByMemberStore(
            K key, V member, double radius, GeoUnit unit, GeoSearchArgs args, K destination) {
        return circle(GEORADIUSBYMEMBER, key, member, radius, unit)
                .args("args", args)
                .word("STORE")
                .key("destination", destination)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores members within a circle around a member, with their distances from the centre as scores, in another sorted
     * set. Complexity: O(N+M*log(M)) in the number of members around the shape and within it. Redis command
     * GEORADIUSBYMEMBER with STOREDIST, since 3.2.0.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args how many, and in which order they are chosen
     * @param destination sorted set to make; it is replaced if it exists, and deleted if there is nothing to store
     * @return how many members were stored
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchStoreDistances(Object, Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<Long> geoRadiusByMemberStoreDistances(
            K key, V member, double radius, GeoUnit unit, GeoSearchArgs args, K destination) {
        return circle(GEORADIUSBYMEMBER, key, member, radius, unit)
                .args("args", args)
                .word("STOREDIST")
                .key("destination", destination)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Finds the members within a circle around a member, without the right to write. Complexity: O(N+log(M)) in the
     * number of members around the shape and within it. Redis command GEORADIUSBYMEMBER_RO, since 3.2.10.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @return the members, in no particular order; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape)}
     */
    @Deprecated
    public Command<List<V>> geoRadiusByMemberReadOnly(K key, V member, double radius, GeoUnit unit) {
        return circle(GEORADIUSBYMEMBER_RO, key, member, radius, unit).reply(members);
    }

    /**
     * Finds members within a circle around a member, without the right to write. Complexity: O(N+log(M)) in the number
     * of members around the shape and within it. Redis command GEORADIUSBYMEMBER_RO, since 3.2.10.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @return the members; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearch(Object, GeoOrigin, GeoShape, GeoSearchArgs)}
     */
    @Deprecated
    public Command<List<V>> geoRadiusByMemberReadOnly(
            K key, V member, double radius, GeoUnit unit, GeoSearchArgs args) {
        return circle(GEORADIUSBYMEMBER_RO, key, member, radius, unit)
                .args("args", args)
                .reply(members);
    }

    /**
     * Finds members within a circle around a member, without the right to write, and tells more about them. Complexity:
     * O(N+log(M)) in the number of members around the shape and within it. Redis command GEORADIUSBYMEMBER_RO with
     * WITHDIST, WITHHASH or WITHCOORD, since 3.2.10.
     *
     * @param key key of the sorted set
     * @param member the member at the centre, which must exist
     * @param radius radius of the circle, finite and not negative
     * @param unit unit of the radius, and of distances
     * @param args in which order, and how many
     * @param details what to tell, at least one
     * @return the members with those details; empty if there are none, or the key does not exist
     * @deprecated by Redis since 6.2.0; use
     *     {@link GeoDefinitions#geoSearchWith(Object, GeoOrigin, GeoShape, GeoSearchArgs, GeoDetail...)}
     */
    @Deprecated
    public Command<List<GeoMatch<V>>> geoRadiusByMemberReadOnlyWith(
            K key, V member, double radius, GeoUnit unit, GeoSearchArgs args, GeoDetail... details) {
        CommandBuilder<K, V> command =
                circle(GEORADIUSBYMEMBER_RO, key, member, radius, unit).args("args", args);
        return GeoReplies.detailed(command, codec, details);
    }

    private CommandBuilder<K, V> circle(
            CommandSpec spec, K key, double longitude, double latitude, double radius, GeoUnit unit) {
        return command(spec)
                .key(key)
                .number(Arguments.longitude(longitude))
                .number(Arguments.latitude(latitude))
                .number(Arguments.notNegative("radius", radius))
                .args("unit", unit);
    }

    private CommandBuilder<K, V> circle(CommandSpec spec, K key, V member, double radius, GeoUnit unit) {
        return command(spec)
                .key(key)
                .value("member", member)
                .number(Arguments.notNegative("radius", radius))
                .args("unit", unit);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
