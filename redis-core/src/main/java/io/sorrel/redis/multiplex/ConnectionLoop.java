package io.sorrel.redis.multiplex;

import io.sorrel.redis.config.SharedOptions;
import io.sorrel.redis.connection.CapturedReply;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of a shared connection, on the writer's thread: connect, serve, and after a loss fail what was in flight, wait
 * and connect again. Nothing is connected before the first command or {@link #connect}.
 */
final class ConnectionLoop implements Runnable {
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** An attempt that has brought no answer for so long gets another beside it, after this time and its doubles. */
    private static final long FIRST_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final SharedEnvironment environment;
    private final long maxHeldBytes;
    private final Parts parts;
    private final WriteLoop writeLoop;
    private final UnsentQueue unsent;
    private final AttemptPauses pauses;
    private final Dialing dialing;
    private final EventLane events;
    private final Outage outage = new Outage();
    private final ConnectionLog log;
    private final ThreadFactory readers = Threads.daemons("sorrel-reader");
    private final @Nullable Consumer<CapturedReply> pushes;
    private volatile boolean everConnected;
    private final AtomicInteger losses = new AtomicInteger();
    private volatile boolean wanted;

    /** Whether a connection is to be made although nothing asks for one, as commands were under way when it was lost. */
    private boolean resumes;

    private volatile boolean stopped;
    private volatile @Nullable RedisException lastFailure;
    private volatile @Nullable ActiveLink active;
    private volatile @Nullable Thread reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    ConnectionLoop(SharedEnvironment environment, SharedOptions options, Parts parts) {
        this.environment = environment;
        this.maxHeldBytes = options.maxQueuedBytes();
        this.parts = parts;
        this.writeLoop = new WriteLoop(parts, new FenceSchedule(options));
        this.unsent = new UnsentQueue(parts, writeLoop);
        this.pauses = new AttemptPauses(options.reconnectBackoff(), environment.random());
        this.log = new ConnectionLog(environment.clientName(), environment.endpoint());
        this.dialing = new Dialing(
                environment.connector(),
                environment.connectTimeout(),
                Threads.daemons("sorrel-shared-connect"),
                parts.queue()::wake);
        this.events = new EventLane(environment.listeners(), Threads.daemons("sorrel-events"));
        Consumer<? super CapturedReply> sink = environment.pushes();
        this.pushes = sink == null ? null : push -> parts.completions().add(() -> sink.accept(push));
    }

    @Override
    public void run() {
        parts.queue().follow(Thread.currentThread());
        try {
            while (!stopped) {
                Link link = connect();
                if (link != null) {
                    boolean useful = serve(link);
                    pauses.lost(useful);
                    if (!useful && !stopped) {
                        waitForNextAttempt();
                    }
                }
            }
        } finally {
            stopped = true;
            unsent.fail(Loss.closed(), null);
        }
    }

    /** Connects, as often as it takes; null when it is to stop instead. */
    private @Nullable Link connect() {
        awaitNeed();
        while (!stopped) {
            Link link = attempt();
            if (link != null) {
                return link;
            }
            waitForNextAttempt();
        }
        return null;
    }

    private boolean isNeeded() {
        return stopped || resumes || wanted || !unsent.isEmpty();
    }

    /** The link, or null when there is none. */
    private @Nullable Link attempt() {
        try {
            dialing.start();
        } catch (Throwable e) {
            failed(new ConnectFailedException(
                    "no thread could be started to connect: " + e, new ErrorContext(environment.endpoint(), null), e));
            return null;
        }
        Object result = everConnected ? raceAttempts() : awaitAttempt();
        if (result instanceof Link link) {
            return link;
        }
        if (result instanceof RedisException failure) {
            failed(failure);
        }
        return null;
    }

    private @Nullable Object awaitAttempt() {
        Object result = dialing.result();
        while (result == null && !stopped) {
            pause(LONGEST_WAIT_NANOS);
            result = dialing.result();
        }
        return result;
    }

    /** The server was there before: an attempt whose answer was lost shall not hold up callers until it is given up. */
    private @Nullable Object raceAttempts() {
        long gap = FIRST_GAP_NANOS;
        long next = System.nanoTime() + gap;
        Object result = dialing.result();
        while (result == null && !stopped) {
            RedisException failure = dialing.failure();
            if (failure != null) {
                outage.failed(failure);
            }
            long now = System.nanoTime();
            if (now - next >= 0) {
                outage.unanswered(Duration.ofNanos(gap), environment.endpoint());
                dialing.startAnother();
                gap *= 2;
                next = now + gap;
            }
            pause(next - now);
            result = dialing.result();
        }
        return result;
    }

    private void failed(RedisException failure) {
        lastFailure = failure;
        parts.figures().connectFailed(failure.reason());
        pauses.failed(failure);
        int attempt = pauses.attempts();
        Duration wait = pauses.pause();
        events.tell(listener -> listener.reconnecting(environment.endpoint(), attempt, wait, failure));
        if (everConnected) {
            outage.failed(failure);
            resumes = true;
        } else {
            unsent.fail(Loss.neverConnected(failure), unsent.last());
        }
        wanted = false;
        announceChange();
    }

    private void announceChange() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the time between two attempts, or until the connection is asked for without a command. */
    private void waitForNextAttempt() {
        long nanos = pauses.pause().toNanos();
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !stopped && !wanted; left = end - System.nanoTime()) {
            pause(left);
        }
        awaitNeed();
    }

    /** Waits until a connection is needed. */
    private void awaitNeed() {
        while (!isNeeded()) {
            unsent.await(LONGEST_WAIT_NANOS);
        }
    }

    /**
     * Waits, until a command comes at the longest if none is queued. Meanwhile it keeps the queue free of nodes whose callers
     * have gone, and fails what has waited for long enough.
     */
    private void pause(long nanos) {
        unsent.prune();
        if (everConnected && outage.isKnown()) {
            unsent.failOverdue(outage, System.nanoTime());
        }
        unsent.awaitNextLook(nanos, everConnected);
    }

    /** Serves the link until it is lost; whether it was good for anything. */
    private boolean serve(Link link) {
        long since = System.nanoTime();
        long replies = parts.figures().replies();
        Alignment alignment =
                new Alignment(link.answersEcho(), environment.random().get());
        ActiveLink present = new ActiveLink(link, alignment, parts.queue()::wake);
        Thread thread = readers.newThread(new ReadLoop(present, parts, maxHeldBytes, pushes));
        connected(present, thread);
        try {
            thread.start();
            if (stopped) {
                present.giveUp(Loss.closed());
            }
            writeLoop.serve(present);
        } catch (IOException e) {
            present.giveUp(Loss.broken(e));
        } catch (Throwable e) {
            present.giveUp(Loss.failed(e));
        }
        parts.sweep().watch(null);
        while (thread.isAlive()) {
            Threads.join(List.of(thread), LONGEST_WAIT_NANOS);
        }
        lost(present.loss());
        return parts.figures().replies() > replies || System.nanoTime() - since >= SETTLED_NANOS;
    }

    private void connected(ActiveLink present, Thread thread) {
        log.connected(pauses.attempts(), System.nanoTime());
        pauses.connected();
        everConnected = true;
        outage.ended();
        wanted = false;
        resumes = false;
        lastFailure = null;
        reader = thread;
        active = present;
        parts.figures().connected();
        parts.sweep().watch(present);
        announceChange();
        events.tell(listener -> listener.connected(environment.endpoint()));
    }

    private void lost(Loss loss) {
        reader = null;
        RedisException cause = loss.toException(new ErrorContext(environment.endpoint(), null));
        resumes = parts.inFlight().oldest() != null || !unsent.isEmpty();
        outage.began(System.nanoTime());
        if (!stopped) {
            log.lost(cause, !resumes, System.nanoTime());
            losses.incrementAndGet();
            lastFailure = cause;
            parts.figures().lost(cause.reason());
        }
        active = null;
        failInFlight(loss);
        events.tell(listener -> listener.disconnected(environment.endpoint(), cause));
    }

    private void failInFlight(Loss loss) {
        writeLoop.giveBackBytes();
        InFlight inFlight = parts.inFlight();
        parts.ledger().sending(writeLoop.lastSent());
        for (Exchange<?> oldest = inFlight.oldest(); oldest != null; oldest = inFlight.oldest()) {
            inFlight.settle(oldest, loss.as(writeLoop.outcomeOf(oldest)), parts.completions());
        }
        inFlight.flush();
        parts.completions().flush();
    }

    /**
     * By any thread: connects although nothing is queued, and waits for the outcome.
     *
     * @return why there is no connection; null if there is one or the deadline has passed without an outcome
     */
    @Nullable
    RedisException connect(Deadline deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long before = parts.figures().connectFailures();
            wanted = true;
            parts.queue().wake();
            long left = deadline.remainingNanos();
            while (!isConnected() && parts.figures().connectFailures() == before && !stopped && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isConnected() ? null : lastFailure;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is a link; for any thread. */
    boolean isConnected() {
        ActiveLink present = active;
        return present != null && present.isOpen();
    }

    /** How many links were lost; for any thread. */
    int losses() {
        return losses.get();
    }

    /** Why a call must not wait for a connection; null while there is one or it may. For any thread. */
    @Nullable
    Loss refusal(Deadline call) {
        return outage.isKnown() ? outage.refusal(call, System.nanoTime()) : null;
    }

    /** Why there is no link, where the last one was lost or could not be made; for any thread. */
    @Nullable
    RedisException lastFailure() {
        return lastFailure;
    }

    /** The link in use; for any thread. */
    @Nullable
    ActiveLink active() {
        return active;
    }

    /** Whether nothing is served any more; what is queued after this was true fails without being seen here. */
    boolean isStopped() {
        return stopped;
    }

    /** By any thread: closes the link, gives up a dial and ends. */
    void stop() {
        stopped = true;
        ActiveLink present = active;
        if (present != null) {
            present.giveUp(Loss.closed());
        }
        dialing.abandon();
        parts.queue().wake();
        announceChange();
    }

    /** The threads that may still be running; a dial ends in its own time. */
    List<Thread> threads() {
        List<Thread> threads = new ArrayList<>();
        for (Thread thread : new Thread[] {reader, events.teller()}) {
            if (thread != null) {
                threads.add(thread);
            }
        }
        return threads;
    }
}
