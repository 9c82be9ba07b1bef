package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.AggregatePage;
import io.sorrel.redis.command.reply.AggregateResult;
import io.sorrel.redis.command.reply.AggregateRow;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rows that FT.AGGREGATE and FT.HYBRID have made. */
final class AggregateReplies<V> {
    private static final String FIELDS = "extra_attributes";

    private final ReplyDecoder<V> value;
    private final QueryReply<AggregateRow<V>, AggregateResult<V>> rows;

    AggregateReplies(RedisCodec<?, V> codec) {
        this.value = ReplyDecoders.textValue(codec.values());
        this.rows = new QueryReply<>(this::flat, this::row, AggregateResult::new);
    }

    QueryReply<AggregateRow<V>, AggregateResult<V>> rows() {
        return rows;
    }

    /** Rows under their names in both protocols. */
    AggregateResult<V> hybrid(ReplyReader reply) throws IOException {
        return rows.named(reply);
    }

    /** Rows and the number of a cursor. */
    AggregatePage<V> page(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size < 2) {
            throw new UnexpectedReplyException("expected rows and a cursor, but the server sent " + size + " values");
        }
        AggregateResult<V> result = rows.decode(reply);
        long cursor = reply.readLong();
        for (int i = 2; i < size; i++) {
            reply.skip();
        }
        return new AggregatePage<>(result, cursor);
    }

    private List<AggregateRow<V>> flat(ReplyReader reply, int count) throws IOException {
        List<AggregateRow<V>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(row(reply));
        }
        return all;
    }

    /** Fields and their values, in maps of RESP3 under a name; what else stands there belongs to no field. */
    private AggregateRow<V> row(ReplyReader reply) throws IOException {
        Map<String, List<V>> fields = new LinkedHashMap<>();
        boolean nested = false;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            if (name.equals(FIELDS) && reply.isMap()) {
                nested = true;
                fields.clear();
                int count = reply.readMapHeader();
                for (int j = 0; j < count; j++) {
                    fields.put(reply.readString(), valuesOf(reply));
                }
            } else if (nested) {
                reply.skip();
            } else {
                fields.put(name, valuesOf(reply));
            }
        }
        return new AggregateRow<>(fields);
    }

    private List<V> valuesOf(ReplyReader reply) throws IOException {
        if (reply.readNull()) {
            return List.of();
        }
        List<V> present = new ArrayList<>();
        boolean several = reply.isArray();
        int size = several ? reply.readArrayHeader() : 1;
        for (int i = 0; i < size; i++) {
            if (!reply.readNull()) {
                present.add(value.decode(reply));
            }
        }
        return present;
    }
}
