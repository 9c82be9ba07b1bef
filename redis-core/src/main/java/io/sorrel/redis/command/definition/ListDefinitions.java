package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.notNegative;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.LPosArgs;
import io.sorrel.redis.command.args.ListEnd;
import io.sorrel.redis.command.args.ListPosition;
import io.sorrel.redis.command.reply.PoppedElements;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on lists: elements in the order in which they were added at either end. A list goes with its last element. A
 * key that holds another type than a list fails with a {@code WrongTypeException}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "List", accessor = "lists")
public final class ListDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec LINDEX =
            SPECS.add(CommandSpec.read("LINDEX", "1.0.0").key());
    private static final CommandSpec LINSERT =
            SPECS.add(CommandSpec.write("LINSERT", "2.2.0").key());
    private static final CommandSpec LLEN =
            SPECS.add(CommandSpec.read("LLEN", "1.0.0").key());
    private static final CommandSpec LMOVE =
            SPECS.add(CommandSpec.write("LMOVE", "6.2.0").keys(1, 2, 1));
    private static final CommandSpec LMPOP =
            SPECS.add(CommandSpec.write("LMPOP", "7.0.0").movableKeys());
    private static final CommandSpec LPOP =
            SPECS.add(CommandSpec.write("LPOP", "1.0.0").key());
    private static final CommandSpec LPOS =
            SPECS.add(CommandSpec.read("LPOS", "6.0.6").key());
    private static final CommandSpec LPUSH =
            SPECS.add(CommandSpec.write("LPUSH", "1.0.0").key());
    private static final CommandSpec LPUSHX =
            SPECS.add(CommandSpec.write("LPUSHX", "2.2.0").key());
    private static final CommandSpec LRANGE =
            SPECS.add(CommandSpec.read("LRANGE", "1.0.0").key());
    private static final CommandSpec LREM =
            SPECS.add(CommandSpec.write("LREM", "1.0.0").key());
    private static final CommandSpec LSET =
            SPECS.add(CommandSpec.write("LSET", "1.0.0").key().idempotent());
    private static final CommandSpec LTRIM =
            SPECS.add(CommandSpec.write("LTRIM", "1.0.0").key());
    private static final CommandSpec LTRIM_AGAIN =
            CommandSpec.write("LTRIM", "1.0.0").key().idempotent().build();
    private static final CommandSpec RPOP =
            SPECS.add(CommandSpec.write("RPOP", "1.0.0").key());
    private static final CommandSpec RPOPLPUSH =
            SPECS.add(CommandSpec.write("RPOPLPUSH", "1.2.0").keys(1, 2, 1));
    private static final CommandSpec RPUSH =
            SPECS.add(CommandSpec.write("RPUSH", "1.0.0").key());
    private static final CommandSpec RPUSHX =
            SPECS.add(CommandSpec.write("RPUSHX", "2.2.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable V> nullableElement;
    private final ReplyDecoder<List<V>> elements;
    private final ReplyDecoder<@Nullable Long> nullableIndex;
    private final ReplyDecoder<List<Long>> indexes;
    private final ReplyDecoder<@Nullable PoppedElements<K, V>> poppedSeveral;

    ListDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> element = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.nullableElement = ReplyDecoders.nullable(element);
        this.elements = ReplyDecoders.list(element);
        this.nullableIndex = ReplyDecoders.nullable(ReplyDecoders.integer());
        this.indexes = ReplyDecoders.list(ReplyDecoders.integer());
        this.poppedSeveral = ListReplies.elements(ReplyDecoders.value(codec.keys()), element);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Reads an element. Complexity: O(N) in its distance from the nearer end. Redis command LINDEX, since 1.0.0.
     *
     * @param key key of the list
     * @param index index of the element, from 0; a negative one counts from the end, -1 is the last element
     * @return the element; null if there is none at the index
     */
    public Command<@Nullable V> lindex(K key, long index) {
        return command(LINDEX).key(key).number(index).reply(nullableElement);
    }

    /**
     * Puts an element next to the first one, from the head, that equals another. Complexity: O(N) in the distance from
     * the head to that one. Redis command LINSERT, since 2.2.0.
     *
     * @param key key of the list
     * @param position on which side of the pivot
     * @param pivot the element to look for
     * @param element the new element
     * @return length of the list afterwards; -1 if there is no such pivot, 0 if the key does not exist
     */
    public Command<Long> linsert(K key, ListPosition position, V pivot, V element) {
        return command(LINSERT)
                .key(key)
                .args("position", position)
                .value("pivot", pivot)
                .value("element", element)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Counts the elements of a list. Complexity: O(1). Redis command LLEN, since 1.0.0.
     *
     * @param key key of the list
     * @return length of the list; 0 if the key does not exist
     */
    public Command<Long> llen(K key) {
        return command(LLEN).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Moves an element from one end of a list to one end of another, or of the same. Complexity: O(1). Redis command
     * LMOVE, since 6.2.0.
     *
     * @param source key of the list that it is taken from
     * @param destination key of the list that it is added to
     * @param from end of the source
     * @param to end of the destination
     * @return the element; null if the source does not exist
     */
    public Command<@Nullable V> lmove(K source, K destination, ListEnd from, ListEnd to) {
        return command(LMOVE)
                .key("source", source)
                .key("destination", destination)
                .args("from", from)
                .args("to", to)
                .reply(nullableElement);
    }

    /**
     * Takes an element out of the first of several lists that has one. Complexity: O(N) in the number of keys. Redis
     * command LMPOP, since 7.0.0.
     *
     * @param end end of the list from which it is taken
     * @param keys keys of the lists, at least one
     * @return the element and the key of its list; null if none of the keys exists
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, V>> lmpop(ListEnd end, K... keys) {
        return command(LMPOP).countedKeys("keys", keys).args("end", end).reply(poppedSeveral);
    }

    /**
     * Takes elements out of the first of several lists that has any. Complexity: O(N+M) in the number of keys and of
     * elements taken. Redis command LMPOP with COUNT, since 7.0.0.
     *
     * @param end end of the list from which they are taken
     * @param count how many elements at most, at least 1
     * @param keys keys of the lists, at least one
     * @return the elements and the key of their list; null if none of the keys exists
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, V>> lmpop(ListEnd end, long count, K... keys) {
        return command(LMPOP)
                .countedKeys("keys", keys)
                .args("end", end)
                .word("COUNT")
                .number(positive("count", count))
                .reply(poppedSeveral);
    }

    /**
     * Takes the first element out of a list. Complexity: O(1). Redis command LPOP, since 1.0.0.
     *
     * @param key key of the list
     * @return the element; null if the key does not exist
     */
    public Command<@Nullable V> lpop(K key) {
        return command(LPOP).key(key).reply(nullableElement);
    }

    /**
     * Takes the first elements out of a list. Complexity: O(N) in the number of elements taken. Redis command LPOP with
     * a count, since 6.2.0.
     *
     * @param key key of the list
     * @param count how many elements at most, at least 1
     * @return the elements, from the head on; empty if the key does not exist
     */
    public Command<List<V>> lpop(K key, long count) {
        return command(LPOP).key(key).number(positive("count", count)).reply(elements);
    }

    /**
     * Finds the first element that equals another. Complexity: O(N) in the number of elements compared. Redis command
     * LPOS, since 6.0.6.
     *
     * @param key key of the list
     * @param element the element to look for
     * @return its index, from 0; null if there is none
     */
    public Command<@Nullable Long> lpos(K key, V element) {
        return lpos(key, element, LPosArgs.defaults());
    }

    /**
     * Finds an element that equals another. Complexity: O(N) in the number of elements compared. Redis command LPOS,
     * since 6.0.6.
     *
     * @param key key of the list
     * @param element the element to look for
     * @param args where the search begins and how far it goes
     * @return its index, counted from the head from 0; null if there is none
     */
    public Command<@Nullable Long> lpos(K key, V element, LPosArgs args) {
        return lposOf(key, element).args("args", args).reply(nullableIndex);
    }

    /**
     * Finds the first elements that equal another. Complexity: O(N) in the number of elements compared. Redis command
     * LPOS with COUNT, since 6.0.6.
     *
     * @param key key of the list
     * @param element the element to look for
     * @param count how many to find at most; 0 for all
     * @return their indexes, from 0, in the order in which they are found; empty if there is none
     */
    public Command<List<Long>> lposCount(K key, V element, long count) {
        return lposCount(key, element, count, LPosArgs.defaults());
    }

    /**
     * Finds elements that equal another. Complexity: O(N) in the number of elements compared. Redis command LPOS with
     * COUNT, since 6.0.6.
     *
     * @param key key of the list
     * @param element the element to look for
     * @param count how many to find at most; 0 for all
     * @param args where the search begins and how far it goes
     * @return their indexes, counted from the head from 0, in the order in which they are found; empty if there is none
     */
    public Command<List<Long>> lposCount(K key, V element, long count, LPosArgs args) {
        return lposOf(key, element)
                .args("args", args)
                .word("COUNT")
                .number(notNegative("count", count))
                .reply(indexes);
    }

    /**
     * Adds elements at the head of a list, one after the other, so that the last one is the first afterwards. Complexity:
     * O(N) in the number of elements added. Redis command LPUSH, since 1.0.0, with more than one element since 2.4.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards
     */
    @SafeVarargs
    public final Command<Long> lpush(K key, V... elements) {
        return command(LPUSH).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Adds elements at the head of a list, one after the other, so that the last one is the first afterwards. Complexity:
     * O(N) in the number of elements added. Redis command LPUSH, since 1.0.0, with more than one element since 2.4.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards
     */
    public Command<Long> lpush(K key, Collection<? extends V> elements) {
        return command(LPUSH).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Adds elements at the head of a list if it exists, one after the other. Complexity: O(N) in the number of elements
     * added. Redis command LPUSHX, since 2.2.0, with more than one element since 4.0.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards; 0 if the key does not exist
     */
    @SafeVarargs
    public final Command<Long> lpushx(K key, V... elements) {
        return command(LPUSHX).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Adds elements at the head of a list if it exists, one after the other. Complexity: O(N) in the number of elements
     * added. Redis command LPUSHX, since 2.2.0, with more than one element since 4.0.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards; 0 if the key does not exist
     */
    public Command<Long> lpushx(K key, Collection<? extends V> elements) {
        return command(LPUSHX).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Reads a part of a list. Complexity: O(S+N) in the distance of the part from the nearer end and in its length.
     * Redis command LRANGE, since 1.0.0.
     *
     * @param key key of the list
     * @param start index of the first element, from 0; a negative one counts from the end, -1 is the last element
     * @param stop index of the last element, counted in the same way
     * @return the elements, as far as the list reaches; empty if the key does not exist or the range is empty
     */
    public Command<List<V>> lrange(K key, long start, long stop) {
        return command(LRANGE).key(key).number(start).number(stop).reply(elements);
    }

    /**
     * Deletes elements that equal another. Complexity: O(N+M) in the length of the list and the number of elements
     * deleted. Redis command LREM, since 1.0.0.
     *
     * @param key key of the list
     * @param count how many to delete at most, from the head on; from the tail on where it is negative; 0 for all
     * @param element the element to look for
     * @return how many elements were deleted
     */
    public Command<Long> lrem(K key, long count, V element) {
        return command(LREM).key(key).number(count).value("element", element).reply(ReplyDecoders.integer());
    }

    /**
     * Replaces an element. Complexity: O(N) in its distance from the nearer end. Redis command LSET, since 1.0.0. Fails
     * with a {@code RedisServerException} if there is no element at the index.
     *
     * @param key key of the list
     * @param index index of the element, from 0; a negative one counts from the end, -1 is the last element
     * @param element the new element
     */
    public Command<@Nullable Void> lset(K key, long index, V element) {
        return command(LSET).key(key).number(index).value("element", element).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes all but a part of a list; all of it where the part is empty. Complexity: O(N) in the number of elements
     * deleted. Redis command LTRIM, since 1.0.0.
     *
     * @param key key of the list
     * @param start index of the first element to keep, from 0; a negative one counts from the end, -1 is the last
     *     element
     * @param stop index of the last element to keep, counted in the same way
     */
    public Command<@Nullable Void> ltrim(K key, long start, long stop) {
        boolean keepsAnEnd = (start == 0 && stop >= -1) || (start < 0 && stop == -1);
        return command(keepsAnEnd ? LTRIM_AGAIN : LTRIM)
                .key(key)
                .number(start)
                .number(stop)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Takes the last element out of a list. Complexity: O(1). Redis command RPOP, since 1.0.0.
     *
     * @param key key of the list
     * @return the element; null if the key does not exist
     */
    public Command<@Nullable V> rpop(K key) {
        return command(RPOP).key(key).reply(nullableElement);
    }

    /**
     * Takes the last elements out of a list. Complexity: O(N) in the number of elements taken. Redis command RPOP with
     * a count, since 6.2.0.
     *
     * @param key key of the list
     * @param count how many elements at most, at least 1
     * @return the elements, from the tail on; empty if the key does not exist
     */
    public Command<List<V>> rpop(K key, long count) {
        return command(RPOP).key(key).number(positive("count", count)).reply(elements);
    }

    /**
     * Moves the last element of a list to the head of another, or of the same. Complexity: O(1). Redis command
     * RPOPLPUSH, since 1.2.0.
     *
     * @param source key of the list that it is taken from
     * @param destination key of the list that it is added to
     * @return the element; null if the source does not exist
     * @deprecated by Redis since 6.2.0; use {@link #lmove(Object, Object, ListEnd, ListEnd)}
     */
    @Deprecated
    public Command<@Nullable V> rpoplpush(K source, K destination) {
        return command(RPOPLPUSH)
                .key("source", source)
                .key("destination", destination)
                .reply(nullableElement);
    }

    /**
     * Adds elements at the tail of a list. Complexity: O(N) in the number of elements added. Redis command RPUSH, since
     * 1.0.0, with more than one element since 2.4.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards
     */
    @SafeVarargs
    public final Command<Long> rpush(K key, V... elements) {
        return command(RPUSH).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Adds elements at the tail of a list. Complexity: O(N) in the number of elements added. Redis command RPUSH, since
     * 1.0.0, with more than one element since 2.4.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards
     */
    public Command<Long> rpush(K key, Collection<? extends V> elements) {
        return command(RPUSH).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Adds elements at the tail of a list if it exists. Complexity: O(N) in the number of elements added. Redis command
     * RPUSHX, since 2.2.0, with more than one element since 4.0.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards; 0 if the key does not exist
     */
    @SafeVarargs
    public final Command<Long> rpushx(K key, V... elements) {
        return command(RPUSHX).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    /**
     * Adds elements at the tail of a list if it exists. Complexity: O(N) in the number of elements added. Redis command
     * RPUSHX, since 2.2.0, with more than one element since 4.0.0.
     *
     * @param key key of the list
     * @param elements the new elements, at least one
     * @return length of the list afterwards; 0 if the key does not exist
     */
    public Command<Long> rpushx(K key, Collection<? extends V> elements) {
        return command(RPUSHX).key(key).values("elements", elements).reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> lposOf(K key, V element) {
        return command(LPOS).key(key).value("element", element);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
