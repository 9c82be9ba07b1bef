package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.BitField;
import io.sorrel.redis.command.args.BitFieldArgs;
import io.sorrel.redis.command.args.BitUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on the bits of strings. Bit 0 is the highest of the first byte; a string is followed by as many zero bits as
 * are asked for, and a missing key counts as an empty string. A key that holds another type than a string fails with a
 * {@code WrongTypeException}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Bitmap", accessor = "bitmaps")
public final class BitmapDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec BITCOUNT =
            SPECS.add(CommandSpec.read("BITCOUNT", "2.6.0").key());
    private static final CommandSpec BITFIELD =
            SPECS.add(CommandSpec.write("BITFIELD", "3.2.0").key());
    private static final CommandSpec BITFIELD_RO =
            SPECS.add(CommandSpec.read("BITFIELD_RO", "6.0.0").key());
    private static final CommandSpec BITOP =
            SPECS.add(CommandSpec.write("BITOP", "2.6.0").keys(2, -1, 1));
    private static final CommandSpec BITOP_AGAIN =
            CommandSpec.write("BITOP", "2.6.0").keys(2, -1, 1).idempotent().build();
    private static final CommandSpec BITPOS =
            SPECS.add(CommandSpec.read("BITPOS", "2.8.7").key());
    private static final CommandSpec GETBIT =
            SPECS.add(CommandSpec.read("GETBIT", "2.2.0").key());
    private static final CommandSpec SETBIT =
            SPECS.add(CommandSpec.write("SETBIT", "2.2.0").key());
    private static final ReplyDecoder<List<Long>> NUMBERS = ReplyDecoders.list(ReplyDecoders.integer());
    private static final ReplyDecoder<List<@Nullable Long>> NULLABLE_NUMBERS =
            ReplyDecoders.list(ReplyDecoders.nullable(ReplyDecoders.integer()));

    private final RedisCodec<K, V> codec;

    BitmapDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Counts the bits that are 1. Complexity: O(N) in the length of the string. Redis command BITCOUNT, since 2.6.0.
     *
     * @param key key of the string
     * @return how many bits are 1
     */
    public Command<Long> bitCount(K key) {
        return command(BITCOUNT).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the bits that are 1 within some bytes. Complexity: O(N) in the number of bytes. Redis command BITCOUNT,
     * since 2.6.0.
     *
     * @param key key of the string
     * @param start index of the first byte, from 0; a negative one counts from the end, -1 is the last byte
     * @param end index of the last byte, counted in the same way
     * @return how many bits are 1
     */
    public Command<Long> bitCount(K key, long start, long end) {
        return command(BITCOUNT).key(key).number(start).number(end).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the bits that are 1 within a range. Complexity: O(N) in the length of the range. Redis command BITCOUNT
     * with BYTE or BIT, since 7.0.0.
     *
     * @param key key of the string
     * @param start index of the first byte or bit, from 0; a negative one counts from the end, -1 is the last one
     * @param end index of the last byte or bit, counted in the same way
     * @param unit what the indexes count
     * @return how many bits are 1
     */
    public Command<Long> bitCount(K key, long start, long end, BitUnit unit) {
        return command(BITCOUNT)
                .key(key)
                .number(start)
                .number(end)
                .args("unit", unit)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Reads and changes numbers within the bits of a string, in one go. Complexity: O(1) for each operation. Redis
     * command BITFIELD, since 3.2.0.
     *
     * @param key key of the string, which grows as needed
     * @param args what to do, at least one operation
     * @return what each operation answers; null where a number did not fit and was to fail
     */
    public Command<List<@Nullable Long>> bitField(K key, BitFieldArgs args) {
        return command(BITFIELD).key(key).args("args", args).<List<@Nullable Long>>reply(NULLABLE_NUMBERS);
    }

    /**
     * Reads numbers within the bits of a string, without the right to write. Complexity: O(1) for each field. Redis
     * command BITFIELD_RO, since 6.0.0.
     *
     * @param key key of the string
     * @param fields the fields, at least one
     * @return their numbers, in the order of the fields
     */
    public Command<List<Long>> bitFieldReadOnly(K key, BitField... fields) {
        CommandBuilder<K, V> command = command(BITFIELD_RO).key(key);
        for (BitField field : CommandBuilder.notEmpty("fields", fields)) {
            command.word("GET").args("fields", field);
        }
        return command.reply(NUMBERS);
    }

    /**
     * Stores a string of the bits that are 1 in all strings. Complexity: O(N) in the length of the strings. Redis command BITOP
     * with AND, since 2.6.0.
     *
     * @param destination key of the new string, as long as the longest of the others; whatever it holds is replaced
     * @param keys keys of the strings, at least one
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    @SafeVarargs
    public final Command<Long> bitOpAnd(K destination, K... keys) {
        return bitOp(BITOP_AGAIN, "AND", destination).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Stores a string of the bits that are 1 in all strings. Complexity: O(N) in the length of the strings. Redis command BITOP
     * with AND, since 2.6.0.
     *
     * @param destination key of the new string, as long as the longest of the others; whatever it holds is replaced
     * @param keys keys of the strings, at least one
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    public Command<Long> bitOpAnd(K destination, Collection<? extends K> keys) {
        return bitOp(BITOP_AGAIN, "AND", destination).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Stores a string with all bits of another turned round. Complexity: O(N) in the length of the string. Redis
     * command BITOP with NOT, since 2.6.0.
     *
     * @param destination key of the new string; whatever it holds is replaced
     * @param key key of the other string
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    public Command<Long> bitOpNot(K destination, K key) {
        return bitOp(BITOP, "NOT", destination).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Stores a string of the bits that are 1 in any of the strings. Complexity: O(N) in the length of the strings. Redis command BITOP
     * with OR, since 2.6.0.
     *
     * @param destination key of the new string, as long as the longest of the others; whatever it holds is replaced
     * @param keys keys of the strings, at least one
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    @SafeVarargs
    public final Command<Long> bitOpOr(K destination, K... keys) {
        return bitOp(BITOP_AGAIN, "OR", destination).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Stores a string of the bits that are 1 in any of the strings. Complexity: O(N) in the length of the strings. Redis command BITOP
     * with OR, since 2.6.0.
     *
     * @param destination key of the new string, as long as the longest of the others; whatever it holds is replaced
     * @param keys keys of the strings, at least one
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    public Command<Long> bitOpOr(K destination, Collection<? extends K> keys) {
        return bitOp(BITOP_AGAIN, "OR", destination).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Stores a string of the bits that are 1 in an odd number of the strings. Complexity: O(N) in the length of the strings. Redis command BITOP
     * with XOR, since 2.6.0.
     *
     * @param destination key of the new string, as long as the longest of the others; whatever it holds is replaced
     * @param keys keys of the strings, at least one
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    @SafeVarargs
    public final Command<Long> bitOpXor(K destination, K... keys) {
        return bitOp(BITOP, "XOR", destination).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Stores a string of the bits that are 1 in an odd number of the strings. Complexity: O(N) in the length of the strings. Redis command BITOP
     * with XOR, since 2.6.0.
     *
     * @param destination key of the new string, as long as the longest of the others; whatever it holds is replaced
     * @param keys keys of the strings, at least one
     * @return length of the new string in bytes; 0 if there is nothing to store, and the destination is deleted
     */
    public Command<Long> bitOpXor(K destination, Collection<? extends K> keys) {
        return bitOp(BITOP, "XOR", destination).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Finds the first bit that is 1, or 0. Complexity: O(N) in the length of the string. Redis command BITPOS, since
     * 2.8.7.
     *
     * @param key key of the string
     * @param bit true to look for 1, false for 0
     * @return index of the bit, counted in bits from 0; -1 if none is 1; the first behind the string if none is 0
     */
    public Command<Long> bitPos(K key, boolean bit) {
        return bitPosOf(key, bit).reply(ReplyDecoders.integer());
    }

    /**
     * Finds the first bit that is 1, or 0, from a byte on. Complexity: O(N) in the length of the string. Redis command
     * BITPOS, since 2.8.7.
     *
     * @param key key of the string
     * @param bit true to look for 1, false for 0
     * @param start index of the first byte, from 0; a negative one counts from the end, -1 is the last byte
     * @return index of the bit, counted in bits from the start of the string from 0; -1 if none is 1 or the start lies
     *     behind the string; the first behind the string if none is 0
     */
    public Command<Long> bitPos(K key, boolean bit, long start) {
        return bitPosOf(key, bit).number(start).reply(ReplyDecoders.integer());
    }

    /**
     * Finds the first bit that is 1, or 0, within some bytes. Complexity: O(N) in the number of bytes. Redis command
     * BITPOS, since 2.8.7.
     *
     * @param key key of the string
     * @param bit true to look for 1, false for 0
     * @param start index of the first byte, from 0; a negative one counts from the end, -1 is the last byte
     * @param end index of the last byte, counted in the same way
     * @return index of the bit, counted in bits from the start of the string from 0; -1 if there is none in the range
     */
    public Command<Long> bitPos(K key, boolean bit, long start, long end) {
        return bitPosOf(key, bit).number(start).number(end).reply(ReplyDecoders.integer());
    }

    /**
     * Finds the first bit that is 1, or 0, within a range. Complexity: O(N) in the length of the range. Redis command
     * BITPOS with BYTE or BIT, since 7.0.0.
     *
     * @param key key of the string
     * @param bit true to look for 1, false for 0
     * @param start index of the first byte or bit, from 0; a negative one counts from the end, -1 is the last one
     * @param end index of the last byte or bit, counted in the same way
     * @param unit what the indexes count
     * @return index of the bit, counted in bits from the start of the string from 0; -1 if there is none in the range
     */
    public Command<Long> bitPos(K key, boolean bit, long start, long end, BitUnit unit) {
        return bitPosOf(key, bit).number(start).number(end).args("unit", unit).reply(ReplyDecoders.integer());
    }

    /**
     * Reads a bit. Complexity: O(1). Redis command GETBIT, since 2.2.0.
     *
     * @param key key of the string
     * @param offset index of the bit, from 0
     * @return whether it is 1; false behind the end of the string
     */
    public Command<Boolean> getBit(K key, long offset) {
        return command(GETBIT).key(key).number(notNegative("offset", offset)).reply(ReplyDecoders.bool());
    }

    /**
     * Sets a bit. Complexity: O(1), apart from filling up the string. Redis command SETBIT, since 2.2.0.
     *
     * @param key key of the string, which grows as needed
     * @param offset index of the bit, from 0 to 4,294,967,295 by the server's default limit
     * @param bit true for 1, false for 0
     * @return whether it was 1 before
     */
    public Command<Boolean> setBit(K key, long offset, boolean bit) {
        return command(SETBIT)
                .key(key)
                .number(notNegative("offset", offset))
                .number(bit ? 1 : 0)
                .reply(ReplyDecoders.bool());
    }

    private CommandBuilder<K, V> bitOp(CommandSpec spec, String operation, K destination) {
        return command(spec).word(operation).key("destination", destination);
    }

    private CommandBuilder<K, V> bitPosOf(K key, boolean bit) {
        return command(BITPOS).key(key).number(bit ? 1 : 0);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
