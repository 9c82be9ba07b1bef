package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.reply.StreamConsumerInfo;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.command.reply.StreamFullInfo;
import io.sorrel.redis.command.reply.StreamGroupInfo;
import io.sorrel.redis.command.reply.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what XINFO answers; fields that are not known are skipped. */
final class StreamInfoReplies {
    private static final ReplyDecoder<@Nullable Long> NULLABLE_NUMBER = ReplyDecoders.nullable(ReplyDecoders.integer());
    private static final ReplyDecoder<List<StreamFullInfo.Group>> GROUPS =
            ReplyDecoders.list(StreamInfoReplies::fullGroup);
    private static final ReplyDecoder<List<StreamFullInfo.Consumer>> CONSUMERS =
            ReplyDecoders.list(StreamInfoReplies::fullConsumer);
    private static final ReplyDecoder<List<StreamFullInfo.Delivery>> DELIVERIES =
            ReplyDecoders.list(StreamInfoReplies::delivery);

    private StreamInfoReplies() {}

    static <K, V> ReplyDecoder<StreamInfo<K, V>> stream(ReplyDecoder<StreamEntry<K, V>> entry) {
        ReplyDecoder<@Nullable StreamEntry<K, V>> nullableEntry = ReplyDecoders.nullable(entry);
        return reply -> {
            Statistics statistics = new Statistics();
            long groups = 0;
            @Nullable StreamEntry<K, V> first = null;
            @Nullable StreamEntry<K, V> last = null;
            int size = reply.readMapHeader();
            for (int i = 0; i < size; i++) {
                String field = reply.readString();
                switch (field) {
                    case "groups" -> groups = reply.readLong();
                    case "first-entry" -> first = nullableEntry.decode(reply);
                    case "last-entry" -> last = nullableEntry.decode(reply);
                    default -> statistics.read(field, reply);
                }
            }
            return new StreamInfo<>(statistics.finished(), groups, first, last);
        };
    }

    static <K, V> ReplyDecoder<StreamFullInfo<K, V>> fullStream(ReplyDecoder<StreamEntry<K, V>> entry) {
        ReplyDecoder<List<StreamEntry<K, V>>> entryList = ReplyDecoders.list(entry);
        return reply -> {
            Statistics statistics = new Statistics();
            List<StreamEntry<K, V>> entries = List.of();
            List<StreamFullInfo.Group> groups = List.of();
            int size = reply.readMapHeader();
            for (int i = 0; i < size; i++) {
                String field = reply.readString();
                switch (field) {
                    case "entries" -> entries = entryList.decode(reply);
                    case "groups" -> groups = GROUPS.decode(reply);
                    default -> statistics.read(field, reply);
                }
            }
            return new StreamFullInfo<>(statistics.finished(), entries, groups);
        };
    }

