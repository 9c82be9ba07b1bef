package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.DeadlineWatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what users attached to their futures, on threads of its own, in the order of the replies. Work is handed over in
 * batches. One thread does it all as long as it makes headway; if the callback it runs waits for something, another
 * thread takes the next one, so that a callback may wait for other futures.
 */
final class Completions implements DeadlineWatch.Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    private static final int MOST_THREADS = 64;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ThreadFactory threads;
    private final DeadlineWatch watch;
    private final QueueBounds bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final ArrayDeque<Batch> batches = new ArrayDeque<>();
    private final Set<Thread> workers = new HashSet<>();
    private int idle;
    private boolean closed;
    private volatile long lookAt = DeadlineWatch.NONE;
    private @Nullable Batch seen;
    private int seenTaken;

    /** What the reader has collected and not yet handed over; its own. */
    private List<Runnable> collected = new ArrayList<>();

    /** Tasks of which each is taken by one thread; until the first is, they take places of the queue. */
    private final class Batch {
        private final List<Runnable> tasks;
        private final AtomicInteger taken = new AtomicInteger();

        Batch(List<Runnable> tasks) {
            this.tasks = tasks;
        }

        @Nullable
        Runnable take() {
            int index = taken.getAndIncrement();
            if (index == 0) {
                bounds.begun(tasks.size());
            }
            return index < tasks.size() ? tasks.get(index) : null;
        }
    }

    Completions(ThreadFactory threads, DeadlineWatch watch, QueueBounds bounds) {
        this.threads = threads;
        this.watch = watch;
        this.bounds = bounds;
        watch.add(this);
    }

    /** Whether the calling thread is one of these, so that what it does is done by a callback. */
    boolean isOwnThread() {
        lock.lock();
        try {
            return workers.contains(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    /** By the thread that reads replies: collects a task for the next {@link #flush()}. */
    void add(Runnable task) {
        collected.add(task);
    }

    /** By the thread that reads replies: hands over what it has collected. */
    void flush() {
        if (!collected.isEmpty()) {
            List<Runnable> tasks = collected;
            collected = new ArrayList<>(Math.min(1024, tasks.size()));
            submit(new Batch(tasks));
        }
    }

    /** By any thread: hands over one task. */
    void submit(Runnable task) {
        submit(new Batch(List.of(task)));
    }

    private void submit(Batch batch) {
        boolean start = false;
        boolean last;
        long look = DeadlineWatch.NONE;
        bounds.handedOver(batch.tasks.size());
        lock.lock();
        try {
            last = closed;
            if (batches.isEmpty()) {
                look = watch.onScale(System.nanoTime()) + LOOK_NANOS;
                lookAt = look;
            }
            batches.addLast(batch);
            if (idle > 0) {
                work.signal();
            } else {
                start = workers.isEmpty() || closed;
            }
        } finally {
            lock.unlock();
        }
        if (start) {
            startWorker(!last);
        }
        if (look != DeadlineWatch.NONE) {
            watch.noted(look);
        }
    }

    private void startWorker(boolean onlyIfNone) {
        Thread worker = threads.newThread(this::run);
        lock.lock();
        try {
            if (workers.size() >= (onlyIfNone ? 1 : MOST_THREADS)) {
                return;
            }
            workers.add(worker);
        } finally {
            lock.unlock();
        }
        boolean started = false;
        try {
            worker.start();
            started = true;
        } finally {
            if (!started) {
                ended(worker);
            }
        }
    }

    private void ended(Thread worker) {
        lock.lock();
        try {
            workers.remove(worker);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Batch batch = nextBatch(null);
        while (batch != null) {
            Runnable task = batch.take();
            if (task == null) {
                batch = nextBatch(batch);
            } else {
                run(task);
            }
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.warn("What a future's callback threw reached the client; it goes on", e);
        } finally {
            Thread.interrupted();
        }
    }

    /** The batch to work on after this one is used up; null when the thread is to end. */
    private @Nullable Batch nextBatch(@Nullable Batch done) {
        lock.lock();
        try {
            if (done != null && batches.peekFirst() == done) {
                batches.removeFirst();
            }
            while (batches.isEmpty()) {
                if (closed || !awaitWork()) {
                    workers.remove(Thread.currentThread());
                    return null;
                }
            }
            return batches.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work, within the caller's loop; false when there is one thread too many. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean awaitWork() {
        idle++;
        try {
            return work.awaitNanos(LINGER_NANOS) > 0 || workers.size() == 1 || !batches.isEmpty();
        } catch (InterruptedException e) {
            LOG.debug("A thread of the client was interrupted by a callback, which has no effect");
            return true;
        } finally {
            idle--;
        }
    }

    @Override
    public long deadline() {
        return lookAt;
    }

    /** From time to time while there is work: if nothing was taken since the last look, one more thread takes part. */
    @Override
    public void expire(long passed) {
        boolean stuck;
        lock.lock();
        try {
            Batch first = batches.peekFirst();
            int taken = first == null ? 0 : first.taken.get();
            stuck = first != null && idle == 0 && first == seen && taken == seenTaken;
            seen = first;
            seenTaken = taken;
            lookAt = first == null ? DeadlineWatch.NONE : passed + LOOK_NANOS;
        } finally {
            lock.unlock();
        }
        if (stuck) {
            startWorker(false);
        }
    }

    /**
     * Ends the threads when they have done what there is to do, and waits for that for a while. Nothing else looks after
     * callbacks that wait any more: meanwhile this does, and what comes later has a thread of its own.
     */
    void close(long nanos) {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        watch.remove(this);
        List<Thread> running = running();
        if (running.contains(Thread.currentThread())) {
            startWorker(false);
            return;
        }
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !running.isEmpty(); left = end - System.nanoTime()) {
            Threads.join(running, Math.min(left, LOOK_NANOS));
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            expire(watch.onScale(System.nanoTime()));
            running = running();
        }
    }

    private List<Thread> running() {
        lock.lock();
        try {
            return new ArrayList<>(workers);
        } finally {
            lock.unlock();
        }
    }

    /** The watch is closed before the connections are; there is nothing to close here. */
    @Override
    public void close() {
        lookAt = DeadlineWatch.NONE;
    }
}
