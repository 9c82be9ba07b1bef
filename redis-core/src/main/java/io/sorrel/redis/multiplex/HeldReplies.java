package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.CapturedReply;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Replies that came while the link was in doubt, each with the command that it would belong to; none is delivered before a
 * fence has proved it. For the reader alone.
 */
final class HeldReplies {
    private final ArrayDeque<Held> replies = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;

    /** What came in the place of this exchange's reply: its bytes, or what had been made of them when the doubt began. */
    record Held(Exchange<?> exchange, @Nullable Object outcome, boolean isRaw) {
        private int size() {
            return isRaw && outcome instanceof CapturedReply captured ? captured.size() : 0;
        }
    }

    HeldReplies(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean isEmpty() {
        return replies.isEmpty();
    }

    /** The exchange of the reply that came last. */
    Exchange<?> last() {
        return replies.getLast().exchange;
    }

    /** Holds a reply as it came; false if that is more than may be held. */
    boolean add(Exchange<?> exchange, CapturedReply reply) {
        add(new Held(exchange, reply, true));
        return bytes <= maxBytes;
    }

    /** Holds the result of a reply that had been read before the doubt was seen. */
    void addRead(Exchange<?> exchange, @Nullable Object outcome) {
        add(new Held(exchange, outcome, false));
    }

    private void add(Held held) {
        replies.addLast(held);
        bytes += held.size();
    }

    /** The oldest reply, which is held no more; null if none is left. */
    @Nullable
    Held next() {
        Held oldest = replies.pollFirst();
        if (oldest != null) {
            bytes -= oldest.size();
        }
        return oldest;
    }

    long bytes() {
        return bytes;
    }
}
