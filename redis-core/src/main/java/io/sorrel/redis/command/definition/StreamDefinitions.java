package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XAddArgs;
import io.sorrel.redis.command.args.XReadArgs;
import io.sorrel.redis.command.args.XTrimArgs;
import io.sorrel.redis.command.reply.StreamEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on streams: entries of fields and values in the order of their IDs. Fields are encoded as keys are. A key
 * that holds another type than a stream fails with a {@code WrongTypeException}.
 *
 * @param <K> type of the keys and of the fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Stream", accessor = "streams")
public final class StreamDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec XADD =
            SPECS.add(CommandSpec.write("XADD", "5.0.0").key());
    private static final CommandSpec XDEL =
            SPECS.add(CommandSpec.write("XDEL", "5.0.0").key());
    private static final CommandSpec XLEN =
            SPECS.add(CommandSpec.read("XLEN", "5.0.0").key());
    private static final CommandSpec XRANGE =
            SPECS.add(CommandSpec.read("XRANGE", "5.0.0").key());
    private static final CommandSpec XREAD =
            SPECS.add(CommandSpec.read("XREAD", "5.0.0").movableKeys().blocking());
    private static final CommandSpec XREVRANGE =
            SPECS.add(CommandSpec.read("XREVRANGE", "5.0.0").key());
    private static final CommandSpec XSETID =
            SPECS.add(CommandSpec.write("XSETID", "5.0.0").key().idempotent());
    private static final CommandSpec XTRIM =
            SPECS.add(CommandSpec.write("XTRIM", "5.0.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<StreamEntry<K, V>>> entries;
    private final ReplyDecoder<Map<K, List<StreamEntry<K, V>>>> entriesByKey;
    private final ReplyDecoder<Map<K, StreamEntry<K, V>>> entryByKey;

    StreamDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<K> key = ReplyDecoders.value(codec.keys());
        ReplyDecoder<StreamEntry<K, V>> entry = StreamReplies.entry(codec);
        this.codec = codec;
        this.entries = ReplyDecoders.list(entry);
        this.entriesByKey = StreamReplies.byKey(key, entries);
        this.entryByKey = StreamReplies.byKey(key, StreamReplies.only(entry));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds an entry, whose ID the server makes from its clock. Complexity: O(1). Redis command XADD, since 5.0.0.
     *
     * @param key key of the stream, which is made if it does not exist
     * @param fields the values by field, in order and at least one
     * @return ID of the entry
     */
    public Command<StreamId> xadd(K key, Map<? extends K, ? extends V> fields) {
        return xadd(key, fields, XAddArgs.defaults());
    }

    /**
     * Adds an entry. Complexity: O(1), and O(N) in the number of entries that are deleted. Redis command XADD, since
     * 5.0.0. An ID that is not higher than that of every entry before fails with a {@code RedisServerException}.
     *
     * @param key key of the stream, which is made if it does not exist
     * @param fields the values by field, in order and at least one
     * @param args ID of the entry, and what is deleted
     * @return ID of the entry
     */
    public Command<StreamId> xadd(K key, Map<? extends K, ? extends V> fields, XAddArgs args) {
        return command(XADD).key(key).args("args", args).pairs("fields", fields).reply(StreamReplies::id);
    }

    /**
     * Adds an entry to a stream that exists. Complexity: O(1). Redis command XADD with NOMKSTREAM, since 6.2.0.
     *
     * @param key key of the stream
     * @param fields the values by field, in order and at least one
     * @return ID of the entry; null if the key does not exist
     */
    public Command<@Nullable StreamId> xaddExisting(K key, Map<? extends K, ? extends V> fields) {
        return xaddExisting(key, fields, XAddArgs.defaults());
    }

    /**
     * Adds an entry to a stream that exists. Complexity: O(1), and O(N) in the number of entries that are deleted.
     * Redis command XADD with NOMKSTREAM, since 6.2.0. An ID that is not higher than that of every entry before fails
     * with a {@code RedisServerException}.
     *
     * @param key key of the stream
     * @param fields the values by field, in order and at least one
     * @param args ID of the entry, and what is deleted
     * @return ID of the entry; null if the key does not exist
     */
    public Command<@Nullable StreamId> xaddExisting(K key, Map<? extends K, ? extends V> fields, XAddArgs args) {
        return command(XADD)
                .key(key)
                .word("NOMKSTREAM")
                .args("args", args)
                .pairs("fields", fields)
                .reply(StreamReplies.NULLABLE_ID);
    }

    /**
     * Deletes entries. Complexity: O(1) for each. Redis command XDEL, since 5.0.0. Groups keep the entries that are
     * pending, without their fields.
     *
     * @param key key of the stream, which stays when its last entry goes
     * @param ids IDs of the entries, at least one
     * @return how many entries there were to delete
     */
    public Command<Long> xdel(K key, StreamId... ids) {
        return xdel(key, Arrays.asList(CommandBuilder.notEmpty("ids", ids)));
    }

    /**
     * Deletes entries. Complexity: O(1) for each. Redis command XDEL, since 5.0.0. Groups keep the entries that are
     * pending, without their fields.
     *
     * @param key key of the stream, which stays when its last entry goes
     * @param ids IDs of the entries, at least one
     * @return how many entries there were to delete
     */
    public Command<Long> xdel(K key, Collection<StreamId> ids) {
        return StreamWords.ids(command(XDEL).key(key), ids).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the entries. Complexity: O(1). Redis command XLEN, since 5.0.0.
     *
     * @param key key of the stream
     * @return how many it has; 0 if the key does not exist
     */
    public Command<Long> xlen(K key) {
        return command(XLEN).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Reads the entries of a range, the oldest first. Complexity: O(N) in the number of entries returned. Redis command
     * XRANGE, since 5.0.0.
     *
     * @param key key of the stream
     * @param range which entries
     * @return the entries; empty if there are none, or the key does not exist
     */
    public Command<List<StreamEntry<K, V>>> xrange(K key, StreamRange range) {
        return command(XRANGE).key(key).args("range", range).reply(entries);
    }

    /**
     * Reads the first entries of a range, the oldest first. Complexity: O(N) in the number of entries returned. Redis
     * command XRANGE with COUNT, since 5.0.0.
     *
     * @param key key of the stream
     * @param range which entries; for the next page, those after the last ID of this one
     * @param count how many at most, at least 1
     * @return the entries; empty if there are none, or the key does not exist
     */
    public Command<List<StreamEntry<K, V>>> xrange(K key, StreamRange range, long count) {
        return command(XRANGE)
                .key(key)
                .args("range", range)
                .word("COUNT")
                .number(positive("count", count))
                .reply(entries);
    }

    /**
     * Reads all entries of streams from some place on, without waiting. Complexity: O(N) in the number of entries
     * returned. Redis command XREAD, since 5.0.0.
     *
     * @param streams where each stream is read from, by key and at least one
     * @return the entries by key, the oldest first, without the streams that have none; empty if no stream has any
     */
    public Command<Map<K, List<StreamEntry<K, V>>>> xread(Map<? extends K, StreamStart> streams) {
        return xread(streams, XReadArgs.defaults());
    }

    /**
     * Reads entries of streams from some place on. Complexity: O(N) in the number of entries returned. Redis command
     * XREAD, since 5.0.0. Nothing is lost with a lost reply, as long as the next call starts after the last ID read.
     *
     * @param streams where each stream is read from, by key and at least one
     * @param args how many entries, and whether to wait for one
     * @return the entries by key, the oldest first, without the streams that have none; empty if no stream has any, or
     *     the time is up
     */
    public Command<Map<K, List<StreamEntry<K, V>>>> xread(Map<? extends K, StreamStart> streams, XReadArgs args) {
        return StreamWords.streams(command(XREAD).args("args", args), streams).reply(entriesByKey);
    }

    /**
     * Reads the last entry of streams. Complexity: O(1) for each. Redis command XREAD with {@code +}, since 7.4.0.
     *
     * @param keys keys of the streams, at least one
     * @return the entries by key, without the streams that have none
     */
    @SafeVarargs
    public final Command<Map<K, StreamEntry<K, V>>> xreadLast(K... keys) {
        CommandBuilder<K, V> command = command(XREAD).word("STREAMS").keys("keys", keys);
        for (int i = 0; i < keys.length; i++) {
            command.word("+");
        }
        return command.reply(entryByKey);
    }

    /**
     * Reads the entries of a range, the newest first. Complexity: O(N) in the number of entries returned. Redis command
     * XREVRANGE, since 5.0.0.
     *
     * @param key key of the stream
     * @param range which entries
     * @return the entries; empty if there are none, or the key does not exist
     */
    public Command<List<StreamEntry<K, V>>> xrevRange(K key, StreamRange range) {
        return reversed(key, range).reply(entries);
    }

    /**
     * Reads the last entries of a range, the newest first. Complexity: O(N) in the number of entries returned. Redis
     * command XREVRANGE with COUNT, since 5.0.0.
     *
     * @param key key of the stream
     * @param range which entries; for the next page, those before the last ID of this one
     * @param count how many at most, at least 1
     * @return the entries; empty if there are none, or the key does not exist
     */
    public Command<List<StreamEntry<K, V>>> xrevRange(K key, StreamRange range, long count) {
        return reversed(key, range)
                .word("COUNT")
                .number(positive("count", count))
                .reply(entries);
    }

    /**
     * Sets the highest ID that a stream has had, as replication and restores need it. Complexity: O(1). Redis command
     * XSETID, since 5.0.0. One that is lower than that of an entry fails with a {@code RedisServerException}.
     *
     * @param key key of the stream, which must exist
     * @param lastId the ID
     */
    public Command<@Nullable Void> xsetId(K key, StreamId lastId) {
        return StreamWords.id(command(XSETID).key(key), "lastId", lastId).reply(ReplyDecoders.ok());
    }

    /**
     * Sets the highest ID that a stream has had, and what it counts, as replication and restores need it. Complexity:
     * O(1). Redis command XSETID with ENTRIESADDED and MAXDELETEDID, since 7.0.0. One that is lower than that of an
     * entry fails with a {@code RedisServerException}.
     *
     * @param key key of the stream, which must exist
     * @param lastId the ID
     * @param entriesAdded how many entries were ever added, not negative and not less than the stream has
     * @param maxDeletedId the highest ID of an entry that was deleted; {@code 0-0} for none
     */
    public Command<@Nullable Void> xsetId(K key, StreamId lastId, long entriesAdded, StreamId maxDeletedId) {
        CommandBuilder<K, V> command = StreamWords.id(command(XSETID).key(key), "lastId", lastId)
                .word("ENTRIESADDED")
                .number(notNegative("entriesAdded", entriesAdded))
                .word("MAXDELETEDID");
        return StreamWords.id(command, "maxDeletedId", maxDeletedId).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes old entries. Complexity: O(N) in the number of entries deleted. Redis command XTRIM, since 5.0.0.
     *
     * @param key key of the stream
     * @param args which entries
     * @return how many entries were deleted; 0 if the key does not exist
     */
    public Command<Long> xtrim(K key, XTrimArgs args) {
        return command(XTRIM).key(key).args("args", args).reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> reversed(K key, StreamRange range) {
        CommandBuilder<K, V> command = command(XREVRANGE).key(key);
        CommandBuilder.notNull("range", range).writeReversedTo(command);
        return command;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
