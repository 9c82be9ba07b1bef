package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.reply.StreamConsumerInfo;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.command.reply.StreamFullInfo;
import io.sorrel.redis.command.reply.StreamGroupInfo;
import io.sorrel.redis.command.reply.StreamInfo;
import java.util.List;

/**
 * Commands about streams, their groups and consumers. A key that does not exist fails with a
 * {@code RedisServerException}, a group that does not exist with a {@code NoGroupException}.
 *
 * @param <K> type of the keys and of the fields
 * @param <V> type of the values
 */
@CommandGroup(value = "StreamInfo", accessor = "streamInfo")
public final class StreamInfoDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec XINFO_CONSUMERS =
            SPECS.add(CommandSpec.read("XINFO CONSUMERS", "5.0.0").keys(2, 2, 1));
    private static final CommandSpec XINFO_GROUPS =
            SPECS.add(CommandSpec.read("XINFO GROUPS", "5.0.0").keys(2, 2, 1));
    private static final CommandSpec XINFO_HELP =
            SPECS.add(CommandSpec.neutral("XINFO HELP", "5.0.0").idempotent());
    private static final CommandSpec XINFO_STREAM =
            SPECS.add(CommandSpec.read("XINFO STREAM", "5.0.0").keys(2, 2, 1));

    private static final ReplyDecoder<List<StreamConsumerInfo>> CONSUMERS =
            ReplyDecoders.list(StreamInfoReplies::consumer);
    private static final ReplyDecoder<List<StreamGroupInfo>> GROUPS = ReplyDecoders.list(StreamInfoReplies::group);

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<StreamInfo<K, V>> stream;
    private final ReplyDecoder<StreamFullInfo<K, V>> fullStream;

    StreamInfoDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<StreamEntry<K, V>> entry = StreamReplies.entry(codec);
        this.codec = codec;
        this.stream = StreamInfoReplies.stream(entry);
        this.fullStream = StreamInfoReplies.fullStream(entry);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Describes the consumers of a group. Complexity: O(N) in their number. Redis command XINFO CONSUMERS, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @return the consumers that the group knows; empty if there are none
     */
    public Command<List<StreamConsumerInfo>> xinfoConsumers(K key, String group) {
        return command(XINFO_CONSUMERS).key(key).text("group", group).reply(CONSUMERS);
    }

    /**
     * Describes the groups of a stream. Complexity: O(N) in their number. Redis command XINFO GROUPS, since 5.0.0.
     *
     * @param key key of the stream
     * @return the groups; empty if there are none
     */
    public Command<List<StreamGroupInfo>> xinfoGroups(K key) {
        return command(XINFO_GROUPS).key(key).reply(GROUPS);
    }

    /**
     * Lists the subcommands of XINFO. Complexity: O(1). Redis command XINFO HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> xinfoHelp() {
        return command(XINFO_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Describes a stream. Complexity: O(1). Redis command XINFO STREAM, since 5.0.0.
     *
     * @param key key of the stream
     * @return its numbers, and its first and last entry
     */
    public Command<StreamInfo<K, V>> xinfoStream(K key) {
        return command(XINFO_STREAM).key(key).reply(stream);
    }

    /**
     * Describes a stream with its groups and their consumers, and not more than 10 entries of each list. Complexity:
     * O(N) in what is returned. Redis command XINFO STREAM with FULL, since 6.0.0.
     *
     * @param key key of the stream
     * @return its numbers, its first entries, and its groups
     */
    public Command<StreamFullInfo<K, V>> xinfoStreamFull(K key) {
        return command(XINFO_STREAM).key(key).word("FULL").reply(fullStream);
    }

    /**
     * Describes a stream with its groups and their consumers. Complexity: O(N) in what is returned. Redis command XINFO
     * STREAM with FULL and COUNT, since 6.0.0.
     *
     * @param key key of the stream
     * @param count how many entries of each list at most, not negative; 0 for all
     * @return its numbers, its first entries, and its groups
     */
    public Command<StreamFullInfo<K, V>> xinfoStreamFull(K key, long count) {
        return command(XINFO_STREAM)
                .key(key)
                .word("FULL")
                .word("COUNT")
                .number(notNegative("count", count))
                .reply(fullStream);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
