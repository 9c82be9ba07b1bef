package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was taken out of one of several lists; null where all are empty. */
final class ListReplies {
    private ListReplies() {}

    /** A key and an element, as BLPOP answers. */
    static <K, V> ReplyDecoder<@Nullable PoppedElement<K, V>> element(ReplyDecoder<K> key, ReplyDecoder<V> element) {
        return ReplyDecoders.nullable(reply -> {
            openPair(reply);
            return new PoppedElement<>(key.decode(reply), element.decode(reply));
        });
    }

    /** A key and a list of elements, as LMPOP answers. */
    static <K, V> ReplyDecoder<@Nullable PoppedElements<K, V>> elements(ReplyDecoder<K> key, ReplyDecoder<V> element) {
        ReplyDecoder<List<V>> elements = ReplyDecoders.list(element);
        return ReplyDecoders.nullable(reply -> {
            openPair(reply);
            return new PoppedElements<>(key.decode(reply), elements.decode(reply));
        });
    }

    private static void openPair(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size != 2) {
            throw new UnexpectedReplyException(
                    "expected a key and what was popped, but the server sent " + size + " values");
        }
    }
}
