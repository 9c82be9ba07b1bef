package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.List;
import java.util.Map;

/**
 * Commands that publish messages and tell who listens. Messages are not kept: who is not subscribed when one is
 * published does not get it. Channels are encoded as keys are, messages as values. In a cluster, messages reach the
 * subscribers of all nodes, but each node knows only of its own subscribers; those of a shard channel are all at the
 * shard that owns it.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "PubSub", accessor = "pubSub")
public final class PubSubDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec PUBLISH = SPECS.add(CommandSpec.neutral("PUBLISH", "2.0.0"));
    private static final CommandSpec PUBSUB_CHANNELS =
            SPECS.add(CommandSpec.neutral("PUBSUB CHANNELS", "2.8.0").idempotent());
    private static final CommandSpec PUBSUB_HELP =
            SPECS.add(CommandSpec.neutral("PUBSUB HELP", "6.2.0").idempotent());
    private static final CommandSpec PUBSUB_NUMPAT =
            SPECS.add(CommandSpec.neutral("PUBSUB NUMPAT", "2.8.0").idempotent());
    private static final CommandSpec PUBSUB_NUMSUB =
            SPECS.add(CommandSpec.neutral("PUBSUB NUMSUB", "2.8.0").idempotent());
    private static final CommandSpec PUBSUB_SHARDCHANNELS =
            SPECS.add(CommandSpec.neutral("PUBSUB SHARDCHANNELS", "7.0.0").idempotent());
    private static final CommandSpec PUBSUB_SHARDNUMSUB =
            SPECS.add(CommandSpec.neutral("PUBSUB SHARDNUMSUB", "7.0.0").idempotent());
    private static final CommandSpec SPUBLISH =
            SPECS.add(CommandSpec.neutral("SPUBLISH", "7.0.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<K>> channels;
    private final ReplyDecoder<Map<K, Long>> counts;

    PubSubDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<K> channel = ReplyDecoders.value(codec.keys());
        this.codec = codec;
        this.channels = ReplyDecoders.list(channel);
        this.counts = ReplyDecoders.map(channel, ReplyDecoders.integer());
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Publishes a message on a channel. Complexity: O(N+M) in the number of subscribers of the channel and of all
     * patterns that are subscribed to. Redis command PUBLISH, since 2.0.0.
     *
     * @param channel the channel
     * @param message the message
     * @return how many subscribers got it, those by a pattern included; in a cluster, only those of this node
     */
    public Command<Long> publish(K channel, V message) {
        return command(PUBLISH)
                .key("channel", channel)
                .value("message", message)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Lists the channels that are subscribed to, patterns not counted. Complexity: O(N) in the number of channels. Redis
     * command PUBSUB CHANNELS, since 2.8.0.
     *
     * @return the channels, in no particular order
     */
    public Command<List<K>> pubsubChannels() {
        return command(PUBSUB_CHANNELS).reply(channels);
    }

    /**
     * Lists the channels that are subscribed to, patterns not counted, and that match a pattern. Complexity: O(N) in the
     * number of channels. Redis command PUBSUB CHANNELS, since 2.8.0.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     * @return the channels, in no particular order
     */
    public Command<List<K>> pubsubChannels(String pattern) {
        return command(PUBSUB_CHANNELS).text("pattern", pattern).reply(channels);
    }

    /**
     * Lists the subcommands of PUBSUB. Complexity: O(1). Redis command PUBSUB HELP, since 6.2.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> pubsubHelp() {
        return command(PUBSUB_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Counts the different patterns that are subscribed to. Complexity: O(1). Redis command PUBSUB NUMPAT, since 2.8.0.
     *
     * @return how many patterns
     */
    public Command<Long> pubsubNumPat() {
        return command(PUBSUB_NUMPAT).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the subscribers of channels, those by a pattern not counted. Complexity: O(N) in the number of channels.
     * Redis command PUBSUB NUMSUB, since 2.8.0.
     *
     * @param channels the channels, at least one
     * @return how many subscribers each has, in the order of the channels
     */
    @SafeVarargs
    public final Command<Map<K, Long>> pubsubNumSub(K... channels) {
        return command(PUBSUB_NUMSUB).keys("channels", channels).reply(counts);
    }

    /**
     * Lists the shard channels that are subscribed to. Complexity: O(N) in the number of shard channels. Redis command
     * PUBSUB SHARDCHANNELS, since 7.0.0.
     *
     * @return the shard channels, in no particular order
     */
    public Command<List<K>> pubsubShardChannels() {
        return command(PUBSUB_SHARDCHANNELS).reply(channels);
    }

    /**
     * Lists the shard channels that are subscribed to and match a pattern. Complexity: O(N) in the number of shard
     * channels. Redis command PUBSUB SHARDCHANNELS, since 7.0.0.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     * @return the shard channels, in no particular order
     */
    public Command<List<K>> pubsubShardChannels(String pattern) {
        return command(PUBSUB_SHARDCHANNELS).text("pattern", pattern).reply(channels);
    }

    /**
     * Counts the subscribers of shard channels. Complexity: O(N) in the number of shard channels. Redis command PUBSUB
     * SHARDNUMSUB, since 7.0.0.
     *
     * @param channels the shard channels, at least one
     * @return how many subscribers each has, in the order of the channels
     */
    @SafeVarargs
    public final Command<Map<K, Long>> pubsubShardNumSub(K... channels) {
        return command(PUBSUB_SHARDNUMSUB).keys("channels", channels).reply(counts);
    }

    /**
     * Publishes a message on a shard channel, which a cluster assigns to a shard as it does a key. Complexity: O(N) in
     * the number of subscribers. Redis command SPUBLISH, since 7.0.0.
     *
     * @param channel the shard channel
     * @param message the message
     * @return how many subscribers got it; in a cluster, only those of this node
     */
    public Command<Long> spublish(K channel, V message) {
        return command(SPUBLISH)
                .key("channel", channel)
                .value("message", message)
                .reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
