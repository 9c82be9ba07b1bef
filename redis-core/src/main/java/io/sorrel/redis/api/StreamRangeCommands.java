package io.sorrel.redis.api;

import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.reply.StreamEntry;

/**
 * Ranges of streams as something to iterate over: pages are fetched as they are needed, and no more than one is held.
 *
 * <p>The entries come in the order of their IDs, each once, and all that are in the range from the start of a scan to its
 * end are among them. An entry that is deleted before its page is fetched is left out, which neither skips nor repeats
 * another. An entry that is added meanwhile is found when the oldest come first, if it is in the range and the last page
 * has not been fetched yet, so that a stream that grows faster than it is read has no end; when the newest come first, it is
 * not found. The last page is the first one that is not full. A stream that is deleted ends the scan, and one that takes
 * its place is read on from the same ID.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public interface StreamRangeCommands<K, V> extends CommandFacade<K, V> {
    /**
     * Reads a range of a stream in pages of 100 entries, the oldest entry first. Redis command XRANGE with COUNT and
     * an open bound, since 6.2.0.
     *
     * @param key key of the stream
     * @param range which entries
     * @return the entries; none if the key does not exist; nothing is sent before they are iterated over
     */
    default ScanIterable<StreamEntry<K, V>> xrangeAll(K key, StreamRange range) {
        return xrangeAll(key, range, StreamPages.DEFAULT_SIZE);
    }

    /**
     * Reads a range of a stream in pages, the oldest entry first. Redis command XRANGE with COUNT and an open bound,
     * since 6.2.0.
     *
     * @param key key of the stream
     * @param range which entries
     * @param pageSize how many entries are asked for and held at a time, at least 1
     * @return the entries; none if the key does not exist; nothing is sent before they are iterated over
     */
    default ScanIterable<StreamEntry<K, V>> xrangeAll(K key, StreamRange range, long pageSize) {
        return entries(range, new StreamPages<>(commands().streams(), key, pageSize, false));
    }

    /**
     * Reads a range of a stream in pages of 100 entries, the newest entry first. Redis command XREVRANGE with COUNT and
     * an open bound, since 6.2.0.
     *
     * @param key key of the stream
     * @param range which entries
     * @return the entries; none if the key does not exist; nothing is sent before they are iterated over
     */
    default ScanIterable<StreamEntry<K, V>> xrevRangeAll(K key, StreamRange range) {
        return xrevRangeAll(key, range, StreamPages.DEFAULT_SIZE);
    }

    /**
     * Reads a range of a stream in pages, the newest entry first. Redis command XREVRANGE with COUNT and an open bound,
     * since 6.2.0.
     *
     * @param key key of the stream
     * @param range which entries
     * @param pageSize how many entries are asked for and held at a time, at least 1
     * @return the entries; none if the key does not exist; nothing is sent before they are iterated over
     */
    default ScanIterable<StreamEntry<K, V>> xrevRangeAll(K key, StreamRange range, long pageSize) {
        return entries(range, new StreamPages<>(commands().streams(), key, pageSize, true));
    }

    private ScanIterable<StreamEntry<K, V>> entries(StreamRange range, StreamPages<K, V> pages) {
        CommandBuilder.notNull("range", range);
        return new ScanIterable<>(() ->
                new ScanIterator<>(range, rest -> pages.page(rest, execute(pages.command(rest)))));
    }
}