    static StreamGroupInfo group(ReplyReader reply) throws IOException {
        String name = "";
        long consumers = 0;
        long pending = 0;
        StreamId lastDelivered = StreamId.MIN;
        @Nullable Long entriesRead = null;
        @Nullable Long lag = null;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "consumers" -> consumers = reply.readLong();
                case "pending" -> pending = reply.readLong();
                case "last-delivered-id" -> lastDelivered = StreamReplies.id(reply);
                case "entries-read" -> entriesRead = NULLABLE_NUMBER.decode(reply);
                case "lag" -> lag = NULLABLE_NUMBER.decode(reply);
                default -> reply.skip();
            }
        }
        return new StreamGroupInfo(name, consumers, pending, lastDelivered, entriesRead, lag);
    }

    static StreamConsumerInfo consumer(ReplyReader reply) throws IOException {
        String name = "";
        long pending = 0;
        long idle = 0;
        long inactive = -1;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "pending" -> pending = reply.readLong();
                case "idle" -> idle = reply.readLong();
                case "inactive" -> inactive = reply.readLong();
                default -> reply.skip();
            }
        }
        return new StreamConsumerInfo(
                name, pending, Duration.ofMillis(idle), inactive < 0 ? null : Duration.ofMillis(inactive));
    }

    private static StreamFullInfo.Group fullGroup(ReplyReader reply) throws IOException {
        String name = "";
        StreamId lastDelivered = StreamId.MIN;
        @Nullable Long entriesRead = null;
        @Nullable Long lag = null;
        long pendingCount = 0;
        List<StreamFullInfo.Delivery> pending = List.of();
        List<StreamFullInfo.Consumer> consumers = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "last-delivered-id" -> lastDelivered = StreamReplies.id(reply);
                case "entries-read" -> entriesRead = NULLABLE_NUMBER.decode(reply);
                case "lag" -> lag = NULLABLE_NUMBER.decode(reply);
                case "pel-count" -> pendingCount = reply.readLong();
                case "pending" -> pending = DELIVERIES.decode(reply);
                case "consumers" -> consumers = CONSUMERS.decode(reply);
                default -> reply.skip();
            }
        }
        return new StreamFullInfo.Group(name, lastDelivered, entriesRead, lag, pendingCount, pending, consumers);
    }

    private static StreamFullInfo.Consumer fullConsumer(ReplyReader reply) throws IOException {
        String name = "";
        long seen = 0;
        long active = -1;
        long pendingCount = 0;
        List<StreamFullInfo.Delivery> pending = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "seen-time" -> seen = reply.readLong();
                case "active-time" -> active = reply.readLong();
                case "pel-count" -> pendingCount = reply.readLong();
                case "pending" -> pending = deliveriesTo(name, reply);
                default -> reply.skip();
            }
        }
        return new StreamFullInfo.Consumer(
                name,
                Instant.ofEpochMilli(seen),
                active < 0 ? null : Instant.ofEpochMilli(active),
                pendingCount,
                pending);
    }

    private static StreamFullInfo.Delivery delivery(ReplyReader reply) throws IOException {
        FixedArray.open(reply, 4);
        return new StreamFullInfo.Delivery(
                StreamReplies.id(reply), reply.readString(), Instant.ofEpochMilli(reply.readLong()), reply.readLong());
    }

    /** Within a consumer, deliveries are without its name, which comes before them. */
    private static List<StreamFullInfo.Delivery> deliveriesTo(String consumer, ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        List<StreamFullInfo.Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            FixedArray.open(reply, 3);
            deliveries.add(new StreamFullInfo.Delivery(
                    StreamReplies.id(reply), consumer, Instant.ofEpochMilli(reply.readLong()), reply.readLong()));
        }
        return deliveries;
    }

    /** The numbers of a stream while they are read. */
    private static final class Statistics {
        private long length;
        private long treeKeys;
        private long treeNodes;
        private StreamId lastGeneratedId = StreamId.MIN;
        private @Nullable StreamId maxDeletedEntryId;
        private long entriesAdded = -1;
        private @Nullable StreamId recordedFirstEntryId;

        void read(String field, ReplyReader reply) throws IOException {
            switch (field) {
                case "length" -> length = reply.readLong();
                case "radix-tree-keys" -> treeKeys = reply.readLong();
                case "radix-tree-nodes" -> treeNodes = reply.readLong();
                case "last-generated-id" -> lastGeneratedId = StreamReplies.id(reply);
                case "max-deleted-entry-id" -> maxDeletedEntryId = StreamReplies.id(reply);
                case "entries-added" -> entriesAdded = reply.readLong();
                case "recorded-first-entry-id" -> recordedFirstEntryId = StreamReplies.id(reply);
                default -> reply.skip();
            }
        }

        StreamInfo.Statistics finished() {
            return new StreamInfo.Statistics(
                    length,
                    treeKeys,
                    treeNodes,
                    lastGeneratedId,
                    maxDeletedEntryId,
                    entriesAdded,
                    recordedFirstEntryId);
        }
    }
}
