package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a stream.
 *
 * @param statistics its numbers
 * @param groups how many groups of consumers it has
 * @param firstEntry its first entry; null if it is empty
 * @param lastEntry its last entry; null if it is empty
 * @param <K> type of the fields
 * @param <V> type of the values
 */
public record StreamInfo<K, V>(
        Statistics statistics,
        long groups,
        @Nullable StreamEntry<K, V> firstEntry,
        @Nullable StreamEntry<K, V> lastEntry) {

    /**
     * The numbers of a stream.
     *
     * @param length how many entries it has
     * @param treeKeys how many keys the tree has in which the server keeps it; each stands for a block of entries
     * @param treeNodes how many nodes that tree has
     * @param lastGeneratedId the highest ID that it has had
     * @param maxDeletedEntryId the highest ID of an entry that was deleted, {@code 0-0} for none; null before Redis 7.0
     * @param entriesAdded how many entries were ever added; -1 before Redis 7.0
     * @param recordedFirstEntryId ID of its first entry, {@code 0-0} if it is empty; null before Redis 7.0
     */
    public record Statistics(
            long length,
            long treeKeys,
            long treeNodes,
            StreamId lastGeneratedId,
            @Nullable StreamId maxDeletedEntryId,
            long entriesAdded,
            @Nullable StreamId recordedFirstEntryId) {}
}
