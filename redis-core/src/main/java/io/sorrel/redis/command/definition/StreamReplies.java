package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ContentMap;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.reply.ClaimedPage;
import io.sorrel.redis.command.reply.PendingEntry;
import io.sorrel.redis.command.reply.PendingSummary;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads entries of streams, their IDs, and which of them are pending. */
final class StreamReplies {
    static final ReplyDecoder<@Nullable StreamId> NULLABLE_ID = ReplyDecoders.nullable(StreamReplies::id);
    static final ReplyDecoder<List<StreamId>> IDS = ReplyDecoders.list(StreamReplies::id);

    private StreamReplies() {}

    static StreamId id(ReplyReader reply) throws IOException {
        String text = reply.readString();
        try {
            return StreamId.of(text);
        } catch (IllegalArgumentException e) {
            throw new UnexpectedReplyException("expected an ID of a stream, but the server sent another text", e);
        }
    }

    /** An ID, and fields with values; those are null for a pending entry that was deleted. */
    static <K, V> ReplyDecoder<StreamEntry<K, V>> entry(RedisCodec<K, V> codec) {
        ReplyDecoder<List<Map.Entry<K, V>>> pairs =
                ReplyDecoders.pairs(ReplyDecoders.value(codec.keys()), ReplyDecoders.value(codec.values()));
        return reply -> {
            FixedArray.open(reply, 2);
            return new StreamEntry<>(id(reply), pairs.decode(reply));
        };
    }

    /** Elements without those that are null: before Redis 7.0, claimed entries that were deleted. */
    static <T> ReplyDecoder<List<T>> present(ReplyDecoder<T> element) {
        return reply -> {
            int size = reply.readArrayHeader();
            List<T> present = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                if (!reply.readNull()) {
                    present.add(element.decode(reply));
                }
            }
            return present;
        };
    }

    /** What each stream has, by key: RESP2 sends arrays of two, RESP3 a map. None for null. */
    static <K, T> ReplyDecoder<Map<K, T>> byKey(ReplyDecoder<K> key, ReplyDecoder<T> value) {
        return reply -> {
            boolean nested = !reply.isMap();
            int size = nested ? reply.readArrayHeader() : reply.readMapHeader();
            Map<K, T> streams = new ContentMap<>();
            for (int i = 0; i < size; i++) {
                if (nested) {
                    FixedArray.open(reply, 2);
                }
                streams.put(key.decode(reply), value.decode(reply));
            }
            return streams;
        };
    }

    /** A list that has one element. */
    static <T> ReplyDecoder<T> only(ReplyDecoder<T> element) {
        return reply -> {
            FixedArray.open(reply, 1);
            return element.decode(reply);
        };
    }

    static PendingSummary pendingSummary(ReplyReader reply) throws IOException {
        FixedArray.open(reply, 4);
        long count = reply.readLong();
        StreamId first = NULLABLE_ID.decode(reply);
        StreamId last = NULLABLE_ID.decode(reply);
        Map<String, Long> consumers = new LinkedHashMap<>();
        int size = reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            FixedArray.open(reply, 2);
            consumers.put(reply.readString(), reply.readLong());
        }
        return new PendingSummary(count, first, last, consumers);
    }

    static PendingEntry pendingEntry(ReplyReader reply) throws IOException {
        FixedArray.open(reply, 4);
        return new PendingEntry(id(reply), reply.readString(), Duration.ofMillis(reply.readLong()), reply.readLong());
    }

    /** Where to go on, what was claimed, and since Redis 7.0 what was found deleted. */
    static <T> ReplyDecoder<ClaimedPage<T>> claimedPage(ReplyDecoder<List<T>> claimed) {
        return reply -> {
            int size = reply.readArrayHeader();
            if (size != 2) {
                FixedArray.expect(3, size);
            }
            StreamId next = id(reply);
            List<T> present = claimed.decode(reply);
            return new ClaimedPage<>(next, present, size == 2 ? List.of() : IDS.decode(reply));
        };
    }
}
