package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.float32;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.VSimArgs;
import io.sorrel.redis.command.reply.SimilarElement;
import java.util.List;

/**
 * Searches in vector sets: the elements whose vectors point into nearly the same direction as another. A search looks
 * at a part of the elements and may miss some, unless it is told to look at all.
 *
 * @param <K> type of the keys
 * @param <V> type of the elements
 */
@CommandGroup(value = "VectorSimilarity", accessor = "vectorSimilarity")
public final class VectorSimilarityDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec VSIM =
            SPECS.add(CommandSpec.read("VSIM", "8.0.0").key());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<List<V>> elements;
    private final ReplyDecoder<List<SimilarElement<V>>> scored;
    private final ReplyDecoder<List<SimilarElement<V>>> described;

    VectorSimilarityDefinitions(RedisCodec<K, V> codec) {
        ReplyDecoder<V> element = ReplyDecoders.value(codec.values());
        this.codec = codec;
        this.elements = ReplyDecoders.list(element);
        this.scored = VectorReplies.scored(element);
        this.described = VectorReplies.described(element);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Finds the 10 elements that are most similar to a vector. Complexity: O(log(N)) in the number of elements. Redis
     * command VSIM, since 8.0.0.
     *
     * @param key key of the vector set
     * @param vector the vector: finite numbers, as many as those of the set had when they were given
     * @return the elements, the most similar first; empty if the key does not exist
     */
    public Command<List<V>> vsim(K key, float[] vector) {
        return vsim(key, vector, VSimArgs.defaults());
    }

    /**
     * Finds the elements that are most similar to a vector. Complexity: O(log(N)) in the number of elements, O(N) with
     * TRUTH. Redis command VSIM, since 8.0.0.
     *
     * @param key key of the vector set
     * @param vector the vector: finite numbers, as many as those of the set had when they were given
     * @param args how many, which, and how hard the server looks
     * @return the elements, the most similar first; empty if the key does not exist
     */
    public Command<List<V>> vsim(K key, float[] vector, VSimArgs args) {
        return toVector(key, vector).args("args", args).reply(elements);
    }

    /**
     * Finds the elements that are most similar to a vector, with their scores. Complexity: O(log(N)) in the number of
     * elements, O(N) with TRUTH. Redis command VSIM with WITHSCORES, since 8.0.0.
     *
     * @param key key of the vector set
     * @param vector the vector: finite numbers, as many as those of the set had when they were given
     * @param args how many, which, and how hard the server looks
     * @return the elements and scores, the most similar first, without attributes; empty if the key does not exist
     */
    public Command<List<SimilarElement<V>>> vsimWithScores(K key, float[] vector, VSimArgs args) {
        return toVector(key, vector).word("WITHSCORES").args("args", args).reply(scored);
    }

    /**
     * Finds the elements that are most similar to a vector, with their scores and attributes. Complexity: O(log(N)) in
     * the number of elements, O(N) with TRUTH. Redis command VSIM with WITHSCORES and WITHATTRIBS, since 8.2.0.
     *
     * @param key key of the vector set
     * @param vector the vector: finite numbers, as many as those of the set had when they were given
     * @param args how many, which, and how hard the server looks
     * @return the elements, scores and attributes, the most similar first; empty if the key does not exist
     */
    public Command<List<SimilarElement<V>>> vsimWithAttributes(K key, float[] vector, VSimArgs args) {
        return toVector(key, vector)
                .word("WITHSCORES")
                .word("WITHATTRIBS")
                .args("args", args)
                .reply(described);
    }

    /**
     * Finds the 10 elements that are most similar to one of the set, itself included. Complexity: O(log(N)) in the
     * number of elements. Redis command VSIM with ELE, since 8.0.0. An element that is not in the set fails with a
     * {@code RedisServerException}.
     *
     * @param key key of the vector set
     * @param element an element of the set
     * @return the elements, the most similar first; empty if the key does not exist
     */
    public Command<List<V>> vsimElement(K key, V element) {
        return vsimElement(key, element, VSimArgs.defaults());
    }

    /**
     * Finds the elements that are most similar to one of the set, itself included. Complexity: O(log(N)) in the number
     * of elements, O(N) with TRUTH. Redis command VSIM with ELE, since 8.0.0. An element that is not in the set fails
     * with a {@code RedisServerException}.
     *
     * @param key key of the vector set
     * @param element an element of the set
     * @param args how many, which, and how hard the server looks
     * @return the elements, the most similar first; empty if the key does not exist
     */
    public Command<List<V>> vsimElement(K key, V element, VSimArgs args) {
        return toElement(key, element).args("args", args).reply(elements);
    }

    /**
     * Finds the elements that are most similar to one of the set, itself included, with their scores. Complexity:
     * O(log(N)) in the number of elements, O(N) with TRUTH. Redis command VSIM with ELE and WITHSCORES, since 8.0.0. An
     * element that is not in the set fails with a {@code RedisServerException}.
     *
     * @param key key of the vector set
     * @param element an element of the set
     * @param args how many, which, and how hard the server looks
     * @return the elements and scores, the most similar first, without attributes; empty if the key does not exist
     */
    public Command<List<SimilarElement<V>>> vsimElementWithScores(K key, V element, VSimArgs args) {
        return toElement(key, element).word("WITHSCORES").args("args", args).reply(scored);
    }

    /**
     * Finds the elements that are most similar to one of the set, itself included, with their scores and attributes.
     * Complexity: O(log(N)) in the number of elements, O(N) with TRUTH. Redis command VSIM with ELE, WITHSCORES and
     * WITHATTRIBS, since 8.2.0. An element that is not in the set fails with a {@code RedisServerException}.
     *
     * @param key key of the vector set
     * @param element an element of the set
     * @param args how many, which, and how hard the server looks
     * @return the elements, scores and attributes, the most similar first; empty if the key does not exist
     */
    public Command<List<SimilarElement<V>>> vsimElementWithAttributes(K key, V element, VSimArgs args) {
        return toElement(key, element)
                .word("WITHSCORES")
                .word("WITHATTRIBS")
                .args("args", args)
                .reply(described);
    }

    private CommandBuilder<K, V> toVector(K key, float[] vector) {
        return command(VSIM).key(key).word("FP32").bytes("vector", float32("vector", vector));
    }

    private CommandBuilder<K, V> toElement(K key, V element) {
        return command(VSIM).key(key).word("ELE").value("element", element);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
