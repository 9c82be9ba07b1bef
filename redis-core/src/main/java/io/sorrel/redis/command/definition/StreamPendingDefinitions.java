package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegativeMillis;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.XClaimArgs;
import io.sorrel.redis.command.args.XPendingArgs;
import io.sorrel.redis.command.reply.ClaimedPage;
import io.sorrel.redis.command.reply.PendingEntry;
import io.sorrel.redis.command.reply.PendingSummary;
import io.sorrel.redis.command.reply.StreamEntry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Commands on entries that a consumer has been given and has not acknowledged, and that another one may take over. A
 * group that does not exist fails with a {@code NoGroupException}.
 *
 * @param <K> type of the keys and of the fields
 * @param <V> type of the values
 */
@CommandGroup(value = "StreamPending", accessor = "streamPending")
public final class StreamPendingDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec XAUTOCLAIM =
            SPECS.add(CommandSpec.write("XAUTOCLAIM", "6.2.0").key());
    private static final CommandSpec XCLAIM =
            SPECS.add(CommandSpec.write("XCLAIM", "5.0.0").key());
    private static final CommandSpec XPENDING =
            SPECS.add(CommandSpec.read("XPENDING", "5.0.0").key());

    private static final ReplyDecoder<ClaimedPage<StreamId>> CLAIMED_IDS = StreamReplies.claimedPage(StreamReplies.IDS);
    private static final ReplyDecoder<List<PendingEntry>> PENDING_ENTRIES =
            ReplyDecoders.list(StreamReplies::pendingEntry);

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<StreamEntry<K, V>>> presentEntries;
    private final ReplyDecoder<ClaimedPage<StreamEntry<K, V>>> claimedEntries;

    StreamPendingDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.presentEntries = StreamReplies.present(StreamReplies.entry(codec));
        this.claimedEntries = StreamReplies.claimedPage(presentEntries);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Goes through the pending entries of a group and gives those to a consumer that were delivered long enough ago;
     * looks at up to 1000, and claims up to 100. Complexity: O(1) for each entry that is looked at. Redis command
     * XAUTOCLAIM, since 6.2.0. Each entry counts as delivered once more.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param start the first ID to look at: {@code StreamId.MIN}, or {@code next} of the page before
     * @return the entries that were claimed, and where to go on
     */
    public Command<ClaimedPage<StreamEntry<K, V>>> xautoClaim(
            K key, String group, String consumer, Duration minIdle, StreamId start) {
        return autoClaim(key, group, consumer, minIdle, start).reply(claimedEntries);
    }

    /**
     * Goes through the pending entries of a group and gives those to a consumer that were delivered long enough ago;
     * looks at up to 10 times as many as it may claim. Complexity: O(1) for each entry that is looked at. Redis command
     * XAUTOCLAIM with COUNT, since 6.2.0. Each entry counts as delivered once more.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param start the first ID to look at: {@code StreamId.MIN}, or {@code next} of the page before
     * @param count how many to claim at most, at least 1
     * @return the entries that were claimed, and where to go on
     */
    public Command<ClaimedPage<StreamEntry<K, V>>> xautoClaim(
            K key, String group, String consumer, Duration minIdle, StreamId start, long count) {
        return autoClaim(key, group, consumer, minIdle, start)
                .word("COUNT")
                .number(positive("count", count))
                .reply(claimedEntries);
    }

    /**
     * Goes through the pending entries of a group and gives those to a consumer that were delivered long enough ago,
     * and tells only their IDs; looks at up to 10 times as many as it may claim. Complexity: O(1) for each entry that
     * is looked at. Redis command XAUTOCLAIM with COUNT and JUSTID, since 6.2.0. The number of deliveries stays as it
     * is.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param start the first ID to look at: {@code StreamId.MIN}, or {@code next} of the page before
     * @param count how many to claim at most, at least 1
     * @return the IDs of the entries that were claimed, and where to go on
     */
    public Command<ClaimedPage<StreamId>> xautoClaimJustId(
            K key, String group, String consumer, Duration minIdle, StreamId start, long count) {
        return autoClaim(key, group, consumer, minIdle, start)
                .word("COUNT")
                .number(positive("count", count))
                .word("JUSTID")
                .reply(CLAIMED_IDS);
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one. Complexity: O(log(N))
     * for each in the number of pending entries. Redis command XCLAIM, since 5.0.0. Each entry counts as delivered once
     * more.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param ids IDs of the entries, at least one
     * @return the entries that were claimed; without those that are not pending, were delivered too late, or were
     *     deleted
     */
    public Command<List<StreamEntry<K, V>>> xclaim(
            K key, String group, String consumer, Duration minIdle, StreamId... ids) {
        return xclaim(key, group, consumer, minIdle, Arrays.asList(CommandBuilder.notEmpty("ids", ids)));
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one. Complexity: O(log(N))
     * for each in the number of pending entries. Redis command XCLAIM, since 5.0.0. Each entry counts as delivered once
     * more.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param ids IDs of the entries, at least one
     * @return the entries that were claimed; without those that are not pending, were delivered too late, or were
     *     deleted
     */
    public Command<List<StreamEntry<K, V>>> xclaim(
            K key, String group, String consumer, Duration minIdle, Collection<StreamId> ids) {
        return claim(key, group, consumer, minIdle, ids).reply(presentEntries);
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one. Complexity: O(log(N))
     * for each in the number of pending entries. Redis command XCLAIM, since 5.0.0. Each entry counts as delivered once
     * more, unless the options say otherwise.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param args what the server notes of the delivery
     * @param ids IDs of the entries, at least one
     * @return the entries that were claimed; without those that are not pending, were delivered too late, or were
     *     deleted
     */
    public Command<List<StreamEntry<K, V>>> xclaim(
            K key, String group, String consumer, Duration minIdle, XClaimArgs args, StreamId... ids) {
        return xclaim(key, group, consumer, minIdle, args, Arrays.asList(CommandBuilder.notEmpty("ids", ids)));
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one. Complexity: O(log(N))
     * for each in the number of pending entries. Redis command XCLAIM, since 5.0.0. Each entry counts as delivered once
     * more, unless the options say otherwise.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param args what the server notes of the delivery
     * @param ids IDs of the entries, at least one
     * @return the entries that were claimed; without those that are not pending, were delivered too late, or were
     *     deleted
     */
    public Command<List<StreamEntry<K, V>>> xclaim(
            K key, String group, String consumer, Duration minIdle, XClaimArgs args, Collection<StreamId> ids) {
        return claim(key, group, consumer, minIdle, ids).args("args", args).reply(presentEntries);
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one, and tells only their
     * IDs. Complexity: O(log(N)) for each in the number of pending entries. Redis command XCLAIM with JUSTID, since
     * 5.0.0. The number of deliveries stays as it is.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param ids IDs of the entries, at least one
     * @return IDs of the entries that were claimed; without those that are not pending, were delivered too late, or
     *     were deleted
     */
    public Command<List<StreamId>> xclaimJustId(
            K key, String group, String consumer, Duration minIdle, StreamId... ids) {
        return xclaimJustId(key, group, consumer, minIdle, Arrays.asList(CommandBuilder.notEmpty("ids", ids)));
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one, and tells only their
     * IDs. Complexity: O(log(N)) for each in the number of pending entries. Redis command XCLAIM with JUSTID, since
     * 5.0.0. The number of deliveries stays as it is.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param ids IDs of the entries, at least one
     * @return IDs of the entries that were claimed; without those that are not pending, were delivered too late, or
     *     were deleted
     */
    public Command<List<StreamId>> xclaimJustId(
            K key, String group, String consumer, Duration minIdle, Collection<StreamId> ids) {
        return claim(key, group, consumer, minIdle, ids).word("JUSTID").reply(StreamReplies.IDS);
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one, and tells only their
     * IDs. Complexity: O(log(N)) for each in the number of pending entries. Redis command XCLAIM with JUSTID, since
     * 5.0.0. The number of deliveries stays as it is.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param args what the server notes of the delivery
     * @param ids IDs of the entries, at least one
     * @return IDs of the entries that were claimed; without those that are not pending, were delivered too late, or
     *     were deleted
     */
    public Command<List<StreamId>> xclaimJustId(
            K key, String group, String consumer, Duration minIdle, XClaimArgs args, StreamId... ids) {
        return xclaimJustId(key, group, consumer, minIdle, args, Arrays.asList(CommandBuilder.notEmpty("ids", ids)));
    }

    /**
     * Gives pending entries of any consumer that were delivered long enough ago to this one, and tells only their
     * IDs. Complexity: O(log(N)) for each in the number of pending entries. Redis command XCLAIM with JUSTID, since
     * 5.0.0. The number of deliveries stays as it is.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param consumer name of the consumer that claims, which is made if the group does not have it
     * @param minIdle how long ago an entry must have been delivered last, in whole milliseconds; not negative
     * @param args what the server notes of the delivery
     * @param ids IDs of the entries, at least one
     * @return IDs of the entries that were claimed; without those that are not pending, were delivered too late, or
     *     were deleted
     */
    public Command<List<StreamId>> xclaimJustId(
            K key, String group, String consumer, Duration minIdle, XClaimArgs args, Collection<StreamId> ids) {
        return claim(key, group, consumer, minIdle, ids)
                .args("args", args)
                .word("JUSTID")
                .reply(StreamReplies.IDS);
    }

    /**
     * Sums up what the consumers of a group have not acknowledged. Complexity: O(N) in the number of consumers. Redis
     * command XPENDING, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @return how many entries, and which consumers have them
     */
    public Command<PendingSummary> xpending(K key, String group) {
        return command(XPENDING).key(key).text("group", group).reply(StreamReplies::pendingSummary);
    }

    /**
     * Lists entries that the consumers of a group have not acknowledged. Complexity: O(N) in the number of entries
     * returned; with a time, in the number of pending entries. Redis command XPENDING with a range, since 5.0.0.
     *
     * @param key key of the stream
     * @param group name of the group
     * @param args which entries
     * @return the entries in the order of their IDs; empty if there are none
     */
    public Command<List<PendingEntry>> xpendingEntries(K key, String group, XPendingArgs args) {
        return command(XPENDING)
                .key(key)
                .text("group", group)
                .args("args", args)
                .reply(PENDING_ENTRIES);
    }

    private CommandBuilder<K, V> autoClaim(K key, String group, String consumer, Duration minIdle, StreamId start) {
        return StreamWords.id(claiming(XAUTOCLAIM, key, group, consumer, minIdle), "start", start);
    }

    private CommandBuilder<K, V> claim(
            K key, String group, String consumer, Duration minIdle, Collection<StreamId> ids) {
        return StreamWords.ids(claiming(XCLAIM, key, group, consumer, minIdle), ids);
    }

    private CommandBuilder<K, V> claiming(CommandSpec spec, K key, String group, String consumer, Duration minIdle) {
        return command(spec)
                .key(key)
                .text("group", group)
                .text("consumer", consumer)
                .number(notNegativeMillis("minIdle", minIdle));
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
