package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands on the members of a set: values in no order, each once. A set goes with its last member. A key that holds
 * another type than a set fails with a {@code WrongTypeException}. Sets of byte arrays can be walked through but not
 * asked for a member, as arrays are equal only to themselves.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Set", accessor = "sets")
public final class SetDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec SADD =
            SPECS.add(CommandSpec.write("SADD", "1.0.0").key());
    private static final CommandSpec SCARD =
            SPECS.add(CommandSpec.read("SCARD", "1.0.0").key());
    private static final CommandSpec SISMEMBER =
            SPECS.add(CommandSpec.read("SISMEMBER", "1.0.0").key());
    private static final CommandSpec SMEMBERS =
            SPECS.add(CommandSpec.read("SMEMBERS", "1.0.0").key());
    private static final CommandSpec SMISMEMBER =
            SPECS.add(CommandSpec.read("SMISMEMBER", "6.2.0").key());
    private static final CommandSpec SMOVE =
            SPECS.add(CommandSpec.write("SMOVE", "1.0.0").keys(1, 2, 1));
    private static final CommandSpec SPOP =
            SPECS.add(CommandSpec.write("SPOP", "1.0.0").key());
    private static final CommandSpec SRANDMEMBER =
            SPECS.add(CommandSpec.read("SRANDMEMBER", "1.0.0").key());
    private static final CommandSpec SREM =
            SPECS.add(CommandSpec.write("SREM", "1.0.0").key());
    private static final CommandSpec SSCAN =
            SPECS.add(CommandSpec.read("SSCAN", "2.8.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable V> nullableMember;
    private final ReplyDecoder<Set<V>> members;
    private final ReplyDecoder<List<V>> memberList;
    private final ReplyDecoder<List<Boolean>> answers;
    private final ReplyDecoder<ScanPage<V>> memberPage;

    SetDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> member = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.nullableMember = ReplyDecoders.nullable(member);
        this.members = ReplyDecoders.set(member);
        this.memberList = ReplyDecoders.list(member);
        this.answers = ReplyDecoders.list(ReplyDecoders.bool());
        this.memberPage = ScanReplies.page(member);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds members to a set. Complexity: O(N) in the number of members. Redis command SADD, since 1.0.0, with more than
     * one member since 2.4.0.
     *
     * @param key key of the set
     * @param members the members, at least one
     * @return how many of them are new
     */
    @SafeVarargs
    public final Command<Long> sadd(K key, V... members) {
        return command(SADD).key(key).values("members", members).reply(ReplyDecoders.integer());
    }

    /**
     * Adds members to a set. Complexity: O(N) in the number of members. Redis command SADD, since 1.0.0, with more than
     * one member since 2.4.0.
     *
     * @param key key of the set
     * @param members the members, at least one
     * @return how many of them are new
     */
    public Command<Long> sadd(K key, Collection<? extends V> members) {
        return command(SADD).key(key).values("members", members).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the members of a set. Complexity: O(1). Redis command SCARD, since 1.0.0.
     *
     * @param key key of the set
     * @return how many members it has; 0 if the key does not exist
     */
    public Command<Long> scard(K key) {
        return command(SCARD).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Tells whether a set has a member. Complexity: O(1). Redis command SISMEMBER, since 1.0.0.
     *
     * @param key key of the set
     * @param member the member
     * @return whether there is such a member
     */
    public Command<Boolean> sismember(K key, V member) {
        return command(SISMEMBER).key(key).value("member", member).reply(ReplyDecoders.bool());
    }

    /**
     * Reads a whole set. Complexity: O(N) in the number of its members; {@code sscan} reads a large one in parts. Redis
     * command SMEMBERS, since 1.0.0.
     *
     * @param key key of the set
     * @return its members, in no particular order; empty if the key does not exist
     */
    public Command<Set<V>> smembers(K key) {
        return command(SMEMBERS).key(key).reply(members);
    }

    /**
     * Tells which members a set has. Complexity: O(N) in the number of members asked for. Redis command SMISMEMBER,
     * since 6.2.0.
     *
     * @param key key of the set
     * @param members members to ask for, at least one
     * @return whether there is such a member, in the order of the members
     */
    @SafeVarargs
    public final Command<List<Boolean>> smismember(K key, V... members) {
        return command(SMISMEMBER).key(key).values("members", members).reply(answers);
    }

    /**
     * Tells which members a set has. Complexity: O(N) in the number of members asked for. Redis command SMISMEMBER,
     * since 6.2.0.
     *
     * @param key key of the set
     * @param members members to ask for, at least one
     * @return whether there is such a member, in the order of the members
     */
    public Command<List<Boolean>> smismember(K key, Collection<? extends V> members) {
        return command(SMISMEMBER).key(key).values("members", members).reply(answers);
    }

    /**
     * Moves a member from one set to another. Complexity: O(1). Redis command SMOVE, since 1.0.0.
     *
     * @param source key of the set that has it
     * @param destination key of the set that gets it
     * @param member the member
     * @return whether it was moved; false if the source has no such member
     */
    public Command<Boolean> smove(K source, K destination, V member) {
        return command(SMOVE)
                .key("source", source)
                .key("destination", destination)
                .value("member", member)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Takes a member out of a set at random. It is lost if the reply is. Complexity: O(1). Redis command SPOP, since
     * 1.0.0.
     *
     * @param key key of the set
     * @return the member; null if the key does not exist
     */
    public Command<@Nullable V> spop(K key) {
        return command(SPOP).key(key).reply(nullableMember);
    }

    /**
     * Takes members out of a set at random. They are lost if the reply is. Complexity: O(N) in the number of members
     * taken. Redis command SPOP with a count, since 3.2.0.
     *
     * @param key key of the set
     * @param count how many members at most, at least 1
     * @return the members; empty if the key does not exist
     */
    public Command<Set<V>> spop(K key, long count) {
        return command(SPOP).key(key).number(positive("count", count)).reply(members);
    }

    /**
     * Picks a member at random. Complexity: O(1). Redis command SRANDMEMBER, since 1.0.0.
     *
     * @param key key of the set
     * @return one of its members; null if the key does not exist
     */
    public Command<@Nullable V> srandMember(K key) {
        return command(SRANDMEMBER).key(key).reply(nullableMember);
    }

    /**
     * Picks different members at random. Complexity: O(N) in the number of members picked. Redis command SRANDMEMBER
     * with a positive count, since 2.6.0.
     *
     * @param key key of the set
     * @param count how many members, at least 1
     * @return so many of its members, or all if it has fewer; empty if the key does not exist
     */
    public Command<List<V>> srandMember(K key, long count) {
        return command(SRANDMEMBER).key(key).number(positive("count", count)).reply(memberList);
    }

    /**
     * Picks members at random, the same perhaps more than once. Complexity: O(N) in the number of members picked. Redis
     * command SRANDMEMBER with a negative count, since 2.6.0.
     *
     * @param key key of the set
     * @param count how many members, at least 1
     * @return exactly so many of its members; empty if the key does not exist
     */
    public Command<List<V>> srandMemberRepeating(K key, long count) {
        return command(SRANDMEMBER).key(key).number(-positive("count", count)).reply(memberList);
    }

    /**
     * Deletes members of a set. Complexity: O(N) in the number of members. Redis command SREM, since 1.0.0, with more
     * than one member since 2.4.0.
     *
     * @param key key of the set
     * @param members the members, at least one
     * @return how many of them there were to delete
     */
    @SafeVarargs
    public final Command<Long> srem(K key, V... members) {
        return command(SREM).key(key).values("members", members).reply(ReplyDecoders.integer());
    }

    /**
     * Deletes members of a set. Complexity: O(N) in the number of members. Redis command SREM, since 1.0.0, with more
     * than one member since 2.4.0.
     *
     * @param key key of the set
     * @param members the members, at least one
     * @return how many of them there were to delete
     */
    public Command<Long> srem(K key, Collection<? extends V> members) {
        return command(SREM).key(key).values("members", members).reply(ReplyDecoders.integer());
    }

    /**
     * Starts or continues a scan through a set. What is in it all the time is found at least once; what comes or goes
     * meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of members for a whole scan. Redis command
     * SSCAN, since 2.8.0.
     *
     * @param key key of the set
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @return a page of members; the last one if the key does not exist
     */
    public Command<ScanPage<V>> sscan(K key, ScanCursor cursor) {
        return sscan(key, cursor, ElementScanArgs.all());
    }

    /**
     * Starts or continues a scan through a set. What is in it all the time is found at least once; what comes or goes
     * meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of members for a whole scan. Redis command
     * SSCAN, since 2.8.0.
     *
     * @param key key of the set
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @param args which members, and about how many a call looks at
     * @return a page of members; the last one if the key does not exist
     */
    public Command<ScanPage<V>> sscan(K key, ScanCursor cursor, ElementScanArgs args) {
        return ScanReplies.cursor(command(SSCAN).key(key), cursor)
                .args("args", args)
                .reply(memberPage);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
