package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ExpireCondition;
import io.sorrel.redis.command.reply.Expiration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Commands about the expiry of keys.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Expiry", accessor = "expiry")
public final class ExpiryDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec EXPIRE =
            SPECS.add(CommandSpec.write("EXPIRE", "1.0.0").key());
    private static final CommandSpec EXPIREAT =
            SPECS.add(CommandSpec.write("EXPIREAT", "1.2.0").key());
    private static final CommandSpec EXPIRETIME =
            SPECS.add(CommandSpec.read("EXPIRETIME", "7.0.0").key());
    private static final CommandSpec PERSIST =
            SPECS.add(CommandSpec.write("PERSIST", "2.2.0").key());
    private static final CommandSpec PEXPIRE =
            SPECS.add(CommandSpec.write("PEXPIRE", "2.6.0").key());
    private static final CommandSpec PEXPIREAT =
            SPECS.add(CommandSpec.write("PEXPIREAT", "2.6.0").key());
    private static final CommandSpec PEXPIRETIME =
            SPECS.add(CommandSpec.read("PEXPIRETIME", "7.0.0").key());
    private static final CommandSpec PTTL =
            SPECS.add(CommandSpec.read("PTTL", "2.6.0").key());
    private static final CommandSpec TTL =
            SPECS.add(CommandSpec.read("TTL", "1.0.0").key());

    private static final long MILLIS_PER_SECOND = 1_000;

    private final RedisCodec<K, V> codec;

    ExpiryDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Lets a key expire after a time. Complexity: O(1). Redis command EXPIRE, since 1.0.0, or PEXPIRE where the time is not
     * a whole number of seconds.
     *
     * @param key the key
     * @param ttl whole milliseconds, a finer one is refused; zero or less deletes the key at once
     * @return true if the key exists
     */
    public Command<Boolean> expire(K key, Duration ttl) {
        return after(key, ttl).reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire after a time, if a condition holds. Complexity: O(1). Redis command EXPIRE, since 7.0.0 with a
     * condition, or PEXPIRE where the time is not a whole number of seconds.
     *
     * @param key the key
     * @param ttl whole milliseconds, a finer one is refused; zero or less deletes the key at once
     * @param condition how the expiry that the key has must be
     * @return true if the key exists and the condition holds
     */
    public Command<Boolean> expire(K key, Duration ttl, ExpireCondition condition) {
        return after(key, ttl).args("condition", condition).reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire at a moment. Complexity: O(1). Redis command EXPIREAT, since 1.2.0, or PEXPIREAT where it is not a
     * whole second.
     *
     * @param key the key
     * @param moment rounded up to the millisecond; one in the past deletes the key at once
     * @return true if the key exists
     */
    public Command<Boolean> expireAt(K key, Instant moment) {
        return at(key, moment).reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire at a moment, if a condition holds. Complexity: O(1). Redis command EXPIREAT, since 7.0.0 with a
     * condition, or PEXPIREAT where it is not a whole second.
     *
     * @param key the key
     * @param moment rounded up to the millisecond; one in the past deletes the key at once
     * @param condition how the expiry that the key has must be
     * @return true if the key exists and the condition holds
     */
    public Command<Boolean> expireAt(K key, Instant moment, ExpireCondition condition) {
        return at(key, moment).args("condition", condition).reply(ReplyDecoders.bool());
    }

    /**
     * Tells when a key expires, in seconds. Complexity: O(1). Redis command EXPIRETIME, since 7.0.0.
     *
     * @param key the key
     * @return the moment, rounded to seconds by the server; or that the key does not expire, or does not exist
     */
    public Command<Expiration<Instant>> expireTime(K key) {
        return command(EXPIRETIME).key(key).reply(ExpirationReplies.EPOCH_SECONDS);
    }

    /**
     * Removes the expiry of a key. Complexity: O(1). Redis command PERSIST, since 2.2.0.
     *
     * @param key the key
     * @return true if the key had an expiry
     */
    public Command<Boolean> persist(K key) {
        return command(PERSIST).key(key).reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire after a time in milliseconds. Complexity: O(1). Redis command PEXPIRE, since 2.6.0.
     *
     * @param key the key
     * @param ttl whole milliseconds, a finer one is refused; zero or less deletes the key at once
     * @return true if the key exists
     */
    public Command<Boolean> pexpire(K key, Duration ttl) {
        return command(PEXPIRE).key(key).millis("ttl", ttl).reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire after a time in milliseconds, if a condition holds. Complexity: O(1). Redis command PEXPIRE,
     * since 7.0.0 with a condition.
     *
     * @param key the key
     * @param ttl whole milliseconds, a finer one is refused; zero or less deletes the key at once
     * @param condition how the expiry that the key has must be
     * @return true if the key exists and the condition holds
     */
    public Command<Boolean> pexpire(K key, Duration ttl, ExpireCondition condition) {
        return command(PEXPIRE)
                .key(key)
                .millis("ttl", ttl)
                .args("condition", condition)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire at a moment in milliseconds. Complexity: O(1). Redis command PEXPIREAT, since 2.6.0.
     *
     * @param key the key
     * @param moment rounded up to the millisecond; one in the past deletes the key at once
     * @return true if the key exists
     */
    public Command<Boolean> pexpireAt(K key, Instant moment) {
        return command(PEXPIREAT)
                .key(key)
                .number(Arguments.endMillis("moment", moment))
                .reply(ReplyDecoders.bool());
    }

    /**
     * Lets a key expire at a moment in milliseconds, if a condition holds. Complexity: O(1). Redis command PEXPIREAT,
     * since 7.0.0 with a condition.
     *
     * @param key the key
     * @param moment rounded up to the millisecond; one in the past deletes the key at once
     * @param condition how the expiry that the key has must be
     * @return true if the key exists and the condition holds
     */
    public Command<Boolean> pexpireAt(K key, Instant moment, ExpireCondition condition) {
        return command(PEXPIREAT)
                .key(key)
                .number(Arguments.endMillis("moment", moment))
                .args("condition", condition)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Tells when a key expires, in milliseconds. Complexity: O(1). Redis command PEXPIRETIME, since 7.0.0.
     *
     * @param key the key
     * @return the moment; or that the key does not expire, or does not exist
     */
    public Command<Expiration<Instant>> pexpireTime(K key) {
        return command(PEXPIRETIME).key(key).reply(ExpirationReplies.EPOCH_MILLIS);
    }

    /**
     * Tells how long a key will stay, in milliseconds. Complexity: O(1). Redis command PTTL, since 2.6.0.
     *
     * @param key the key
     * @return the time left; or that the key does not expire, or does not exist
     */
    public Command<Expiration<Duration>> pttl(K key) {
        return command(PTTL).key(key).reply(ExpirationReplies.MILLIS);
    }

    /**
     * Tells how long a key will stay, in seconds. Complexity: O(1). Redis command TTL, since 1.0.0.
     *
     * @param key the key
     * @return the time left, rounded to seconds by the server; or that the key does not expire, or does not exist
     */
    public Command<Expiration<Duration>> ttl(K key) {
        return command(TTL).key(key).reply(ExpirationReplies.SECONDS);
    }

    private CommandBuilder<K, V> after(K key, Duration ttl) {
        long millis = Arguments.wholeMillis("ttl", ttl);
        return millis % MILLIS_PER_SECOND == 0
                ? command(EXPIRE).key(key).number(millis / MILLIS_PER_SECOND)
                : command(PEXPIRE).key(key).number(millis);
    }

    private CommandBuilder<K, V> at(K key, Instant moment) {
        long millis = Arguments.endMillis("moment", moment);
        return millis % MILLIS_PER_SECOND == 0
                ? command(EXPIREAT).key(key).number(millis / MILLIS_PER_SECOND)
                : command(PEXPIREAT).key(key).number(millis);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
