package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.SearchArgs;
import io.sorrel.redis.command.reply.ScoreExplanation;
import io.sorrel.redis.command.reply.SearchDocument;
import io.sorrel.redis.command.reply.SearchResult;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads documents that FT.SEARCH has found. */
final class SearchReplies<K, V> {
    private static final ReplyDecoder<@Nullable String> TEXT = ReplyDecoders.nullable(ReplyDecoders.string());

    private final ReplyDecoder<K> key;
    private final ReplyDecoder<@Nullable V> payload;
    private final ReplyDecoder<Map<String, V>> fields;

    SearchReplies(RedisCodec<K, V> codec) {
        ReplyDecoder<V> value = ReplyDecoders.textValue(codec.values());
        this.key = ReplyDecoders.value(codec.keys());
        this.payload = ReplyDecoders.nullable(value);
        this.fields = ReplyDecoders.map(ReplyDecoders.string(), value);
    }

    /** How well a document fits: a number, or that and what it was calculated from. */
    private record Score(@Nullable Double value, @Nullable ScoreExplanation explanation) {
        static final Score NONE = new Score(null, null);

        static Score read(ReplyReader reply) throws IOException {
            if (!reply.isArray()) {
                return new Score(reply.readDouble(), null);
            }
            expectTwo(reply.readArrayHeader());
            return new Score(reply.readDouble(), explanation(reply));
        }

        /** A text, or that and the explanations of its parts. */
        private static ScoreExplanation explanation(ReplyReader reply) throws IOException {
            if (!reply.isArray()) {
                return new ScoreExplanation(reply.readString(), List.of());
            }
            expectTwo(reply.readArrayHeader());
            String text = reply.readString();
            List<ScoreExplanation> parts = new ArrayList<>();
            int size = reply.readArrayHeader();
            for (int i = 0; i < size; i++) {
                parts.add(explanation(reply));
            }
            return new ScoreExplanation(text, parts);
        }

        private static void expectTwo(int values) {
            if (values != 2) {
                throw new UnexpectedReplyException(
                        "expected 2 values in the explanation of a score, but the server sent " + values);
            }
        }
    }

    /** What RESP2 has of a document depends on the options. */
    QueryReply<SearchDocument<K, V>, SearchResult<K, V>> result(SearchArgs args) {
        return new QueryReply<>((reply, values) -> flat(reply, values, args), this::document, SearchResult::new);
    }

    private List<SearchDocument<K, V>> flat(ReplyReader reply, int values, SearchArgs args) throws IOException {
        boolean scored = args.isWithScores();
        boolean paid = args.isWithPayloads();
        boolean sorted = args.isWithSortKeys();
        boolean filled = args.isWithContent();
        int each = 1 + (scored ? 1 : 0) + (paid ? 1 : 0) + (sorted ? 1 : 0) + (filled ? 1 : 0);
        if (values % each != 0) {
            throw new UnexpectedReplyException(
                    "expected " + each + " values for each document, but the server sent " + values);
        }
        List<SearchDocument<K, V>> documents = new ArrayList<>();
        for (int i = 0; i < values; i += each) {
            K id = key.decode(reply);
            Score score = scored ? Score.read(reply) : Score.NONE;
            documents.add(new SearchDocument<>(
                    id,
                    score.value(),
                    score.explanation(),
                    paid ? payload.decode(reply) : null,
                    sorted ? TEXT.decode(reply) : null,
                    filled ? fields.decode(reply) : Map.of()));
        }
        return documents;
    }

    @SuppressWarnings("NullAway") // The codec may decode the key to null.
    private SearchDocument<K, V> document(ReplyReader reply) throws IOException {
        boolean identified = false;
        K id = null;
        Score score = Score.NONE;
        V content = null;
        String sortKey = null;
        Map<String, V> attributes = Map.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "id" -> {
                    id = key.decode(reply);
                    identified = true;
                }
                case "score" -> score = Score.read(reply);
                case "payload" -> content = payload.decode(reply);
                case "sortkey" -> sortKey = TEXT.decode(reply);
                case "extra_attributes" -> attributes = fields.decode(reply);
                default -> reply.skip();
            }
        }
        if (!identified) {
            throw new UnexpectedReplyException("expected a document, but the server sent none of its key");
        }
        return new SearchDocument<>(id, score.value(), score.explanation(), content, sortKey, attributes);
    }
}
