package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.float32;
import static io.sorrel.redis.command.Arguments.positive;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.LexRange;
import io.sorrel.redis.command.args.VAddArgs;
import io.sorrel.redis.command.reply.RawVector;
import io.sorrel.redis.command.reply.SimilarElement;
import io.sorrel.redis.command.reply.VectorSetInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on vector sets: elements with a vector each, all of the same number of dimensions, and attributes as JSON
 * text. Vectors are sent as 32-bit floating-point numbers; the server normalises and, unless told otherwise, shortens
 * them, so that what comes back is near what was given. A key that holds another type fails with a
 * {@code WrongTypeException}. Valkey has no vector sets.
 *
 * @param <K> type of the keys
 * @param <V> type of the elements
 */
@CommandGroup(value = "VectorSet", accessor = "vectorSets")
public final class VectorSetDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec VADD =
            SPECS.add(CommandSpec.write("VADD", "8.0.0").key());
    private static final CommandSpec VCARD =
            SPECS.add(CommandSpec.read("VCARD", "8.0.0").key());
    private static final CommandSpec VDIM =
            SPECS.add(CommandSpec.read("VDIM", "8.0.0").key());
    private static final CommandSpec VEMB =
            SPECS.add(CommandSpec.read("VEMB", "8.0.0").key());
    private static final CommandSpec VGETATTR =
            SPECS.add(CommandSpec.read("VGETATTR", "8.0.0").key());
    private static final CommandSpec VINFO =
            SPECS.add(CommandSpec.read("VINFO", "8.0.0").key());
    private static final CommandSpec VISMEMBER =
            SPECS.add(CommandSpec.read("VISMEMBER", "8.0.0").key());
    private static final CommandSpec VLINKS =
            SPECS.add(CommandSpec.read("VLINKS", "8.0.0").key());
    private static final CommandSpec VRANDMEMBER =
            SPECS.add(CommandSpec.read("VRANDMEMBER", "8.0.0").key());
    private static final CommandSpec VRANGE =
            SPECS.add(CommandSpec.read("VRANGE", "8.4.0").key());
    private static final CommandSpec VREM =
            SPECS.add(CommandSpec.write("VREM", "8.0.0").key());
    private static final CommandSpec VSETATTR =
            SPECS.add(CommandSpec.write("VSETATTR", "8.0.0").key().idempotent());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<@Nullable V> nullableElement;
    private final ReplyDecoder<List<V>> elements;
    private final ReplyDecoder<List<List<V>>> layers;
    private final ReplyDecoder<List<List<SimilarElement<V>>>> scoredLayers;

    VectorSetDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> element = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.nullableElement = ReplyDecoders.nullable(element);
        this.elements = ReplyDecoders.list(element);
        this.layers = ReplyDecoders.list(elements);
        this.scoredLayers = ReplyDecoders.list(VectorReplies.scored(element));
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds an element, or gives it another vector. Complexity: O(log(N)) in the number of elements. Redis command VADD,
     * since 8.0.0.
     *
     * @param key key of the vector set
     * @param vector the vector: finite numbers, as many as the other vectors of the set have
     * @param element the element
     * @return whether it is new
     */
    public Command<Boolean> vadd(K key, float[] vector, V element) {
        return vadd(key, vector, element, VAddArgs.defaults());
    }

    /**
     * Adds an element, or gives it another vector. Complexity: O(log(N)) in the number of elements. Redis command VADD,
     * since 8.0.0.
     *
     * @param key key of the vector set
     * @param vector the vector: finite numbers, as many as the other vectors of the set have
     * @param element the element
     * @param args how the vector is stored and linked, and attributes
     * @return whether it is new
     */
    public Command<Boolean> vadd(K key, float[] vector, V element, VAddArgs args) {
        CommandBuilder<K, V> command = command(VADD).key(key);
        long dimensions = CommandBuilder.notNull("args", args).reducedDimensions();
        if (dimensions > 0) {
            command.word("REDUCE").number(dimensions);
        }
        return command.word("FP32")
                .bytes("vector", float32("vector", vector))
                .value("element", element)
                .args("args", args)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Counts the elements. Complexity: O(1). Redis command VCARD, since 8.0.0.
     *
     * @param key key of the vector set
     * @return how many there are; 0 if the key does not exist
     */
    public Command<Long> vcard(K key) {
        return command(VCARD).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Counts the dimensions of the vectors as they are stored. Complexity: O(1). Redis command VDIM, since 8.0.0. A key
     * that does not exist fails with a {@code RedisServerException}.
     *
     * @param key key of the vector set
     * @return how many numbers a vector has
     */
    public Command<Long> vdim(K key) {
        return command(VDIM).key(key).reply(ReplyDecoders.integer());
    }

    /**
     * Reads the vector of an element, about as it was given. Complexity: O(1). Redis command VEMB, since 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return its vector, reduced if the set reduces vectors; null if there is no such element
     */
    public Command<float @Nullable []> vemb(K key, V element) {
        return command(VEMB)
                .key(key)
                .value("element", element)
                .<float @Nullable []>reply(ReplyDecoders.nullable(VectorReplies::vector));
    }

    /**
     * Reads the vector of an element as it is stored. Complexity: O(1). Redis command VEMB with RAW, since 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return its stored vector; null if there is no such element
     */
    public Command<@Nullable RawVector> vembRaw(K key, V element) {
        return command(VEMB)
                .key(key)
                .value("element", element)
                .word("RAW")
                .<@Nullable RawVector>reply(ReplyDecoders.nullable(VectorReplies::rawVector));
    }

    /**
     * Reads the attributes of an element. Complexity: O(1). Redis command VGETATTR, since 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return text of a JSON object; null if the element has no attributes, or does not exist
     */
    public Command<@Nullable String> vgetAttr(K key, V element) {
        return command(VGETATTR)
                .key(key)
                .value("element", element)
                .<@Nullable String>reply(ReplyDecoders.nullable(ReplyDecoders.string()));
    }

    /**
     * Tells how a vector set is built. Complexity: O(1). Redis command VINFO, since 8.0.0.
     *
     * @param key key of the vector set
     * @return what the server says of it; null if the key does not exist
     */
    public Command<@Nullable VectorSetInfo> vinfo(K key) {
        return command(VINFO).key(key).<@Nullable VectorSetInfo>reply(ReplyDecoders.nullable(VectorReplies::info));
    }

    /**
     * Tells whether a vector set has an element. Complexity: O(1). Redis command VISMEMBER, since 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return whether there is such an element
     */
    public Command<Boolean> vismember(K key, V element) {
        return command(VISMEMBER).key(key).value("element", element).reply(ReplyDecoders.bool());
    }

    /**
     * Lists the elements that an element is linked with, layer by layer. Complexity: O(1). Redis command VLINKS, since
     * 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return its neighbours on each layer, the highest layer first; empty if there is no such element
     */
    public Command<List<List<V>>> vlinks(K key, V element) {
        return command(VLINKS).key(key).value("element", element).reply(layers);
    }

    /**
     * Lists the elements that an element is linked with, layer by layer, and how similar they are. Complexity: O(1).
     * Redis command VLINKS with WITHSCORES, since 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return its neighbours on each layer, the highest layer first, without attributes; empty if there is no such
     *     element
     */
    public Command<List<List<SimilarElement<V>>>> vlinksWithScores(K key, V element) {
        return command(VLINKS)
                .key(key)
                .value("element", element)
                .word("WITHSCORES")
                .reply(scoredLayers);
    }

    /**
     * Picks an element at random. Complexity: O(1). Redis command VRANDMEMBER, since 8.0.0.
     *
     * @param key key of the vector set
     * @return one of its elements; null if the key does not exist
     */
    public Command<@Nullable V> vrandMember(K key) {
        return command(VRANDMEMBER).key(key).reply(nullableElement);
    }

    /**
     * Picks different elements at random. Complexity: O(N) in the number of elements picked. Redis command VRANDMEMBER
     * with a positive count, since 8.0.0.
     *
     * @param key key of the vector set
     * @param count how many elements, at least 1
     * @return so many of its elements, or all if it has fewer; empty if the key does not exist
     */
    public Command<List<V>> vrandMember(K key, long count) {
        return command(VRANDMEMBER).key(key).number(positive("count", count)).reply(elements);
    }

    /**
     * Picks elements at random, the same perhaps more than once. Complexity: O(N) in the number of elements picked.
     * Redis command VRANDMEMBER with a negative count, since 8.0.0.
     *
     * @param key key of the vector set
     * @param count how many elements, at least 1
     * @return exactly so many of its elements; empty if the key does not exist
     */
    public Command<List<V>> vrandMemberRepeating(K key, long count) {
        return command(VRANDMEMBER).key(key).number(-positive("count", count)).reply(elements);
    }

    /**
     * Lists elements in the order of their bytes. To go through a set in parts, ask for all at first, and then for those
     * greater than the last of the part before; what is in the set all the time is found once. Complexity: O(M) in the
     * number of elements returned. Redis command VRANGE, since 8.4.0.
     *
     * @param key key of the vector set
     * @param range which elements
     * @param count how many elements at most, at least 1
     * @return the elements of the range, at most so many; empty if the key does not exist
     */
    public Command<List<V>> vrange(K key, LexRange<V> range, long count) {
        CommandBuilder<K, V> command = command(VRANGE).key(key);
        CommandBuilder.notNull("range", range).writeTo(command);
        return command.number(positive("count", count)).reply(elements);
    }

    /**
     * Removes an element; the key goes with its last element. Complexity: O(log(N)) in the number of elements. Redis
     * command VREM, since 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @return whether there was such an element
     */
    public Command<Boolean> vrem(K key, V element) {
        return command(VREM).key(key).value("element", element).reply(ReplyDecoders.bool());
    }

    /**
     * Sets the attributes of an element, by which a search can filter. Complexity: O(1). Redis command VSETATTR, since
     * 8.0.0.
     *
     * @param key key of the vector set
     * @param element the element
     * @param attributes text of a JSON object, not checked by the server; an empty text removes the attributes
     * @return whether there is such an element
     */
    public Command<Boolean> vsetAttr(K key, V element, String attributes) {
        return command(VSETATTR)
                .key(key)
                .value("element", element)
                .text("attributes", attributes)
                .reply(ReplyDecoders.bool());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
