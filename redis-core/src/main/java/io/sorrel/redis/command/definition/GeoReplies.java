package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.GeoDetail;
import io.sorrel.redis.command.reply.GeoMatch;
import io.sorrel.redis.command.reply.GeoPosition;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads what the commands on positions answer. */
final class GeoReplies {
    private GeoReplies() {}

    static GeoPosition position(ReplyReader reply) throws IOException {
        FixedArray.open(reply, 2);
        return new GeoPosition(reply.readDouble(), reply.readDouble());
    }

    /** Adds the details, each once and at least one, and reads members with them. */
    static <K, V> Command<List<GeoMatch<V>>> detailed(
            CommandBuilder<K, V> command, RedisCodec<K, V> codec, GeoDetail[] details) {
        Set<GeoDetail> wanted = EnumSet.noneOf(GeoDetail.class);
        for (GeoDetail detail : CommandBuilder.notEmpty("details", details)) {
            wanted.add(CommandBuilder.notNull("a detail of details", detail));
        }
        wanted.forEach(detail -> detail.writeTo(command));
        return command.reply(ReplyDecoders.list(match(ReplyDecoders.value(codec.values()), wanted)));
    }

    /** A member and then the details, which have one order whatever that of the options. */
    private static <V> ReplyDecoder<GeoMatch<V>> match(ReplyDecoder<V> member, Set<GeoDetail> details) {
        return reply -> {
            FixedArray.open(reply, 1 + details.size());
            return new GeoMatch<>(
                    member.decode(reply),
                    details.contains(GeoDetail.DISTANCE) ? reply.readDouble() : null,
                    details.contains(GeoDetail.HASH) ? reply.readLong() : null,
                    details.contains(GeoDetail.POSITION) ? position(reply) : null);
        };
    }
}
