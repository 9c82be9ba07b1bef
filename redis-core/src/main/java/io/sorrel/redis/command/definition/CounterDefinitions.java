package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.finite;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.List;

/**
 * Commands on strings that are numbers. A key that holds another type than a string fails with a
 * {@code WrongTypeException}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Counter", accessor = "counters")
public final class CounterDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec DECR =
            SPECS.add(CommandSpec.write("DECR", "1.0.0").key());
    private static final CommandSpec DECRBY =
            SPECS.add(CommandSpec.write("DECRBY", "1.0.0").key());
    private static final CommandSpec INCR =
            SPECS.add(CommandSpec.write("INCR", "1.0.0").key());
    private static final CommandSpec INCRBY =
            SPECS.add(CommandSpec.write("INCRBY", "1.0.0").key());
    private static final CommandSpec INCRBYFLOAT =
            SPECS.add(CommandSpec.write("INCRBYFLOAT", "2.6.0").key());

    private final RedisCodec<K, V> codec;

    CounterDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Takes one from a whole number; a missing key counts as 0. Complexity: O(1). Redis command DECR, since 1.0.0. A
     * value that is no 64-bit number, or would leave that range, fails with a {@code RedisServerException}.
     *
     * @param key key of the number
     * @return the number afterwards
     */
    public Command<Long> decr(K key) {
        return command(DECR).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Takes some from a whole number; a missing key counts as 0. Complexity: O(1). Redis command DECRBY, since 1.0.0.
     * A value that is no 64-bit number, or would leave that range, fails with a {@code RedisServerException}.
     *
     * @param key key of the number
     * @param decrement what is taken away; may be negative
     * @return the number afterwards
     */
    public Command<Long> decrBy(K key, long decrement) {
        return command(DECRBY).key(key).number(decrement).reply(ReplyDecoders.integer());
    }

    /**
     * Adds one to a whole number; a missing key counts as 0. Complexity: O(1). Redis command INCR, since 1.0.0. A
     * value that is no 64-bit number, or would leave that range, fails with a {@code RedisServerException}.
     *
     * @param key key of the number
     * @return the number afterwards
     */
    public Command<Long> incr(K key) {
        return command(INCR).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Adds some to a whole number; a missing key counts as 0. Complexity: O(1). Redis command INCRBY, since 1.0.0. A
     * value that is no 64-bit number, or would leave that range, fails with a {@code RedisServerException}.
     *
     * @param key key of the number
     * @param increment what is added; may be negative
     * @return the number afterwards
     */
    public Command<Long> incrBy(K key, long increment) {
        return command(INCRBY).key(key).number(increment).reply(ReplyDecoders.integer());
    }

    /**
     * Adds some to a floating-point number; a missing key counts as 0. Complexity: O(1). Redis command INCRBYFLOAT,
     * since 2.6.0. The server computes with more digits than a double has. A value that is no number fails with a
     * {@code RedisServerException}.
     *
     * @param key key of the number
     * @param increment what is added; finite, may be negative
     * @return the number afterwards, as the nearest double
     */
    public Command<Double> incrByFloat(K key, double increment) {
        return command(INCRBYFLOAT)
                .key(key)
                .number(finite("increment", increment))
                .reply(ReplyDecoders.real());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
