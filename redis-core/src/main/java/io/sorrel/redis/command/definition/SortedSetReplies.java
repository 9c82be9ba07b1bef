package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.command.reply.RankWithScore;
import io.sorrel.redis.command.reply.ScoredMember;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the commands on sorted sets answer. */
@SuppressWarnings("NullAway") // Results may be null; compilers before JDK 22 do not tell NullAway.
final class SortedSetReplies {
    private SortedSetReplies() {}

    /** Members with scores: RESP2 sends them one after the other, RESP3 as arrays of two. None for null. */
    static <V> ReplyDecoder<List<ScoredMember<V>>> scored(ReplyDecoder<V> member) {
        return reply -> {
            int size = reply.readArrayHeader();
            List<ScoredMember<V>> members = new ArrayList<>();
            boolean nested = size > 0 && reply.isArray();
            int count = nested ? size : size / 2;
            for (int i = 0; i < count; i++) {
                if (nested) {
                    FixedArray.open(reply, 2);
                }
                members.add(new ScoredMember<>(member.decode(reply), reply.readDouble()));
            }
            return members;
        };
    }

    /** One member with its score, which come one after the other; null for none. */
    static <V> ReplyDecoder<@Nullable ScoredMember<V>> single(ReplyDecoder<V> member) {
        return reply -> {
            int size = reply.readArrayHeader();
            if (size <= 0) {
                return null;
            }
            FixedArray.expect(2, size);
            return new ScoredMember<>(member.decode(reply), reply.readDouble());
        };
    }

    /** A key and the member with its score that was in it; null for none. */
    static <K, V> ReplyDecoder<@Nullable PoppedElement<K, ScoredMember<V>>> popped(
            ReplyDecoder<K> key, ReplyDecoder<V> member) {
        return ReplyDecoders.nullable(reply -> {
            FixedArray.open(reply, 3);
            K from = key.decode(reply);
            return new PoppedElement<>(from, new ScoredMember<>(member.decode(reply), reply.readDouble()));
        });
    }

    /** A key and the members with scores that were in it; null for none. */
    static <K, V> ReplyDecoder<@Nullable PoppedElements<K, ScoredMember<V>>> poppedSeveral(
            ReplyDecoder<K> key, ReplyDecoder<V> member) {
        ReplyDecoder<List<ScoredMember<V>>> members = scored(member);
        return ReplyDecoders.nullable(reply -> {
            FixedArray.open(reply, 2);
            return new PoppedElements<>(key.decode(reply), members.decode(reply));
        });
    }

    static RankWithScore rankWithScore(ReplyReader reply) throws IOException {
        FixedArray.open(reply, 2);
        return new RankWithScore(reply.readLong(), reply.readDouble());
    }
}
