package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.TimeSeriesInfo;
import io.sorrel.redis.command.reply.TimeSeriesInfo.Chunk;
import io.sorrel.redis.command.reply.TimeSeriesInfo.Rule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the reply of TS.INFO; fields that are not known are skipped. */
final class TimeSeriesInfoReply<K> implements ReplyDecoder<TimeSeriesInfo<K>> {
    private static final ReplyDecoder<@Nullable String> TEXT = ReplyDecoders.nullable(ReplyDecoders.string());
    private static final ReplyDecoder<List<Chunk>> CHUNKS = ReplyDecoders.list(TimeSeriesInfoReply::chunk);

    private final ReplyDecoder<K> key;
    private final ReplyDecoder<@Nullable K> nullableKey;

    TimeSeriesInfoReply(ReplyDecoder<K> key) {
        this.key = key;
        this.nullableKey = ReplyDecoders.nullable(key);
    }

    @Override
    public TimeSeriesInfo<K> decode(ReplyReader reply) throws IOException {
        Fields<K> fields = new Fields<>();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "totalSamples" -> fields.samples = reply.readLong();
                case "memoryUsage" -> fields.memory = reply.readLong();
                case "firstTimestamp" -> fields.first = reply.readLong();
                case "lastTimestamp" -> fields.last = reply.readLong();
                case "retentionTime" -> fields.retention = reply.readLong();
                case "chunkCount" -> fields.chunks = reply.readLong();
                case "chunkSize" -> fields.chunkSize = reply.readLong();
                case "chunkType" -> fields.chunkType = TEXT.decode(reply);
                case "duplicatePolicy" -> fields.duplicatePolicy = TEXT.decode(reply);
                case "labels" -> fields.labels = TimeSeriesReplies.labels(reply);
                case "sourceKey" -> fields.source = nullableKey.decode(reply);
                case "rules" -> fields.rules = rules(reply);
                case "Chunks" -> fields.chunkDetails = CHUNKS.decode(reply);
                default -> reply.skip();
            }
        }
        return fields.info();
    }

    /** An array of rules, or a map from the destinations to what else is said of them. */
    private List<Rule<K>> rules(ReplyReader reply) throws IOException {
        boolean nested = reply.isMap();
        int size = nested ? reply.readMapHeader() : reply.readArrayHeader();
        List<Rule<K>> rules = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int parts = nested ? 0 : reply.readArrayHeader() - 1;
            K destination = key.decode(reply);
            parts = nested ? reply.readArrayHeader() : parts;
            Duration bucket = Duration.ofMillis(reply.readLong());
            String aggregator = reply.readString();
            Instant alignment = parts > 2 ? TimeSeriesReplies.moment(reply) : Instant.EPOCH;
            rules.add(new Rule<>(destination, bucket, aggregator, alignment));
        }
        return rules;
    }

    private static Chunk chunk(ReplyReader reply) throws IOException {
        InfoFields fields = InfoFields.read(reply);
        return new Chunk(
                Instant.ofEpochMilli(fields.number("startTimestamp")),
                Instant.ofEpochMilli(fields.number("endTimestamp")),
                fields.number("samples"),
                fields.number("size"),
                fields.real("bytesPerSample"));
    }

    /** What has been read so far. */
    private static final class Fields<K> {
        private long samples = -1;
        private long memory = -1;
        private long first;
        private long last;
        private long retention;
        private long chunks = -1;
        private long chunkSize = -1;
        private @Nullable String chunkType;
        private @Nullable String duplicatePolicy;
        private Map<String, @Nullable String> labels = Map.of();
        private @Nullable K source;
        private List<Rule<K>> rules = List.of();
        private List<Chunk> chunkDetails = List.of();

        private TimeSeriesInfo<K> info() {
            boolean empty = samples <= 0;
            return new TimeSeriesInfo<>(
                    samples,
                    memory,
                    empty ? null : Instant.ofEpochMilli(first),
                    empty ? null : Instant.ofEpochMilli(last),
                    Duration.ofMillis(retention),
                    chunks,
                    chunkSize,
                    chunkType,
                    duplicatePolicy,
                    labels,
                    source,
                    rules,
                    chunkDetails);
        }
    }
}
