package io.sorrel.redis.test.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to the bytes of one direction of one connection. The script changes it from any thread; only the
 * thread of its {@link Lane} waits here.
 */
final class LaneState {
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SplittableRandom random;
    private final List<StreamEdit> edits = new ArrayList<>();
    private long position;
    private boolean stalled;
    private boolean ended;
    private int clearings;
    private long shortestDelay;
    private long longestDelay;
    private long bytesPerSecond = UNLIMITED;
    private int largestPiece = Integer.MAX_VALUE;
    private boolean randomPieces;
    private long pauseBetweenPieces;

    LaneState(SplittableRandom random) {
        this.random = random;
    }

    /** A time to wait, which a later clearing of the script ends. */
    record Rest(long nanos, int clearings) {}

    /** The next write: so many bytes, and a rest after them. */
    record Piece(int bytes, Rest after) {}

    void delay(long shortest, long longest) {
        change(() -> {
            shortestDelay = shortest;
            longestDelay = longest;
        });
    }

    void throttle(long rate) {
        change(() -> bytesPerSecond = rate);
    }

    void pieces(int largest, boolean ofRandomSize, long pause) {
        change(() -> {
            largestPiece = largest;
            randomPieces = ofRandomSize;
            pauseBetweenPieces = pause;
        });
    }

    void stalled(boolean now) {
        change(() -> stalled = now);
    }

    void clear() {
        change(() -> {
            clearings++;
            edits.clear();
            stalled = false;
            shortestDelay = 0;
            longestDelay = 0;
            bytesPerSecond = UNLIMITED;
            largestPiece = Integer.MAX_VALUE;
            randomPieces = false;
            pauseBetweenPieces = 0;
        });
    }

    void end() {
        change(() -> ended = true);
    }

    /** Adds an edit at a place that is counted from the byte that comes next. */
    void edit(LongFunction<StreamEdit> atOffset, long bytesFromNow) {
        change(() -> {
            edits.add(atOffset.apply(position + bytesFromNow));
            edits.sort(Comparator.comparingLong(StreamEdit::offset));
        });
    }

    void advance(long bytes) {
        change(() -> position += bytes);
    }

    /** Returns how many bytes have been dealt with. */
    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Removes and returns the edit that is due at the very next byte, if any. */
    @Nullable
    StreamEdit takeDue(boolean byteIsThere) {
        lock.lock();
        try {
            if (stalled) {
                return null;
            }
            for (StreamEdit edit : edits) {
                if (edit.offset() <= position && (byteIsThere || !edit.needsByte())) {
                    edits.remove(edit);
                    return edit;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the next write, of bytes that no edit is for, once the stream is not stalled; null when it has ended. */
    @Nullable
    Piece nextPiece(int available) throws InterruptedException {
        lock.lock();
        try {
            while (stalled && !ended) {
                changed.await();
            }
            if (ended) {
                return null;
            }
            int size = (int) Math.min(available, roomBeforeEdit());
            if (largestPiece < size) {
                size = randomPieces ? 1 + random.nextInt(largestPiece) : largestPiece;
            }
            return throttled(size);
        } finally {
            lock.unlock();
        }
    }

    Rest nextDelay() {
        lock.lock();
        try {
            boolean fixed = longestDelay == shortestDelay;
            return new Rest(fixed ? shortestDelay : random.nextLong(shortestDelay, longestDelay + 1), clearings);
        } finally {
            lock.unlock();
        }
    }

    /** Waits; ends early with the stream. */
    void rest(Rest rest) throws InterruptedException {
        lock.lock();
        try {
            long left = rest.nanos();
            while (left > 0 && !ended && clearings == rest.clearings()) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long roomBeforeEdit() {
        return edits.isEmpty() ? UNLIMITED : Math.max(0, edits.get(0).offset() - position);
    }

    private Piece throttled(int size) {
        if (bytesPerSecond == UNLIMITED) {
            return new Piece(size, new Rest(pauseBetweenPieces, clearings));
        }
        int slice = (int) Math.min(size, Math.max(1, bytesPerSecond / 50));
        long pause = pauseBetweenPieces + slice * 1_000_000_000L / bytesPerSecond;
        return new Piece(slice, new Rest(pause, clearings));
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
