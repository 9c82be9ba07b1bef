package io.sorrel.redis.pool;

import org.jspecify.annotations.Nullable;

/** Waiting callers, oldest first; a doubly linked list, because any of them may leave. Guarded by the pool's lock. */
final class WaiterQueue {
    private @Nullable Waiter first;
    private @Nullable Waiter last;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Waiter first() {
        return first;
    }

    void addLast(Waiter waiter) {
        waiter.previous = last;
        waiter.next = null;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
        added(waiter);
    }

    void addFirst(Waiter waiter) {
        waiter.previous = null;
        waiter.next = first;
        if (first == null) {
            last = waiter;
        } else {
            first.previous = waiter;
        }
        first = waiter;
        added(waiter);
    }

    private void added(Waiter waiter) {
        waiter.queued = true;
        size++;
    }

    @Nullable
    Waiter pollFirst() {
        Waiter waiter = first;
        if (waiter != null) {
            remove(waiter);
        }
        return waiter;
    }

    /** Whether it was in the queue. */
    boolean remove(Waiter waiter) {
        if (!waiter.queued) {
            return false;
        }
        Waiter before = waiter.previous;
        Waiter after = waiter.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        waiter.previous = null;
        waiter.next = null;
        waiter.queued = false;
        size--;
        return true;
    }
}
