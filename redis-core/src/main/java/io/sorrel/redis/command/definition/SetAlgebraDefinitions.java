package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Commands that combine several sets: difference, intersection, union. A key that does not exist counts as an empty
 * set; one that holds another type than a set fails with a {@code WrongTypeException}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "SetAlgebra", accessor = "setAlgebra")
public final class SetAlgebraDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec SDIFF =
            SPECS.add(CommandSpec.read("SDIFF", "1.0.0").keys(1, -1, 1));
    private static final CommandSpec SDIFFSTORE =
            SPECS.add(CommandSpec.write("SDIFFSTORE", "1.0.0").keys(1, -1, 1));
    private static final CommandSpec SINTER =
            SPECS.add(CommandSpec.read("SINTER", "1.0.0").keys(1, -1, 1));
    private static final CommandSpec SINTERCARD =
            SPECS.add(CommandSpec.read("SINTERCARD", "7.0.0").movableKeys());
    private static final CommandSpec SINTERSTORE =
            SPECS.add(CommandSpec.write("SINTERSTORE", "1.0.0").keys(1, -1, 1).idempotent());
    private static final CommandSpec SUNION =
            SPECS.add(CommandSpec.read("SUNION", "1.0.0").keys(1, -1, 1));
    private static final CommandSpec SUNIONSTORE =
            SPECS.add(CommandSpec.write("SUNIONSTORE", "1.0.0").keys(1, -1, 1).idempotent());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<Set<V>> members;

    SetAlgebraDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.members = ReplyDecoders.set(ReplyDecoders.value(codec.values()));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Reads the members of a set that none of the others has. Complexity: O(N) in the number of members of all sets.
     * Redis command SDIFF, since 1.0.0.
     *
     * @param keys keys of the sets, at least one; the first is the one from which the others are taken away
     * @return the members that are left, in no particular order
     */
    @SafeVarargs
    public final Command<Set<V>> sdiff(K... keys) {
        return command(SDIFF).keys("keys", keys).reply(members);
    }

    /**
     * Reads the members of a set that none of the others has. Complexity: O(N) in the number of members of all sets.
     * Redis command SDIFF, since 1.0.0.
     *
     * @param keys keys of the sets, at least one; the first is the one from which the others are taken away
     * @return the members that are left, in no particular order
     */
    public Command<Set<V>> sdiff(Collection<? extends K> keys) {
        return command(SDIFF).keys("keys", keys).reply(members);
    }

    /**
     * Stores the members of a set that none of the others has. Complexity: O(N) in the number of members of all sets.
     * Redis command SDIFFSTORE, since 1.0.0.
     *
     * @param destination key of the new set; whatever it holds is replaced, and deleted if there is nothing to store
     * @param keys keys of the sets, at least one; the first is the one from which the others are taken away
     * @return how many members the new set has
     */
    @SafeVarargs
    public final Command<Long> sdiffStore(K destination, K... keys) {
        return command(SDIFFSTORE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members of a set that none of the others has. Complexity: O(N) in the number of members of all sets.
     * Redis command SDIFFSTORE, since 1.0.0.
     *
     * @param destination key of the new set; whatever it holds is replaced, and deleted if there is nothing to store
     * @param keys keys of the sets, at least one; the first is the one from which the others are taken away
     * @return how many members the new set has
     */
    public Command<Long> sdiffStore(K destination, Collection<? extends K> keys) {
        return command(SDIFFSTORE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Reads the members that all sets have. Complexity: O(N*M) at worst, in the size of the smallest set and the number
     * of sets. Redis command SINTER, since 1.0.0.
     *
     * @param keys keys of the sets, at least one
     * @return the members that all have, in no particular order
     */
    @SafeVarargs
    public final Command<Set<V>> sinter(K... keys) {
        return command(SINTER).keys("keys", keys).reply(members);
    }

    /**
     * Reads the members that all sets have. Complexity: O(N*M) at worst, in the size of the smallest set and the number
     * of sets. Redis command SINTER, since 1.0.0.
     *
     * @param keys keys of the sets, at least one
     * @return the members that all have, in no particular order
     */
    public Command<Set<V>> sinter(Collection<? extends K> keys) {
        return command(SINTER).keys("keys", keys).reply(members);
    }

    /**
     * Counts the members that all sets have. Complexity: O(N*M) at worst, in the size of the smallest set and the
     * number of sets. Redis command SINTERCARD, since 7.0.0.
     *
     * @param keys keys of the sets, at least one
     * @return how many members all have
     */
    @SafeVarargs
    public final Command<Long> sinterCard(K... keys) {
        return command(SINTERCARD).countedKeys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that all sets have. Complexity: O(N*M) at worst, in the size of the smallest set and the
     * number of sets. Redis command SINTERCARD, since 7.0.0.
     *
     * @param keys keys of the sets, at least one
     * @return how many members all have
     */
    public Command<Long> sinterCard(Collection<? extends K> keys) {
        return command(SINTERCARD).countedKeys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that all sets have, up to a limit. Complexity: O(N*M) at worst, in the size of the smallest
     * set and the number of sets. Redis command SINTERCARD with LIMIT, since 7.0.0.
     *
     * @param limit at which count to stop, at least 1
     * @param keys keys of the sets, at least one
     * @return how many members all have, or the limit if that is less
     */
    @SafeVarargs
    public final Command<Long> sinterCard(long limit, K... keys) {
        return command(SINTERCARD)
                .countedKeys("keys", keys)
                .word("LIMIT")
                .number(positive("limit", limit))
                .reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members that all sets have, up to a limit. Complexity: O(N*M) at worst, in the size of the smallest
     * set and the number of sets. Redis command SINTERCARD with LIMIT, since 7.0.0.
     *
     * @param limit at which count to stop, at least 1
     * @param keys keys of the sets, at least one
     * @return how many members all have, or the limit if that is less
     */
    public Command<Long> sinterCard(long limit, Collection<? extends K> keys) {
        return command(SINTERCARD)
                .countedKeys("keys", keys)
                .word("LIMIT")
                .number(positive("limit", limit))
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that all sets have. Complexity: O(N*M) at worst, in the size of the smallest set and the number
     * of sets. Redis command SINTERSTORE, since 1.0.0.
     *
     * @param destination key of the new set; whatever it holds is replaced, and deleted if there is nothing to store
     * @param keys keys of the sets, at least one
     * @return how many members the new set has
     */
    @SafeVarargs
    public final Command<Long> sinterStore(K destination, K... keys) {
        return command(SINTERSTORE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that all sets have. Complexity: O(N*M) at worst, in the size of the smallest set and the number
     * of sets. Redis command SINTERSTORE, since 1.0.0.
     *
     * @param destination key of the new set; whatever it holds is replaced, and deleted if there is nothing to store
     * @param keys keys of the sets, at least one
     * @return how many members the new set has
     */
    public Command<Long> sinterStore(K destination, Collection<? extends K> keys) {
        return command(SINTERSTORE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Reads the members that any of the sets has. Complexity: O(N) in the number of members of all sets. Redis command
     * SUNION, since 1.0.0.
     *
     * @param keys keys of the sets, at least one
     * @return the members of all sets, each once, in no particular order
     */
    @SafeVarargs
    public final Command<Set<V>> sunion(K... keys) {
        return command(SUNION).keys("keys", keys).reply(members);
    }

    /**
     * Reads the members that any of the sets has. Complexity: O(N) in the number of members of all sets. Redis command
     * SUNION, since 1.0.0.
     *
     * @param keys keys of the sets, at least one
     * @return the members of all sets, each once, in no particular order
     */
    public Command<Set<V>> sunion(Collection<? extends K> keys) {
        return command(SUNION).keys("keys", keys).reply(members);
    }

    /**
     * Stores the members that any of the sets has. Complexity: O(N) in the number of members of all sets. Redis command
     * SUNIONSTORE, since 1.0.0.
     *
     * @param destination key of the new set; whatever it holds is replaced, and deleted if there is nothing to store
     * @param keys keys of the sets, at least one
     * @return how many members the new set has
     */
    @SafeVarargs
    public final Command<Long> sunionStore(K destination, K... keys) {
        return command(SUNIONSTORE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Stores the members that any of the sets has. Complexity: O(N) in the number of members of all sets. Redis command
     * SUNIONSTORE, since 1.0.0.
     *
     * @param destination key of the new set; whatever it holds is replaced, and deleted if there is nothing to store
     * @param keys keys of the sets, at least one
     * @return how many members the new set has
     */
    public Command<Long> sunionStore(K destination, Collection<? extends K> keys) {
        return command(SUNIONSTORE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
