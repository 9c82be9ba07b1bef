package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.RawVector;
import io.sorrel.redis.command.reply.SimilarElement;
import io.sorrel.redis.command.reply.VectorSetInfo;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the commands on vector sets answer; fields that are not known are skipped. */
final class VectorReplies {
    private static final ReplyDecoder<@Nullable String> ATTRIBUTES = ReplyDecoders.nullable(ReplyDecoders.string());

    private VectorReplies() {}

    static float[] vector(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(reply.readDouble());
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    static RawVector rawVector(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size < 3) {
            throw new UnexpectedReplyException("expected a stored vector, but the server sent " + size + " values");
        }
        String quantization = reply.readString();
        byte[] data = reply.readBytes();
        double norm = reply.readDouble();
        @Nullable Double range = size > 3 ? reply.readDouble() : null;
        for (int i = 4; i < size; i++) {
            reply.skip();
        }
        return new RawVector(quantization, data, norm, range);
    }

    static VectorSetInfo info(ReplyReader reply) throws IOException {
        String quantization = "";
        long dimensions = -1;
        long inputDimensions = -1;
        long elements = -1;
        long links = -1;
        long maxLevel = -1;
        long attributes = -1;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "quant-type" -> quantization = reply.readString();
                case "vector-dim" -> dimensions = reply.readLong();
                case "projection-input-dim" -> inputDimensions = reply.readLong();
                case "size" -> elements = reply.readLong();
                case "hnsw-m" -> links = reply.readLong();
                case "max-level" -> maxLevel = reply.readLong();
                case "attributes-count" -> attributes = reply.readLong();
                default -> reply.skip();
            }
        }
        return new VectorSetInfo(quantization, dimensions, inputDimensions, elements, links, maxLevel, attributes);
    }

    /** Elements and their scores, a map in RESP3. */
    static <V> ReplyDecoder<List<SimilarElement<V>>> scored(ReplyDecoder<V> element) {
        return reply -> {
            int size = reply.readMapHeader();
            List<SimilarElement<V>> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(new SimilarElement<>(element.decode(reply), reply.readDouble(), null));
            }
            return elements;
        };
    }

    /** Elements, their scores and attributes: three values after each other in RESP2, a map to both in RESP3. */
    static <V> ReplyDecoder<List<SimilarElement<V>>> described(ReplyDecoder<V> element) {
        return reply -> {
            boolean nested = reply.isMap();
            int size = nested ? reply.readMapHeader() : triples(reply.readArrayHeader());
            List<SimilarElement<V>> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                V next = element.decode(reply);
                if (nested) {
                    reply.readArrayHeader();
                }
                elements.add(new SimilarElement<>(next, reply.readDouble(), ATTRIBUTES.decode(reply)));
            }
            return elements;
        };
    }

    private static int triples(int size) {
        if (size > 0 && size % 3 != 0) {
            throw new UnexpectedReplyException(
                    "expected elements, scores and attributes, but the server sent " + size + " values");
        }
        return size / 3;
    }
}
