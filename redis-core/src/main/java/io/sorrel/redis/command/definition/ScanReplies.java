package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the commands that scan have in common. */
final class ScanReplies {
    private ScanReplies() {}

    /** Adds the cursor of the next page; that of a finished scan is refused, as it would start again. */
    static <K, V> CommandBuilder<K, V> cursor(CommandBuilder<K, V> command, ScanCursor cursor) {
        if (CommandBuilder.notNull("cursor", cursor).isFinished()) {
            throw new IllegalArgumentException(
                    "cursor must not be that of a finished scan; start with ScanCursor.START");
        }
        return command.word(cursor.toString());
    }

    /** A page of single elements. */
    static <T> ReplyDecoder<ScanPage<T>> page(ReplyDecoder<T> element) {
        return reply -> {
            ScanCursor cursor = cursor(reply);
            int size = reply.readArrayHeader();
            List<T> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(element.decode(reply));
            }
            return new ScanPage<>(cursor, elements);
        };
    }

    /** A page of pairs, which come one after the other in one list. */
    static <A, B> ReplyDecoder<ScanPage<Map.Entry<A, B>>> pairs(ReplyDecoder<A> first, ReplyDecoder<B> second) {
        return reply -> {
            ScanCursor cursor = cursor(reply);
            int size = reply.readMapHeader();
            List<Map.Entry<A, B>> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(new SimpleImmutableEntry<>(first.decode(reply), second.decode(reply)));
            }
            return new ScanPage<>(cursor, elements);
        };
    }

    /** A page whose elements are read together. */
    static <T> ReplyDecoder<ScanPage<T>> pageOf(ReplyDecoder<List<T>> elements) {
        return reply -> {
            ScanCursor cursor = cursor(reply);
            return new ScanPage<>(cursor, elements.decode(reply));
        };
    }

    private static ScanCursor cursor(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size != 2) {
            throw new UnexpectedReplyException("expected a cursor and a page, but the server sent " + size + " values");
        }
        String text = reply.readString();
        try {
            return ScanCursor.of(text);
        } catch (IllegalArgumentException e) {
            throw new UnexpectedReplyException("expected a cursor, but the server sent another text", e);
        }
    }
}
