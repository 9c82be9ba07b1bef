package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.StreamId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a stream with its groups and their consumers.
 *
 * @param statistics its numbers
 * @param entries its first entries, as many as were asked for
 * @param groups its groups of consumers
 * @param <K> type of the fields
 * @param <V> type of the values
 */
public record StreamFullInfo<K, V>(
        StreamInfo.Statistics statistics, List<StreamEntry<K, V>> entries, List<Group> groups) {
    /** Copies the lists. */
    public StreamFullInfo {
        entries = List.copyOf(entries);
        groups = List.copyOf(groups);
    }

    /**
     * A group of consumers.
     *
     * @param name its name
     * @param lastDeliveredId the highest ID that a consumer of it was given
     * @param entriesRead how many entries it counts as read; null if the server cannot tell, and before Redis 7.0
     * @param lag how many entries it has not been given yet; null if the server cannot tell, and before Redis 7.0
     * @param pendingCount how many entries its consumers have not acknowledged
     * @param pending the first of those, as many as were asked for
     * @param consumers its consumers
     */
    public record Group(
            String name,
            StreamId lastDeliveredId,
            @Nullable Long entriesRead,
            @Nullable Long lag,
            long pendingCount,
            List<Delivery> pending,
            List<Consumer> consumers) {
        /** Copies the lists. */
        public Group {
            pending = List.copyOf(pending);
            consumers = List.copyOf(consumers);
        }
    }

    /**
     * A consumer of a group.
     *
     * @param name its name
     * @param seenAt when it last tried to read or claim entries
     * @param activeAt when it last was given some; null for never, and before Redis 7.2
     * @param pendingCount how many entries it has not acknowledged
     * @param pending the first of those, as many as were asked for
     */
    public record Consumer(
            String name, Instant seenAt, @Nullable Instant activeAt, long pendingCount, List<Delivery> pending) {
        /** Copies the list. */
        public Consumer {
            pending = List.copyOf(pending);
        }
    }

    /**
     * A delivery that was not acknowledged.
     *
     * @param id ID of the entry
     * @param consumer the consumer it was delivered to
     * @param deliveredAt when it last was
     * @param deliveries how many times it was
     */
    public record Delivery(StreamId id, String consumer, Instant deliveredAt, long deliveries) {}
}
