package io.sorrel.redis.api;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.definition.StreamDefinitions;
import io.sorrel.redis.command.reply.StreamEntry;
import java.util.List;

/**
 * How a range of a stream is read in pages: each but the first begins behind the last entry of the one before.
 *
 * @param streams the commands
 * @param key key of the stream
 * @param size how many entries one page has at most
 * @param reversed whether the newest entries come first
 */
record StreamPages<K, V>(StreamDefinitions<K, V> streams, K key, long size, boolean reversed) {
    /** How many entries a page has unless the caller says otherwise. */
    static final long DEFAULT_SIZE = 100;

    StreamPages {
        CommandBuilder.notNull("key", key);
        Arguments.positive("pageSize", size);
    }

    /** Reads the first page of what remains of the range. */
    Command<List<StreamEntry<K, V>>> command(StreamRange rest) {
        return reversed ? streams.xrevRange(key, rest, size) : streams.xrange(key, rest, size);
    }

    /** What the command found, and what remains of the range then. */
    Page<StreamRange, StreamEntry<K, V>> page(StreamRange rest, List<StreamEntry<K, V>> found) {
        if (found.size() < size) {
            return new Page<>(found, null);
        }
        StreamId last = found.get(found.size() - 1).id();
        if (reversed) {
            return new Page<>(found, rest.before(last));
        }
        return new Page<>(found, last.equals(StreamId.MAX) ? null : rest.after(last));
    }
}
