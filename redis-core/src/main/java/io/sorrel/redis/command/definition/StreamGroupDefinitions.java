package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.GroupStart;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XGroupCreateArgs;
import io.sorrel.redis.command.args.XReadGroupArgs;
import io.sorrel.redis.command.reply.StreamEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on groups of consumers, which share the entries of a stream: each entry is given to one consumer of a group,
 * and is pending until that one has acknowledged it. A group that does not exist fails with a {@code NoGroupException}.
 *
 * @param <K> type of the keys and of the fields
 * @param <V> type of the values
 */
@CommandGroup(value = "StreamGroup", accessor = "streamGroups")
public final class StreamGroupDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec XACK =
            SPECS.add(CommandSpec.write("XACK", "5.0.0").key());
    private static final CommandSpec XGROUP_CREATE =
            SPECS.add(CommandSpec.write("XGROUP CREATE", "5.0.0").keys(2, 2, 1));
    private static final CommandSpec XGROUP_CREATECONSUMER =
            SPECS.add(CommandSpec.write("XGROUP CREATECONSUMER", "6.2.0").keys(2, 2, 1));
    private static final CommandSpec XGROUP_DELCONSUMER =
            SPECS.add(CommandSpec.write("XGROUP DELCONSUMER", "5.0.0").keys(2, 2, 1));
    private static final CommandSpec XGROUP_DESTROY =
            SPECS.add(CommandSpec.write("XGROUP DESTROY", "5.0.0").keys(2, 2, 1));
    private static final CommandSpec XGROUP_HELP =
            SPECS.add(CommandSpec.neutral("XGROUP HELP", "5.0.0").idempotent());
    private static final CommandSpec XGROUP_SETID =
            SPECS.add(CommandSpec.write("XGROUP SETID", "5.0.0").keys(2, 2, 1));
    private static final CommandSpec XGROUP_SETID_AGAIN = CommandSpec.write("XGROUP SETID", "5.0.0")
            .keys(2, 2, 1)
            .idempotent()
            .build();
    private static final CommandSpec XREADGROUP =
            SPECS.add(CommandSpec.write("XREADGROUP", "5.0.0").movableKeys().blocking());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<Map<K, List<StreamEntry<K, V>>>> entriesByKey;

    StreamGroupDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.entriesByKey =
                StreamReplies.byKey(ReplyDecoders.value(codec.keys()), ReplyDecoders.list(StreamReplies.entry(codec)));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Acknowledges entries: they are not pending any more. Complexity: O(1) for each. Redis command XACK, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param ids IDs of the entries, at least one
     * @return how many of them were pending; 0 if the key or the group does not exist
     */
    public Command<Long> xack(K key, String group, StreamId... ids) {
        return xack(key, group, Arrays.asList(CommandBuilder.notEmpty("ids", ids)));
    }

    /**
     * Acknowledges entries: they are not pending any more. Complexity: O(1) for each. Redis command XACK, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param ids IDs of the entries, at least one
     * @return how many of them were pending; 0 if the key or the group does not exist
     */
    public Command<Long> xack(K key, String group, Collection<StreamId> ids) {
        return StreamWords.ids(command(XACK).key(key).text("group", group), ids).reply(ReplyDecoders.integer());
    }

    /**
     * Makes a group. Complexity: O(1). Redis command XGROUP CREATE, since 5.0.0. Fails with a
     * {@code BusyGroupException} if there is one with this name, and with a {@code RedisServerException} if the key
     * does not exist.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param start the first entry that it is given
     */
    public Command<@Nullable Void> xgroupCreate(K key, String group, StreamStart start) {
        return xgroupCreate(key, group, start, XGroupCreateArgs.defaults());
    }

    /**
     * Makes a group. Complexity: O(1). Redis command XGROUP CREATE, since 5.0.0. Fails with a
     * {@code BusyGroupException} if there is one with this name.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param start the first entry that it is given
     * @param args whether to make the stream, and what the group counts as read
     */
    public Command<@Nullable Void> xgroupCreate(K key, String group, StreamStart start, XGroupCreateArgs args) {
        return command(XGROUP_CREATE)
                .key(key)
                .text("group", group)
                .args("start", start)
                .args("args", args)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes a consumer; reading and claiming makes one too. Complexity: O(1). Redis command XGROUP CREATECONSUMER,
     * since 6.2.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer
     * @return whether it was made; false if the group has it
     */
    public Command<Boolean> xgroupCreateConsumer(K key, String group, String consumer) {
        return command(XGROUP_CREATECONSUMER)
                .key(key)
                .text("group", group)
                .text("consumer", consumer)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Deletes a consumer. What it has not acknowledged is not given to anybody any more: let another one claim that
     * before. Complexity: O(1). Redis command XGROUP DELCONSUMER, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer
     * @return how many entries it had not acknowledged; 0 if there is no such consumer
     */
    public Command<Long> xgroupDelConsumer(K key, String group, String consumer) {
        return command(XGROUP_DELCONSUMER)
                .key(key)
                .text("group", group)
                .text("consumer", consumer)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Deletes a group with its consumers and with what they have not acknowledged; those that wait for entries fail
     * with a {@code NoGroupException}. Complexity: O(N) in the number of pending entries. Redis command XGROUP DESTROY,
     * since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @return whether there was such a group
     */
    public Command<Boolean> xgroupDestroy(K key, String group) {
        return command(XGROUP_DESTROY).key(key).text("group", group).reply(ReplyDecoders.bool());
    }

    /**
     * Lists the subcommands of XGROUP. Complexity: O(1). Redis command XGROUP HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> xgroupHelp() {
        return command(XGROUP_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Sets which entry a group is given next. Complexity: O(1). Redis command XGROUP SETID, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param start the first entry that it is given from now on
     */
    public Command<@Nullable Void> xgroupSetId(K key, String group, StreamStart start) {
        return setId(key, group, start).reply(ReplyDecoders.ok());
    }

    /**
     * Sets which entry a group is given next, and how many it counts as read. Complexity: O(1). Redis command XGROUP
     * SETID with ENTRIESREAD, since 7.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param start the first entry that it is given from now on
     * @param entriesRead how many entries it counts as read, from which the server computes its lag; not negative
     */
    public Command<@Nullable Void> xgroupSetId(K key, String group, StreamStart start, long entriesRead) {
        return setId(key, group, start)
                .word("ENTRIESREAD")
                .number(notNegative("entriesRead", entriesRead))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Reads all entries of streams that are for a consumer, without waiting. Complexity: O(N) in the number of entries
     * returned. Redis command XREADGROUP, since 5.0.0.
     *
     * @param group name of the group, which all of the streams must have
     * @param consumer name of the consumer, which is made if the group does not have it
     * @param streams which entries of each stream, by key and at least one
     * @return the entries by key, the oldest first, without the streams that have none that are undelivered
     */
    public Command<Map<K, List<StreamEntry<K, V>>>> xreadGroup(
            String group, String consumer, Map<? extends K, GroupStart> streams) {
        return xreadGroup(group, consumer, streams, XReadGroupArgs.defaults());
    }

    /**
     * Reads entries of streams that are for a consumer. Complexity: O(N) in the number of entries returned. Redis
     * command XREADGROUP, since 5.0.0. Entries whose reply is lost are pending for the consumer: it reads them again
     * with {@code GroupStart.pending()}, or another one claims them. With NOACK they are lost.
     *
     * @param group name of the group, which all of the streams must have
     * @param consumer name of the consumer, which is made if the group does not have it
     * @param streams which entries of each stream, by key and at least one
     * @param args how many entries, whether to wait for one, and whether they are acknowledged
     * @return the entries by key, the oldest first, without the streams that have none that are undelivered; empty if
     *     the time is up. A pending entry that was deleted is without fields
     */
    public Command<Map<K, List<StreamEntry<K, V>>>> xreadGroup(
            String group, String consumer, Map<? extends K, GroupStart> streams, XReadGroupArgs args) {
        CommandBuilder<K, V> command = command(XREADGROUP)
                .word("GROUP")
                .text("group", group)
                .text("consumer", consumer)
                .args("args", args);
        return StreamWords.streams(command, streams).reply(entriesByKey);
    }

    private CommandBuilder<K, V> setId(K key, String group, StreamStart start) {
        boolean fixed = CommandBuilder.notNull("start", start).isFixed();
        return command(fixed ? XGROUP_SETID_AGAIN : XGROUP_SETID)
                .key(key)
                .text("group", group)
                .args("start", start);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
