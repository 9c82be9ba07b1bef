package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.SearchArgs;
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
            documents.add(new SearchDocument<>(
                    key.decode(reply),
                    scored ? (Double) reply.readDouble() : null,
                    paid ? payload.decode(reply) : null,
                    sorted ? TEXT.decode(reply) : null,
                    filled ? fields.decode(reply) : Map.of()));
        }
        return documents;
    }

    private SearchDocument<K, V> document(ReplyReader reply) throws IOException {
        K id = null;
        Double score = null;
        V content = null;
        String sortKey = null;
        Map<String, V> attributes = Map.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "id" -> id = key.decode(reply);
                case "score" -> score = reply.readDouble();
                case "payload" -> content = payload.decode(reply);
                case "sortkey" -> sortKey = TEXT.decode(reply);
                case "extra_attributes" -> attributes = fields.decode(reply);
                default -> reply.skip();
            }
        }
        if (id == null) {
            throw new UnexpectedReplyException("expected a document, but the server sent none of its key");
        }
        return new SearchDocument<>(id, score, content, sortKey, attributes);
    }
}
