package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.finite;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on hashes: fields with values under one key. A key that holds another type than a hash fails with a
 * {@code WrongTypeException}. Fields are encoded as keys are. Maps of byte arrays can be walked through but not asked
 * for a field, as arrays are equal only to themselves.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Hash", accessor = "hashes")
public final class HashDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec HDEL =
            SPECS.add(CommandSpec.write("HDEL", "2.0.0").key());
    private static final CommandSpec HEXISTS =
            SPECS.add(CommandSpec.read("HEXISTS", "2.0.0").key());
    private static final CommandSpec HGET =
            SPECS.add(CommandSpec.read("HGET", "2.0.0").key());
    private static final CommandSpec HGETALL =
            SPECS.add(CommandSpec.read("HGETALL", "2.0.0").key());
    private static final CommandSpec HGETDEL = SPECS.add(
            CommandSpec.write("HGETDEL", "8.0.0").sinceInValkey("9.1.0").key());
    private static final CommandSpec HINCRBY =
            SPECS.add(CommandSpec.write("HINCRBY", "2.0.0").key());
    private static final CommandSpec HINCRBYFLOAT =
            SPECS.add(CommandSpec.write("HINCRBYFLOAT", "2.6.0").key());
    private static final CommandSpec HKEYS =
            SPECS.add(CommandSpec.read("HKEYS", "2.0.0").key());
    private static final CommandSpec HLEN =
            SPECS.add(CommandSpec.read("HLEN", "2.0.0").key());
    private static final CommandSpec HMGET =
            SPECS.add(CommandSpec.read("HMGET", "2.0.0").key());
    private static final CommandSpec HMSET =
            SPECS.add(CommandSpec.write("HMSET", "2.0.0").key().idempotent());
    private static final CommandSpec HRANDFIELD =
            SPECS.add(CommandSpec.read("HRANDFIELD", "6.2.0").key());
    private static final CommandSpec HSCAN =
            SPECS.add(CommandSpec.read("HSCAN", "2.8.0").key());
    private static final CommandSpec HSET =
            SPECS.add(CommandSpec.write("HSET", "2.0.0").key());
    private static final CommandSpec HSETNX =
            SPECS.add(CommandSpec.write("HSETNX", "2.0.0").key());
    private static final CommandSpec HSTRLEN =
            SPECS.add(CommandSpec.read("HSTRLEN", "3.2.0").key());
    private static final CommandSpec HVALS =
            SPECS.add(CommandSpec.read("HVALS", "2.0.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable V> nullableValue;
    private final ReplyDecoder<List<@Nullable V>> nullableValues;
    private final ReplyDecoder<List<V>> values;
    private final ReplyDecoder<@Nullable K> nullableField;
    private final ReplyDecoder<List<K>> fields;
    private final ReplyDecoder<Map<K, V>> map;
    private final ReplyDecoder<List<Map.Entry<K, V>>> entries;
    private final ReplyDecoder<ScanPage<Map.Entry<K, V>>> entryPage;
    private final ReplyDecoder<ScanPage<K>> fieldPage;

    HashDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<K> field = ReplyDecoders.value(codec.keys());
        ReplyDecoder<V> value = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.nullableValue = ReplyDecoders.nullable(value);
        this.nullableValues = ReplyDecoders.list(nullableValue);
        this.values = ReplyDecoders.list(value);
        this.nullableField = ReplyDecoders.nullable(field);
        this.fields = ReplyDecoders.list(field);
        this.map = ReplyDecoders.map(field, value);
        this.entries = ReplyDecoders.pairs(field, value);
        this.entryPage = ScanReplies.pairs(field, value);
        this.fieldPage = ScanReplies.page(field);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Deletes fields; the key goes with its last field. Complexity: O(N) in the number of fields. Redis command HDEL,
     * since 2.0.0.
     *
     * @param key key of the hash
     * @param fields fields to delete, at least one
     * @return how many fields there were to delete
     */
    @SafeVarargs
    public final Command<Long> hdel(K key, K... fields) {
        return command(HDEL).key(key).keys("fields", fields).reply(ReplyDecoders.integer());
    }

    /**
     * Deletes fields; the key goes with its last field. Complexity: O(N) in the number of fields. Redis command HDEL,
     * since 2.0.0.
     *
     * @param key key of the hash
     * @param fields fields to delete, at least one
     * @return how many fields there were to delete
     */
    public Command<Long> hdel(K key, Collection<? extends K> fields) {
        return command(HDEL).key(key).keys("fields", fields).reply(ReplyDecoders.integer());
    }

    /**
     * Tells whether a hash has a field. Complexity: O(1). Redis command HEXISTS, since 2.0.0.
     *
     * @param key key of the hash
     * @param field the field
     * @return whether there is such a field
     */
    public Command<Boolean> hexists(K key, K field) {
        return command(HEXISTS).key(key).key("field", field).reply(ReplyDecoders.bool());
    }

    /**
     * Reads a field. Complexity: O(1). Redis command HGET, since 2.0.0.
     *
     * @param key key of the hash
     * @param field the field
     * @return its value; null if there is no such field
     */
    public Command<@Nullable V> hget(K key, K field) {
        return command(HGET).key(key).key("field", field).reply(nullableValue);
    }

    /**
     * Reads a whole hash. Complexity: O(N) in the number of its fields; {@code hscan} reads a large one in parts. Redis
     * command HGETALL, since 2.0.0.
     *
     * @param key key of the hash
     * @return its fields and values, in no particular order; empty if the key does not exist
     */
    public Command<Map<K, V>> hgetAll(K key) {
        return command(HGETALL).key(key).reply(map);
    }

    /**
     * Reads fields and deletes them; the key goes with its last field. Complexity: O(N) in the number of fields. Redis
     * command HGETDEL, since 8.0.0.
     *
     * @param key key of the hash
     * @param fields fields to read and delete, at least one
     * @return their values in the order of the fields; null for one that does not exist
     */
    @SafeVarargs
    public final Command<List<@Nullable V>> hgetDel(K key, K... fields) {
        return command(HGETDEL)
                .key(key)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .<List<@Nullable V>>reply(nullableValues);
    }

    /**
     * Adds some to a field that is a whole number; a missing one counts as 0. Complexity: O(1). Redis command HINCRBY,
     * since 2.0.0. A value that is no 64-bit number, or would leave that range, fails with a
     * {@code RedisServerException}.
     *
     * @param key key of the hash
     * @param field field of the number
     * @param increment what is added; may be negative
     * @return the number afterwards
     */
    public Command<Long> hincrBy(K key, K field, long increment) {
        return command(HINCRBY).key(key).key("field", field).number(increment).reply(ReplyDecoders.integer());
    }

    /**
     * Adds some to a field that is a floating-point number; a missing one counts as 0. Complexity: O(1). Redis command
     * HINCRBYFLOAT, since 2.6.0. The server computes with more digits than a double has. A value that is no number
     * fails with a {@code RedisServerException}.
     *
     * @param key key of the hash
     * @param field field of the number
     * @param increment what is added; finite, may be negative
     * @return the number afterwards, as the nearest double
     */
    public Command<Double> hincrByFloat(K key, K field, double increment) {
        return command(HINCRBYFLOAT)
                .key(key)
                .key("field", field)
                .number(finite("increment", increment))
                .reply(ReplyDecoders.real());
    }

    /**
     * Lists the fields of a hash. Complexity: O(N) in the number of its fields; {@code hscanNoValues} lists those of a
     * large one in parts. Redis command HKEYS, since 2.0.0.
     *
     * @param key key of the hash
     * @return its fields, in no particular order; empty if the key does not exist
     */
    public Command<List<K>> hkeys(K key) {
        return command(HKEYS).key(key).reply(fields);
    }

    /**
     * Counts the fields of a hash. Complexity: O(1). Redis command HLEN, since 2.0.0.
     *
     * @param key key of the hash
     * @return how many fields it has; 0 if the key does not exist
     */
    public Command<Long> hlen(K key) {
        return command(HLEN).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Reads several fields. Complexity: O(N) in the number of fields. Redis command HMGET, since 2.0.0.
     *
     * @param key key of the hash
     * @param fields fields to read, at least one
     * @return their values in the order of the fields; null for one that does not exist
     */
    @SafeVarargs
    public final Command<List<@Nullable V>> hmget(K key, K... fields) {
        return command(HMGET).key(key).keys("fields", fields).<List<@Nullable V>>reply(nullableValues);
    }

    /**
     * Reads several fields. Complexity: O(N) in the number of fields. Redis command HMGET, since 2.0.0.
     *
     * @param key key of the hash
     * @param fields fields to read, at least one
     * @return their values in the order of the fields; null for one that does not exist
     */
    public Command<List<@Nullable V>> hmget(K key, Collection<? extends K> fields) {
        return command(HMGET).key(key).keys("fields", fields).<List<@Nullable V>>reply(nullableValues);
    }

    /**
     * Sets several fields. Complexity: O(N) in the number of fields. Redis command HMSET, since 2.0.0.
     *
     * @param key key of the hash
     * @param values the values by field, at least one
     * @deprecated by Redis since 4.0.0; use {@link #hset(Object, Map)}
     */
    @Deprecated
    public Command<@Nullable Void> hmset(K key, Map<? extends K, ? extends V> values) {
        return command(HMSET).key(key).pairs("values", values).reply(ReplyDecoders.ok());
    }

    /**
     * Picks a field at random. Complexity: O(1). Redis command HRANDFIELD, since 6.2.0.
     *
     * @param key key of the hash
     * @return one of its fields; null if the key does not exist
     */
    public Command<@Nullable K> hrandField(K key) {
        return command(HRANDFIELD).key(key).reply(nullableField);
    }

    /**
     * Picks different fields at random. Complexity: O(N) in the number of fields picked. Redis command HRANDFIELD with
     * a positive count, since 6.2.0.
     *
     * @param key key of the hash
     * @param count how many fields, at least 1
     * @return so many of its fields, or all if it has fewer; empty if the key does not exist
     */
    public Command<List<K>> hrandField(K key, long count) {
        return command(HRANDFIELD).key(key).number(positive("count", count)).reply(fields);
    }

    /**
     * Picks different fields at random and reads them. Complexity: O(N) in the number of fields picked. Redis command
     * HRANDFIELD with a positive count and WITHVALUES, since 6.2.0.
     *
     * @param key key of the hash
     * @param count how many fields, at least 1
     * @return so many of its fields with their values, or all if it has fewer; empty if the key does not exist
     */
    public Command<List<Map.Entry<K, V>>> hrandFieldWithValues(K key, long count) {
        return command(HRANDFIELD)
                .key(key)
                .number(positive("count", count))
                .word("WITHVALUES")
                .reply(entries);
    }

    /**
     * Picks fields at random, the same perhaps more than once. Complexity: O(N) in the number of fields picked. Redis
     * command HRANDFIELD with a negative count, since 6.2.0.
     *
     * @param key key of the hash
     * @param count how many fields, at least 1
     * @return exactly so many of its fields; empty if the key does not exist
     */
    public Command<List<K>> hrandFieldRepeating(K key, long count) {
        return command(HRANDFIELD).key(key).number(-positive("count", count)).reply(fields);
    }

    /**
     * Picks fields at random, the same perhaps more than once, and reads them. Complexity: O(N) in the number of fields
     * picked. Redis command HRANDFIELD with a negative count and WITHVALUES, since 6.2.0.
     *
     * @param key key of the hash
     * @param count how many fields, at least 1
     * @return exactly so many of its fields with their values; empty if the key does not exist
     */
    public Command<List<Map.Entry<K, V>>> hrandFieldRepeatingWithValues(K key, long count) {
        return command(HRANDFIELD)
                .key(key)
                .number(-positive("count", count))
                .word("WITHVALUES")
                .reply(entries);
    }

    /**
     * Starts or continues a scan through a hash. What is in it all the time is found at least once; what comes or goes
     * meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of fields for a whole scan. Redis command
     * HSCAN, since 2.8.0.
     *
     * @param key key of the hash
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @return a page of fields with their values; the last one if the key does not exist
     */
    public Command<ScanPage<Map.Entry<K, V>>> hscan(K key, ScanCursor cursor) {
        return hscan(key, cursor, ElementScanArgs.all());
    }

    /**
     * Starts or continues a scan through a hash. What is in it all the time is found at least once; what comes or goes
     * meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of fields for a whole scan. Redis command
     * HSCAN, since 2.8.0.
     *
     * @param key key of the hash
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @param args which fields, and about how many a call looks at
     * @return a page of fields with their values; the last one if the key does not exist
     */
    public Command<ScanPage<Map.Entry<K, V>>> hscan(K key, ScanCursor cursor, ElementScanArgs args) {
        return hscanOf(key, cursor, args).reply(entryPage);
    }

    /**
     * Starts or continues a scan through the fields of a hash, without their values. What is in it all the time is
     * found at least once; what comes or goes meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of
     * fields for a whole scan. Redis command HSCAN with NOVALUES, since 7.4.0.
     *
     * @param key key of the hash
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @return a page of fields; the last one if the key does not exist
     */
    public Command<ScanPage<K>> hscanNoValues(K key, ScanCursor cursor) {
        return hscanNoValues(key, cursor, ElementScanArgs.all());
    }

    /**
     * Starts or continues a scan through the fields of a hash, without their values. What is in it all the time is
     * found at least once; what comes or goes meanwhile may be missed. Complexity: O(1) per page, O(N) in the number of
     * fields for a whole scan. Redis command HSCAN with NOVALUES, since 7.4.0.
     *
     * @param key key of the hash
     * @param cursor {@code ScanCursor.START}, or that of the page before
     * @param args which fields, and about how many a call looks at
     * @return a page of fields; the last one if the key does not exist
     */
    public Command<ScanPage<K>> hscanNoValues(K key, ScanCursor cursor, ElementScanArgs args) {
        return hscanOf(key, cursor, args).word("NOVALUES").reply(fieldPage);
    }

    /**
     * Sets a field. Complexity: O(1). Redis command HSET, since 2.0.0.
     *
     * @param key key of the hash
     * @param field the field
     * @param value its new value
     * @return how many fields are new: 1, or 0 if the field existed
     */
    public Command<Long> hset(K key, K field, V value) {
        return command(HSET).key(key).key("field", field).value(value).reply(ReplyDecoders.integer());
    }

    /**
     * Sets several fields. Complexity: O(N) in the number of fields. Redis command HSET, since 2.0.0, with more than
     * one field since 4.0.0.
     *
     * @param key key of the hash
     * @param values the values by field, at least one
     * @return how many fields are new
     */
    public Command<Long> hset(K key, Map<? extends K, ? extends V> values) {
        return command(HSET).key(key).pairs("values", values).reply(ReplyDecoders.integer());
    }

    /**
     * Sets a field if it does not exist. Complexity: O(1). Redis command HSETNX, since 2.0.0.
     *
     * @param key key of the hash
     * @param field the field
     * @param value its new value
     * @return whether it was set; false if the field exists
     */
    public Command<Boolean> hsetNx(K key, K field, V value) {
        return command(HSETNX).key(key).key("field", field).value(value).reply(ReplyDecoders.bool());
    }

    /**
     * Measures the value of a field. Complexity: O(1). Redis command HSTRLEN, since 3.2.0.
     *
     * @param key key of the hash
     * @param field the field
     * @return length of its value in bytes; 0 if there is no such field
     */
    public Command<Long> hstrlen(K key, K field) {
        return command(HSTRLEN).key(key).key("field", field).reply(ReplyDecoders.integer());
    }

    /**
     * Reads the values of a hash. Complexity: O(N) in the number of its fields; {@code hscan} reads a large one in
     * parts. Redis command HVALS, since 2.0.0.
     *
     * @param key key of the hash
     * @return its values, in no particular order; empty if the key does not exist
     */
    public Command<List<V>> hvals(K key) {
        return command(HVALS).key(key).reply(values);
    }

    private CommandBuilder<K, V> hscanOf(K key, ScanCursor cursor, ElementScanArgs args) {
        return ScanReplies.cursor(command(HSCAN).key(key), cursor).args("args", args);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
