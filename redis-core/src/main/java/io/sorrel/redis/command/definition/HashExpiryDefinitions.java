package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.endMillis;
import static io.sorrel.redis.command.Arguments.positiveMillis;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ExpireCondition;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.HSetExArgs;
import io.sorrel.redis.command.reply.Expiration;
import io.sorrel.redis.command.reply.FieldExpireResult;
import io.sorrel.redis.command.reply.FieldPersistResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on the expiry of single fields of hashes. A key that holds another type than a hash fails with a
 * {@code WrongTypeException}; a server that does not know the commands, with an {@code UnknownCommandException}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "HashExpiry", accessor = "hashExpiry")
public final class HashExpiryDefinitions<K, V> {
    private static final Specs SPECS = new Specs();

    /** Valkey has all of them since one version, Redis HGETEX and HSETEX later than the others. */
    private static final String VALKEY = "9.0.0";

    private static final CommandSpec HEXPIRE = SPECS.add(
            CommandSpec.write("HEXPIRE", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HEXPIREAT = SPECS.add(
            CommandSpec.write("HEXPIREAT", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HEXPIRETIME = SPECS.add(
            CommandSpec.read("HEXPIRETIME", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HGETEX =
            SPECS.add(CommandSpec.write("HGETEX", "8.0.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HGETEX_AGAIN = CommandSpec.write("HGETEX", "8.0.0")
            .sinceInValkey(VALKEY)
            .key()
            .idempotent()
            .build();
    private static final CommandSpec HPERSIST = SPECS.add(
            CommandSpec.write("HPERSIST", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HPEXPIRE = SPECS.add(
            CommandSpec.write("HPEXPIRE", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HPEXPIREAT = SPECS.add(
            CommandSpec.write("HPEXPIREAT", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HPEXPIRETIME = SPECS.add(
            CommandSpec.read("HPEXPIRETIME", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HPTTL =
            SPECS.add(CommandSpec.read("HPTTL", "7.4.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HSETEX =
            SPECS.add(CommandSpec.write("HSETEX", "8.0.0").sinceInValkey(VALKEY).key());
    private static final CommandSpec HSETEX_AGAIN = CommandSpec.write("HSETEX", "8.0.0")
            .sinceInValkey(VALKEY)
            .key()
            .idempotent()
            .build();
    private static final CommandSpec HTTL =
            SPECS.add(CommandSpec.read("HTTL", "7.4.0").sinceInValkey(VALKEY).key());

    private static final long MILLIS_PER_SECOND = 1_000;

    private static final ReplyDecoder<List<FieldExpireResult>> EXPIRE_RESULTS =
            ReplyDecoders.list(FieldReplies::expireResult);
    private static final ReplyDecoder<List<Expiration<Duration>>> SECONDS_LEFT =
            ReplyDecoders.list(ExpirationReplies.SECONDS);
    private static final ReplyDecoder<List<Expiration<Duration>>> MILLIS_LEFT =
            ReplyDecoders.list(ExpirationReplies.MILLIS);
    private static final ReplyDecoder<List<Expiration<Instant>>> EPOCH_SECONDS =
            ReplyDecoders.list(ExpirationReplies.EPOCH_SECONDS);
    private static final ReplyDecoder<List<Expiration<Instant>>> EPOCH_MILLIS =
            ReplyDecoders.list(ExpirationReplies.EPOCH_MILLIS);
    private static final ReplyDecoder<List<FieldPersistResult>> PERSIST_RESULTS =
            ReplyDecoders.list(FieldReplies::persistResult);

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<@Nullable V>> nullableValues;

    HashExpiryDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.nullableValues = ReplyDecoders.list(ReplyDecoders.nullable(ReplyDecoders.value(codec.values())));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Lets fields expire after a time. Complexity: O(N) in the number of fields. Redis command HEXPIRE, since 7.4.0, or
     * HPEXPIRE where the time is not a whole number of seconds.
     *
     * @param key key of the hash
     * @param ttl time until they expire; longer than zero, in whole milliseconds; a finer one is refused
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hexpire(K key, Duration ttl, K... fields) {
        return after(key, ttl).word("FIELDS").countedKeys("fields", fields).reply(EXPIRE_RESULTS);
    }

    /**
     * Lets fields expire after a time, each only on a condition. Complexity: O(N) in the number of fields. Redis command
     * HEXPIRE, since 7.4.0, or HPEXPIRE where the time is not a whole number of seconds.
     *
     * @param key key of the hash
     * @param ttl time until they expire; longer than zero, in whole milliseconds; a finer one is refused
     * @param condition which of the fields get the new expiry
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hexpire(K key, Duration ttl, ExpireCondition condition, K... fields) {
        return after(key, ttl)
                .args("condition", condition)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EXPIRE_RESULTS);
    }

    /**
     * Lets fields expire at a moment. Complexity: O(N) in the number of fields. Redis command HEXPIREAT, since 7.4.0, or
     * HPEXPIREAT where it is not a whole second.
     *
     * @param key key of the hash
     * @param moment when they expire, rounded up to the millisecond; in the past, they are deleted at once
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hexpireAt(K key, Instant moment, K... fields) {
        return at(key, moment).word("FIELDS").countedKeys("fields", fields).reply(EXPIRE_RESULTS);
    }

    /**
     * Lets fields expire at a moment, each only on a condition. Complexity: O(N) in the number of fields. Redis command
     * HEXPIREAT, since 7.4.0, or HPEXPIREAT where it is not a whole second.
     *
     * @param key key of the hash
     * @param moment when they expire, rounded up to the millisecond; in the past, they are deleted at once
     * @param condition which of the fields get the new expiry
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hexpireAt(
            K key, Instant moment, ExpireCondition condition, K... fields) {
        return at(key, moment)
                .args("condition", condition)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EXPIRE_RESULTS);
    }

    /**
     * Tells when fields expire, in whole seconds. Complexity: O(N) in the number of fields. Redis command HEXPIRETIME,
     * since 7.4.0.
     *
     * @param key key of the hash
     * @param fields the fields, at least one
     * @return the moment of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<Expiration<Instant>>> hexpireTime(K key, K... fields) {
        return command(HEXPIRETIME)
                .key(key)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EPOCH_SECONDS);
    }

    /**
     * Reads fields and changes when they expire. Complexity: O(N) in the number of fields. Redis command HGETEX, since
     * 8.0.0.
     *
     * @param key key of the hash
     * @param args when they shall expire from now on
     * @param fields the fields, at least one
     * @return their values in the order of the fields; null for one that does not exist
     */
    @SafeVarargs
    public final Command<List<@Nullable V>> hgetEx(K key, GetExArgs args, K... fields) {
        GetExArgs expiry = CommandBuilder.notNull("args", args);
        return command(expiry.isIdempotent() ? HGETEX_AGAIN : HGETEX)
                .key(key)
                .args("args", expiry)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .<List<@Nullable V>>reply(nullableValues);
    }

    /**
     * Removes the expiry of fields. Complexity: O(N) in the number of fields. Redis command HPERSIST, since 7.4.0.
     *
     * @param key key of the hash
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldPersistResult>> hpersist(K key, K... fields) {
        return command(HPERSIST)
                .key(key)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(PERSIST_RESULTS);
    }

    /**
     * Lets fields expire after some milliseconds. Complexity: O(N) in the number of fields. Redis command HPEXPIRE,
     * since 7.4.0.
     *
     * @param key key of the hash
     * @param ttl time until they expire; longer than zero, in whole milliseconds; a finer one is refused
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hpexpire(K key, Duration ttl, K... fields) {
        return command(HPEXPIRE)
                .key(key)
                .number(positiveMillis("ttl", ttl))
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EXPIRE_RESULTS);
    }

    /**
     * Lets fields expire after some milliseconds, each only on a condition. Complexity: O(N) in the number of fields.
     * Redis command HPEXPIRE, since 7.4.0.
     *
     * @param key key of the hash
     * @param ttl time until they expire; longer than zero, in whole milliseconds; a finer one is refused
     * @param condition which of the fields get the new expiry
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hpexpire(
            K key, Duration ttl, ExpireCondition condition, K... fields) {
        return command(HPEXPIRE)
                .key(key)
                .number(positiveMillis("ttl", ttl))
                .args("condition", condition)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EXPIRE_RESULTS);
    }

    /**
     * Lets fields expire at a moment. Complexity: O(N) in the number of fields. Redis command HPEXPIREAT, since 7.4.0.
     *
     * @param key key of the hash
     * @param moment when they expire, rounded up to the millisecond; in the past, they are deleted at once
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hpexpireAt(K key, Instant moment, K... fields) {
        return command(HPEXPIREAT)
                .key(key)
                .number(endMillis("moment", moment))
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EXPIRE_RESULTS);
    }

    /**
     * Lets fields expire at a moment, each only on a condition. Complexity: O(N) in the number of fields. Redis command
     * HPEXPIREAT, since 7.4.0.
     *
     * @param key key of the hash
     * @param moment when they expire, rounded up to the millisecond; in the past, they are deleted at once
     * @param condition which of the fields get the new expiry
     * @param fields the fields, at least one
     * @return what became of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<FieldExpireResult>> hpexpireAt(
            K key, Instant moment, ExpireCondition condition, K... fields) {
        return command(HPEXPIREAT)
                .key(key)
                .number(endMillis("moment", moment))
                .args("condition", condition)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EXPIRE_RESULTS);
    }

    /**
     * Tells when fields expire, in milliseconds. Complexity: O(N) in the number of fields. Redis command HPEXPIRETIME,
     * since 7.4.0.
     *
     * @param key key of the hash
     * @param fields the fields, at least one
     * @return the moment of each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<Expiration<Instant>>> hpexpireTime(K key, K... fields) {
        return command(HPEXPIRETIME)
                .key(key)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(EPOCH_MILLIS);
    }

    /**
     * Tells how long fields have until they expire, in milliseconds. Complexity: O(N) in the number of fields. Redis
     * command HPTTL, since 7.4.0.
     *
     * @param key key of the hash
     * @param fields the fields, at least one
     * @return the time left to each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<Expiration<Duration>>> hpttl(K key, K... fields) {
        return command(HPTTL)
                .key(key)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(MILLIS_LEFT);
    }

    /**
     * Sets a field with an expiry, on a condition, or both. Complexity: O(1). Redis command HSETEX, since 8.0.0.
     *
     * @param key key of the hash
     * @param field the field
     * @param value its new value
     * @param args expiry and condition
     * @return whether the field was set; false only if there is a condition and it is not met
     */
    public Command<Boolean> hsetEx(K key, K field, V value, HSetExArgs args) {
        return hsetEx(args)
                .key(key)
                .args("args", args)
                .word("FIELDS")
                .number(1)
                .key("field", field)
                .value(value)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Sets several fields with an expiry, on a condition, or both; all of them or none. Complexity: O(N) in the number
     * of fields. Redis command HSETEX, since 8.0.0.
     *
     * @param key key of the hash
     * @param values the values by field, at least one
     * @param args expiry and condition
     * @return whether the fields were set; false only if there is a condition and it is not met
     */
    public Command<Boolean> hsetEx(K key, Map<? extends K, ? extends V> values, HSetExArgs args) {
        return hsetEx(args)
                .key(key)
                .args("args", args)
                .word("FIELDS")
                .number(CommandBuilder.notEmpty("values", values).size())
                .pairs("values", values)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Tells how long fields have until they expire, in whole seconds. Complexity: O(N) in the number of fields. Redis
     * command HTTL, since 7.4.0.
     *
     * @param key key of the hash
     * @param fields the fields, at least one
     * @return the time left to each, in the order of the fields
     */
    @SafeVarargs
    public final Command<List<Expiration<Duration>>> httl(K key, K... fields) {
        return command(HTTL)
                .key(key)
                .word("FIELDS")
                .countedKeys("fields", fields)
                .reply(SECONDS_LEFT);
    }

    private CommandBuilder<K, V> hsetEx(HSetExArgs args) {
        return command(CommandBuilder.notNull("args", args).isIdempotent() ? HSETEX_AGAIN : HSETEX);
    }

    private CommandBuilder<K, V> after(K key, Duration ttl) {
        long millis = positiveMillis("ttl", ttl);
        return millis % MILLIS_PER_SECOND == 0
                ? command(HEXPIRE).key(key).number(millis / MILLIS_PER_SECOND)
                : command(HPEXPIRE).key(key).number(millis);
    }

    private CommandBuilder<K, V> at(K key, Instant moment) {
        long millis = endMillis("moment", moment);
        return millis % MILLIS_PER_SECOND == 0
                ? command(HEXPIREAT).key(key).number(millis / MILLIS_PER_SECOND)
                : command(HPEXPIREAT).key(key).number(millis);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
