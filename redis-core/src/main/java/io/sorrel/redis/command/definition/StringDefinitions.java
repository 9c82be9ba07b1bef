package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;
import static io.sorrel.redis.command.Arguments.positive;
import static io.sorrel.redis.command.Arguments.positiveMillis;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.RequestPolicy;
import io.sorrel.redis.command.ResponsePolicy;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.reply.LcsMatches;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on strings: whole values and parts of values. A key that holds another type than a string fails with a
 * {@code WrongTypeException}, except where a command replaces the value as a whole.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "String", accessor = "strings")
public final class StringDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec APPEND =
            SPECS.add(CommandSpec.write("APPEND", "2.0.0").key());
    private static final CommandSpec GET =
            SPECS.add(CommandSpec.read("GET", "1.0.0").key());
    private static final CommandSpec GETDEL =
            SPECS.add(CommandSpec.write("GETDEL", "6.2.0").key());
    private static final CommandSpec GETEX =
            SPECS.add(CommandSpec.write("GETEX", "6.2.0").key());
    private static final CommandSpec GETEX_AGAIN =
            CommandSpec.write("GETEX", "6.2.0").key().idempotent().build();
    private static final CommandSpec GETRANGE =
            SPECS.add(CommandSpec.read("GETRANGE", "2.4.0").key());
    private static final CommandSpec GETSET =
            SPECS.add(CommandSpec.write("GETSET", "1.0.0").key());
    private static final CommandSpec LCS =
            SPECS.add(CommandSpec.read("LCS", "7.0.0").keys(1, 2, 1));
    private static final CommandSpec MGET = SPECS.add(CommandSpec.read("MGET", "1.0.0")
            .keys(1, -1, 1)
            .policies(RequestPolicy.MULTI_SHARD, ResponsePolicy.DEFAULT));
    private static final CommandSpec MSET = SPECS.add(CommandSpec.write("MSET", "1.0.1")
            .keys(1, -1, 2)
            .idempotent()
            .policies(RequestPolicy.MULTI_SHARD, ResponsePolicy.ALL_SUCCEEDED));
    private static final CommandSpec MSETNX =
            SPECS.add(CommandSpec.write("MSETNX", "1.0.1").keys(1, -1, 2));
    private static final CommandSpec PSETEX =
            SPECS.add(CommandSpec.write("PSETEX", "2.6.0").key().idempotent());
    private static final CommandSpec SET =
            SPECS.add(CommandSpec.write("SET", "1.0.0").key());
    private static final CommandSpec SET_AGAIN =
            CommandSpec.write("SET", "1.0.0").key().idempotent().build();
    private static final CommandSpec SETEX =
            SPECS.add(CommandSpec.write("SETEX", "2.0.0").key().idempotent());
    private static final CommandSpec SETNX =
            SPECS.add(CommandSpec.write("SETNX", "1.0.0").key());
    private static final CommandSpec SETRANGE =
            SPECS.add(CommandSpec.write("SETRANGE", "2.2.0").key().idempotent());
    private static final CommandSpec STRLEN =
            SPECS.add(CommandSpec.read("STRLEN", "2.2.0").key());
    private static final CommandSpec SUBSTR =
            SPECS.add(CommandSpec.read("SUBSTR", "1.0.0").key());

    private static final long MILLIS_PER_SECOND = 1_000;

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<V> value;
    private final ReplyDecoder<@Nullable V> nullableValue;
    private final ReplyDecoder<List<@Nullable V>> nullableValues;

    StringDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.value = ReplyDecoders.value(codec.values());
        this.nullableValue = ReplyDecoders.nullable(value);
        this.nullableValues = ReplyDecoders.list(nullableValue);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Appends to the end of a value; a missing key counts as empty. Complexity: O(1) amortised. Redis command APPEND,
     * since 2.0.0.
     *
     * @param key key of the value
     * @param value what is appended
     * @return length of the value afterwards, in bytes
     */
    public Command<Long> append(K key, V value) {
        return command(APPEND).key(key).value(value).reply(ReplyDecoders.integer());
    }

    /**
     * Reads a value. Complexity: O(1). Redis command GET, since 1.0.0.
     *
     * @param key key of the value
     * @return the value; null if the key does not exist
     */
    public Command<@Nullable V> get(K key) {
        return command(GET).key(key).reply(nullableValue);
    }

    /**
     * Reads a value and deletes its key. Complexity: O(1). Redis command GETDEL, since 6.2.0.
     *
     * @param key key of the value
     * @return the value that was deleted; null if the key does not exist
     */
    public Command<@Nullable V> getDel(K key) {
        return command(GETDEL).key(key).reply(nullableValue);
    }

    /**
     * Reads a value and changes when it expires. Complexity: O(1). Redis command GETEX, since 6.2.0.
     *
     * @param key key of the value
     * @param args when it shall expire from now on
     * @return the value; null if the key does not exist
     */
    public Command<@Nullable V> getEx(K key, GetExArgs args) {
        GetExArgs expiry = CommandBuilder.notNull("args", args);
        return command(expiry.isIdempotent() ? GETEX_AGAIN : GETEX)
                .key(key)
                .args("args", expiry)
                .reply(nullableValue);
    }

    /**
     * Reads a part of a value. Complexity: O(N) in the length of the part. Redis command GETRANGE, since 2.4.0.
     *
     * @param key key of the value
     * @param start index of the first byte, from 0; a negative one counts from the end, -1 is the last byte
     * @param end index of the last byte, counted in the same way
     * @return the part, as far as the value reaches; empty if the key does not exist or the range is empty
     */
    public Command<V> getRange(K key, long start, long end) {
        return command(GETRANGE).key(key).number(start).number(end).reply(value);
    }

    /**
     * Sets a value, without expiry, and returns the one before. Complexity: O(1). Redis command GETSET, since 1.0.0.
     *
     * @param key key of the value
     * @param value the new value
     * @return the value before; null if the key did not exist
     * @deprecated by Redis since 6.2.0; use {@link #setGet(Object, Object)}
     */
    @Deprecated
    public Command<@Nullable V> getSet(K key, V value) {
        return command(GETSET).key(key).value(value).reply(nullableValue);
    }

    /**
     * Computes the longest common subsequence of two values: the bytes that stand in both in the same order, not
     * necessarily side by side. Missing keys count as empty. Complexity: O(N*M) in the lengths of the values. Redis
     * command LCS, since 7.0.0.
     *
     * @param key1 key of a value
     * @param key2 key of the other value
     * @return the subsequence; empty where nothing is common
     */
    public Command<V> lcs(K key1, K key2) {
        return lcsOf(key1, key2).reply(value);
    }

    /**
     * Computes the length of the longest common subsequence of two values; missing keys count as empty. Complexity:
     * O(N*M) in the lengths of the values. Redis command LCS with LEN, since 7.0.0.
     *
     * @param key1 key of a value
     * @param key2 key of the other value
     * @return length of the subsequence, in bytes
     */
    public Command<Long> lcsLen(K key1, K key2) {
        return lcsOf(key1, key2).word("LEN").reply(ReplyDecoders.integer());
    }

    /**
     * Finds where two values have their longest common subsequence; missing keys count as empty. Complexity: O(N*M)
     * in the lengths of the values. Redis command LCS with IDX and WITHMATCHLEN, since 7.0.0.
     *
     * @param key1 key of a value
     * @param key2 key of the other value
     * @return the parts that match, and the length of all together
     */
    public Command<LcsMatches> lcsIdx(K key1, K key2) {
        return lcsOf(key1, key2).word("IDX").word("WITHMATCHLEN").reply(LcsReply::read);
    }

    /**
     * Finds where two values have their longest common subsequence, without short parts; missing keys count as empty.
     * Complexity: O(N*M) in the lengths of the values. Redis command LCS with IDX, MINMATCHLEN and WITHMATCHLEN, since
     * 7.0.0.
     *
     * @param key1 key of a value
     * @param key2 key of the other value
     * @param minMatchLen length in bytes from which on a part is reported, at least 1
     * @return the parts that match and are long enough, and the length of all parts together
     */
    public Command<LcsMatches> lcsIdx(K key1, K key2, long minMatchLen) {
        return lcsOf(key1, key2)
                .word("IDX")
                .word("MINMATCHLEN")
                .number(positive("minMatchLen", minMatchLen))
                .word("WITHMATCHLEN")
                .reply(LcsReply::read);
    }

    /**
     * Reads several values. Complexity: O(N) in the number of keys. Redis command MGET, since 1.0.0.
     *
     * @param keys keys of the values, at least one
     * @return the values in the order of the keys; null for one that does not exist or is no string
     */
    @SafeVarargs
    public final Command<List<@Nullable V>> mget(K... keys) {
        return command(MGET).keys("keys", keys).<List<@Nullable V>>reply(nullableValues);
    }

    /**
     * Reads several values. Complexity: O(N) in the number of keys. Redis command MGET, since 1.0.0.
     *
     * @param keys keys of the values, at least one
     * @return the values in the order of the keys; null for one that does not exist or is no string
     */
    public Command<List<@Nullable V>> mget(Collection<? extends K> keys) {
        return command(MGET).keys("keys", keys).<List<@Nullable V>>reply(nullableValues);
    }

    /**
     * Sets several values at once, without expiry. Complexity: O(N) in the number of keys. Redis command MSET, since
     * 1.0.1.
     *
     * @param values the values by key, at least one
     */
    public Command<@Nullable Void> mset(Map<? extends K, ? extends V> values) {
        return command(MSET).pairs("values", values).reply(ReplyDecoders.ok());
    }

    /**
     * Sets several values at once, without expiry, if none of the keys exists. Complexity: O(N) in the number of keys.
     * Redis command MSETNX, since 1.0.1.
     *
     * @param values the values by key, at least one
     * @return whether they were set; false if any of the keys exists
     */
    public Command<Boolean> msetNx(Map<? extends K, ? extends V> values) {
        return command(MSETNX).pairs("values", values).reply(ReplyDecoders.bool());
    }

    /**
     * Sets a value that expires after some milliseconds. Complexity: O(1). Redis command PSETEX, since 2.6.0.
     *
     * @param key key of the value
     * @param ttl time until it expires; longer than zero, in whole milliseconds; a finer one is refused
     * @param value the new value
     * @deprecated by Redis since 2.6.12; use {@link #set(Object, Object, SetArgs)} with {@link SetArgs#px}
     */
    @Deprecated
    public Command<@Nullable Void> psetEx(K key, Duration ttl, V value) {
        return command(PSETEX)
                .key(key)
                .number(positiveMillis("ttl", ttl))
                .value(value)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Sets a value, without expiry, whatever the key held before. Complexity: O(1). Redis command SET, since 1.0.0.
     *
     * @param key key of the value
     * @param value the new value
     */
    public Command<@Nullable Void> set(K key, V value) {
        return command(SET_AGAIN).key(key).value(value).reply(ReplyDecoders.ok());
    }

    /**
     * Sets a value with an expiry, on a condition, or both. Complexity: O(1). Redis command SET, since 1.0.0; the
     * options name the versions that they need.
     *
     * @param key key of the value
     * @param value the new value
     * @param args expiry and condition
     * @return whether the value was set; false only if there is a condition and it is not met
     */
    public Command<Boolean> set(K key, V value, SetArgs args) {
        SetArgs options = CommandBuilder.notNull("args", args);
        return command(options.isIdempotent() ? SET_AGAIN : SET)
                .key(key)
                .value(value)
                .args("args", options)
                .reply(StringDefinitions::isOk);
    }

    /**
     * Sets a value that expires after a time. Complexity: O(1). Redis command SETEX, since 2.0.0, or PSETEX where the time
     * is not a whole number of seconds.
     *
     * @param key key of the value
     * @param ttl time until it expires; longer than zero, in whole milliseconds; a finer one is refused
     * @param value the new value
     * @deprecated by Redis since 2.6.12; use {@link #set(Object, Object, SetArgs)} with {@link SetArgs#ex}
     */
    @Deprecated
    public Command<@Nullable Void> setEx(K key, Duration ttl, V value) {
        long millis = positiveMillis("ttl", ttl);
        boolean seconds = millis % MILLIS_PER_SECOND == 0;
        return command(seconds ? SETEX : PSETEX)
                .key(key)
                .number(seconds ? millis / MILLIS_PER_SECOND : millis)
                .value(value)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Sets a value, without expiry, and returns the one before; a key that holds another type is left as it is.
     * Complexity: O(1). Redis command SET with GET, since 6.2.0.
     *
     * @param key key of the value
     * @param value the new value
     * @return the value before; null if the key did not exist
     */
    public Command<@Nullable V> setGet(K key, V value) {
        return command(SET).key(key).value(value).word("GET").reply(nullableValue);
    }

    /**
     * Sets a value with an expiry, on a condition, or both, and returns the one before, also when the condition is not
     * met. Complexity: O(1). Redis command SET with GET, since 6.2.0, together with NX since 7.0.0.
     *
     * @param key key of the value
     * @param value the new value
     * @param args expiry and condition
     * @return the value before; null if the key did not exist
     */
    public Command<@Nullable V> setGet(K key, V value, SetArgs args) {
        return command(SET).key(key).value(value).word("GET").args("args", args).reply(nullableValue);
    }

    /**
     * Sets a value, without expiry, if the key does not exist. Complexity: O(1). Redis command SETNX, since 1.0.0.
     *
     * @param key key of the value
     * @param value the new value
     * @return whether the value was set; false if the key exists
     * @deprecated by Redis since 2.6.12; use {@link #set(Object, Object, SetArgs)} with {@link SetArgs#nx}
     */
    @Deprecated
    public Command<Boolean> setNx(K key, V value) {
        return command(SETNX).key(key).value(value).reply(ReplyDecoders.bool());
    }

    /**
     * Overwrites a part of a value; a value that is too short, or missing, is filled up with zero bytes. Complexity:
     * O(1) apart from copying the part. Redis command SETRANGE, since 2.2.0.
     *
     * @param key key of the value
     * @param offset index of the first byte that is overwritten, from 0
     * @param value the new part; an empty one changes nothing
     * @return length of the value afterwards, in bytes
     */
    public Command<Long> setRange(K key, long offset, V value) {
        return command(SETRANGE)
                .key(key)
                .number(notNegative("offset", offset))
                .value(value)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Measures a value. Complexity: O(1). Redis command STRLEN, since 2.2.0.
     *
     * @param key key of the value
     * @return its length in bytes; 0 if the key does not exist
     */
    public Command<Long> strlen(K key) {
        return command(STRLEN).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Reads a part of a value. Complexity: O(N) in the length of the part. Redis command SUBSTR, since 1.0.0.
     *
     * @param key key of the value
     * @param start index of the first byte, from 0; a negative one counts from the end, -1 is the last byte
     * @param end index of the last byte, counted in the same way
     * @return the part, as far as the value reaches; empty if the key does not exist or the range is empty
     * @deprecated by Redis since 2.0.0; use {@link #getRange(Object, long, long)}
     */
    @Deprecated
    public Command<V> substr(K key, long start, long end) {
        return command(SUBSTR).key(key).number(start).number(end).reply(value);
    }

    private static boolean isOk(ReplyReader reply) throws IOException {
        if (reply.readNull()) {
            return false;
        }
        reply.readString();
        return true;
    }

    private CommandBuilder<K, V> lcsOf(K key1, K key2) {
        return command(LCS).key("key1", key1).key("key2", key2);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
