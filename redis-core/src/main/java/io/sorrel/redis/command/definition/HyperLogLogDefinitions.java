package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on HyperLogLogs: strings of at most 12 KiB that tell about how many different values were added to them, with
 * a standard error of 0.81 %, but not which. A key that holds another type fails with a {@code WrongTypeException}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "HyperLogLog", accessor = "hyperLogLogs")
public final class HyperLogLogDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec PFADD =
            SPECS.add(CommandSpec.write("PFADD", "2.8.9").key());
    private static final CommandSpec PFCOUNT =
            SPECS.add(CommandSpec.read("PFCOUNT", "2.8.9").keys(1, -1, 1));
    private static final CommandSpec PFDEBUG =
            SPECS.add(CommandSpec.write("PFDEBUG", "2.8.9").keys(2, 2, 1));
    private static final CommandSpec PFDEBUG_SIMD =
            CommandSpec.write("PFDEBUG", "2.8.9").idempotent().build();
    private static final CommandSpec PFMERGE =
            SPECS.add(CommandSpec.write("PFMERGE", "2.8.9").keys(1, -1, 1).idempotent());
    private static final CommandSpec PFSELFTEST =
            SPECS.add(CommandSpec.neutral("PFSELFTEST", "2.8.9").idempotent());
    private static final ReplyDecoder<List<Long>> REGISTERS = ReplyDecoders.list(ReplyDecoders.integer());
    private static final ReplyDecoder<Boolean> ENABLED =
            reply -> reply.readString().equals("enabled");

    private final RedisCodec<K, V> codec;

    HyperLogLogDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Makes an empty HyperLogLog if the key does not exist. Complexity: O(1). Redis command PFADD, since 2.8.9.
     *
     * @param key key of the HyperLogLog
     * @return whether it was made
     */
    public Command<Boolean> pfadd(K key) {
        return command(PFADD).key(key).reply(ReplyDecoders.bool());
    }

    /**
     * Adds values to a HyperLogLog. Complexity: O(N) in the number of values. Redis command PFADD, since 2.8.9.
     *
     * @param key key of the HyperLogLog
     * @param values the values, at least one
     * @return whether that changed anything; false if the estimate stays as it was
     */
    @SafeVarargs
    public final Command<Boolean> pfadd(K key, V... values) {
        return command(PFADD).key(key).values("values", values).reply(ReplyDecoders.bool());
    }

    /**
     * Adds values to a HyperLogLog. Complexity: O(N) in the number of values. Redis command PFADD, since 2.8.9.
     *
     * @param key key of the HyperLogLog
     * @param values the values, at least one
     * @return whether that changed anything; false if the estimate stays as it was
     */
    public Command<Boolean> pfadd(K key, Collection<? extends V> values) {
        return command(PFADD).key(key).values("values", values).reply(ReplyDecoders.bool());
    }

    /**
     * Estimates how many different values were added to a HyperLogLog, or to any of several. Complexity: O(N) in the
     * number of keys, quick for one key and slow for several. Redis command PFCOUNT, since 2.8.9.
     *
     * @param keys keys of the HyperLogLogs, at least one; missing ones count as empty
     * @return about how many values
     */
    @SafeVarargs
    public final Command<Long> pfcount(K... keys) {
        return command(PFCOUNT).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Estimates how many different values were added to a HyperLogLog, or to any of several. Complexity: O(N) in the
     * number of keys, quick for one key and slow for several. Redis command PFCOUNT, since 2.8.9.
     *
     * @param keys keys of the HyperLogLogs, at least one; missing ones count as empty
     * @return about how many values
     */
    public Command<Long> pfcount(Collection<? extends K> keys) {
        return command(PFCOUNT).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Shows how a HyperLogLog is stored that has the sparse encoding; another one fails. For people who look for faults
     * in the server. Complexity: O(N) in its length. Redis command PFDEBUG DECODE, since 2.8.9.
     *
     * @param key key of the HyperLogLog, which must exist
     * @return its parts as text
     */
    public Command<String> pfdebugDecode(K key) {
        return pfdebug("DECODE", key).reply(ReplyDecoders.string());
    }

    /**
     * Tells how a HyperLogLog is stored. For people who look for faults in the server. Complexity: O(1). Redis command
     * PFDEBUG ENCODING, since 2.8.9.
     *
     * @param key key of the HyperLogLog, which must exist
     * @return {@code sparse} or {@code dense}
     */
    public Command<String> pfdebugEncoding(K key) {
        return pfdebug("ENCODING", key).reply(ReplyDecoders.string());
    }

    /**
     * Reads the registers of a HyperLogLog, which gets the dense encoding by it. For people who look for faults in the
     * server. Complexity: O(1). Redis command PFDEBUG GETREG, since 2.8.9.
     *
     * @param key key of the HyperLogLog, which must exist
     * @return its 16,384 registers
     */
    public Command<List<Long>> pfdebugGetReg(K key) {
        return pfdebug("GETREG", key).reply(REGISTERS);
    }

    /**
     * Switches whether the server counts with wide registers of its processor. For people who look for faults in the
     * server. Complexity: O(1). Redis command PFDEBUG SIMD, since 8.0.0; Valkey since 8.1.
     *
     * @param enabled whether it shall
     * @return whether it does
     */
    public Command<Boolean> pfdebugSimd(boolean enabled) {
        return command(PFDEBUG_SIMD).word("SIMD").word(enabled ? "ON" : "OFF").reply(ENABLED);
    }

    /**
     * Gives a HyperLogLog the dense encoding. For people who look for faults in the server. Complexity: O(1). Redis
     * command PFDEBUG TODENSE, since 2.8.9.
     *
     * @param key key of the HyperLogLog, which must exist
     * @return whether it was changed; false if it was dense
     */
    public Command<Boolean> pfdebugToDense(K key) {
        return pfdebug("TODENSE", key).reply(ReplyDecoders.bool());
    }

    /**
     * Adds to a HyperLogLog all values that were added to others. Complexity: O(N) in the number of keys. Redis command
     * PFMERGE, since 2.8.9.
     *
     * @param destination key of the HyperLogLog, which is made if it does not exist
     * @param keys keys of the others, at least one; missing ones count as empty
     */
    @SafeVarargs
    public final Command<@Nullable Void> pfmerge(K destination, K... keys) {
        return command(PFMERGE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Adds to a HyperLogLog all values that were added to others. Complexity: O(N) in the number of keys. Redis command
     * PFMERGE, since 2.8.9.
     *
     * @param destination key of the HyperLogLog, which is made if it does not exist
     * @param keys keys of the others, at least one; missing ones count as empty
     */
    public Command<@Nullable Void> pfmerge(K destination, Collection<? extends K> keys) {
        return command(PFMERGE)
                .key("destination", destination)
                .keys("keys", keys)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Lets the server test its HyperLogLogs, which takes it some tenths of a second, and it does nothing else meanwhile.
     * A test that fails is a {@code RedisServerException}. Redis command PFSELFTEST, since 2.8.9.
     */
    public Command<@Nullable Void> pfselfTest() {
        return command(PFSELFTEST).reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> pfdebug(String subcommand, K key) {
        return command(PFDEBUG).word(subcommand).key(key);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
