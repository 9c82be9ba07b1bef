package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ListEnd;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that take elements out of lists and wait while there are none. Each has a connection of its own while it
 * waits, and the client waits for the reply as long as the call says and then for its usual timeout. A key that holds
 * another type than a list fails with a {@code WrongTypeException}.
 *
 * <p>An element that the server has popped is lost if the connection breaks before the reply has come, or if the caller
 * ends before it has used it. Where that must not be, move elements with BLMOVE to a list of those in work, and delete
 * them from there with LREM when the work is done; or use streams, whose groups keep track of what was confirmed.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "BlockingList", accessor = "blockingLists")
public final class BlockingListDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec BLMOVE =
            SPECS.add(CommandSpec.write("BLMOVE", "6.2.0").keys(1, 2, 1).blocking());
    private static final CommandSpec BLMPOP =
            SPECS.add(CommandSpec.write("BLMPOP", "7.0.0").movableKeys().blocking());
    private static final CommandSpec BLPOP =
            SPECS.add(CommandSpec.write("BLPOP", "2.0.0").keys(1, -2, 1).blocking());
    private static final CommandSpec BRPOP =
            SPECS.add(CommandSpec.write("BRPOP", "2.0.0").keys(1, -2, 1).blocking());
    private static final CommandSpec BRPOPLPUSH =
            SPECS.add(CommandSpec.write("BRPOPLPUSH", "2.2.0").keys(1, 2, 1).blocking());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable V> nullableElement;
    private final ReplyDecoder<@Nullable PoppedElement<K, V>> popped;
    private final ReplyDecoder<@Nullable PoppedElements<K, V>> poppedSeveral;

    BlockingListDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<K> key = ReplyDecoders.value(codec.keys());
        ReplyDecoder<V> element = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.nullableElement = ReplyDecoders.nullable(element);
        this.popped = ListReplies.element(key, element);
        this.poppedSeveral = ListReplies.elements(key, element);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Moves an element from one end of a list to one end of another, or of the same, as soon as there is one. The
     * element is always in one of the lists: if the reply is lost, it is found in the destination. Complexity: O(1).
     * Redis command BLMOVE, since 6.2.0.
     *
     * @param source key of the list that it is taken from
     * @param destination key of the list that it is added to
     * @param from end of the source
     * @param to end of the destination
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @return the element; null when the time is up
     */
    public Command<@Nullable V> blmove(K source, K destination, ListEnd from, ListEnd to, Duration timeout) {
        return command(BLMOVE)
                .key("source", source)
                .key("destination", destination)
                .args("from", from)
                .args("to", to)
                .blockSeconds("timeout", timeout)
                .reply(nullableElement);
    }

    /**
     * Takes an element out of the first of several lists that has one, as soon as one has. The element is lost if the
     * reply is; BLMOVE is safer. Complexity: O(N) in the number of keys. Redis command BLMPOP, since 7.0.0.
     *
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @param end end of the list from which it is taken
     * @param keys keys of the lists, at least one
     * @return the element and the key of its list; null when the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, V>> blmpop(Duration timeout, ListEnd end, K... keys) {
        return blmpopOf(timeout, end, keys).reply(poppedSeveral);
    }

    /**
     * Takes elements out of the first of several lists that has any, as soon as one has. The elements are lost if the
     * reply is; BLMOVE is safer. Complexity: O(N+M) in the number of keys and of elements taken. Redis command BLMPOP
     * with COUNT, since 7.0.0.
     *
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @param end end of the list from which they are taken
     * @param count how many elements at most, at least 1; fewer do not make it wait
     * @param keys keys of the lists, at least one
     * @return the elements and the key of their list; null when the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElements<K, V>> blmpop(Duration timeout, ListEnd end, long count, K... keys) {
        return blmpopOf(timeout, end, keys)
                .word("COUNT")
                .number(positive("count", count))
                .reply(poppedSeveral);
    }

    /**
     * Takes the first element out of the first of several lists that has one, as soon as one has. The element is lost
     * if the reply is; BLMOVE is safer. Complexity: O(N) in the number of keys. Redis command BLPOP, since 2.0.0.
     *
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @param keys keys of the lists, at least one
     * @return the element and the key of its list; null when the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElement<K, V>> blpop(Duration timeout, K... keys) {
        return command(BLPOP)
                .keys("keys", keys)
                .blockSeconds("timeout", timeout)
                .reply(popped);
    }

    /**
     * Takes the last element out of the first of several lists that has one, as soon as one has. The element is lost if
     * the reply is; BLMOVE is safer. Complexity: O(N) in the number of keys. Redis command BRPOP, since 2.0.0.
     *
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @param keys keys of the lists, at least one
     * @return the element and the key of its list; null when the time is up
     */
    @SafeVarargs
    public final Command<@Nullable PoppedElement<K, V>> brpop(Duration timeout, K... keys) {
        return command(BRPOP)
                .keys("keys", keys)
                .blockSeconds("timeout", timeout)
                .reply(popped);
    }

    /**
     * Moves the last element of a list to the head of another, or of the same, as soon as there is one. Complexity:
     * O(1). Redis command BRPOPLPUSH, since 2.2.0.
     *
     * @param source key of the list that it is taken from
     * @param destination key of the list that it is added to
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @return the element; null when the time is up
     * @deprecated by Redis since 6.2.0; use {@link #blmove(Object, Object, ListEnd, ListEnd, Duration)}
     */
    @Deprecated
    public Command<@Nullable V> brpoplpush(K source, K destination, Duration timeout) {
        return command(BRPOPLPUSH)
                .key("source", source)
                .key("destination", destination)
                .blockSeconds("timeout", timeout)
                .reply(nullableElement);
    }

    private CommandBuilder<K, V> blmpopOf(Duration timeout, ListEnd end, K[] keys) {
        return command(BLMPOP)
                .blockSeconds("timeout", timeout)
                .countedKeys("keys", keys)
                .args("end", end);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
