package io.sorrel.redis.pool;

import io.sorrel.redis.connection.Connection;
import io.sorrel.redis.connection.ConnectionFactory;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.pool.Creations.Creation;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes connections and checks idle ones, on threads of its own that end when no more is wanted, and closes them. */
final class Supply {
    private static final Logger LOG = LoggerFactory.getLogger(Supply.class);

    private final PoolState state;
    private final PoolSettings settings;
    private final ConnectionFactory factory;
    private final PoolEnvironment environment;
    private final PoolEvents events;
    private final ErrorContext context;
    private final Timing creations = new Timing();
    private final AtomicBoolean checking = new AtomicBoolean();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    Supply(
            PoolState state,
            PoolSettings settings,
            ConnectionFactory factory,
            PoolEnvironment environment,
            PoolEvents events,
            ErrorContext context) {
        this.state = state;
        this.settings = settings;
        this.factory = factory;
        this.environment = environment;
        this.events = events;
        this.context = context;
    }

    Timing creations() {
        return creations;
    }

    /** Starts as many creations as are wanted and free. */
    void replenish() {
        start(state.reserveCreations(now()));
    }

    private void start(List<Creation> reserved) {
        for (Creation creation : reserved) {
            try {
                start(() -> create(creation));
            } catch (Throwable e) {
                failed(creation, state.generation(), e);
            }
        }
    }

    private void start(Runnable task) {
        Thread thread = environment.creators().newThread(task);
        threads.removeIf(old -> old.getState() == Thread.State.TERMINATED);
        threads.add(thread);
        thread.start();
    }

    private void create(Creation first) {
        createOne(first);
        List<Creation> more = state.reserveCreations(now());
        while (!more.isEmpty()) {
            start(more.subList(1, more.size()));
            createOne(more.get(0));
            more = state.reserveCreations(now());
        }
    }

    /** While it lasts, another one is started when this is no longer counted on and a caller waits. */
    private void createOne(Creation creation) {
        int generation = state.generation();
        long start = now();
        Runnable replacement = () -> {};
        PoolEntry entry;
        try {
            replacement = environment.scheduler().schedule(this::replenish, settings.creationPatienceNanos());
            Connection connection = factory.connect(Deadline.after(settings.connectTimeout(), environment.ticker()));
            long lifetime = settings.drawLifetime(environment.random().get().nextDouble());
            entry = new PoolEntry(connection, generation, now(), lifetime);
        } catch (Throwable e) {
            failed(creation, generation, e);
            return;
        } finally {
            replacement.run();
        }
        long took = now() - start;
        creations.record(took);
        events.created(took);
        DestroyCause unwanted = state.created(creation, entry, now());
        if (unwanted != null) {
            destroy(entry, unwanted);
        }
    }

    private void failed(Creation creation, int generation, Throwable cause) {
        RedisException failure = cause instanceof RedisException known && known.outcome() != CommandOutcome.UNKNOWN
                ? known
                : new ConnectFailedException("No connection could be made: " + cause, context, cause);
        events.failed(failure);
        state.creationFailed(
                creation, generation, failure, now(), environment.random().get().nextDouble());
    }

    /**
     * Sees to it that there will be an idle connection that needs no check before use: has the one used last checked, one
     * at a time, else one made if there is room. It waits for nothing and takes no caller's turn. Does nothing in a pool
     * that checks before every use.
     */
    void requestIdle() {
        if (settings.checkAfterNanos() == 0 || checking.get() || !checking.compareAndSet(false, true)) {
            return;
        }
        PoolEntry unchecked = state.takeForCheck(now());
        if (unchecked == null) {
            checking.set(false);
            start(state.reserveIdle(now()));
            return;
        }
        try {
            start(() -> check(unchecked));
        } catch (Throwable e) {
            LOG.debug("No thread could be started to check an idle connection", e);
            checked(unchecked, state.putBack(unchecked, now()));
        }
    }

    private void check(PoolEntry entry) {
        DestroyCause cause = DestroyCause.FAILED_CHECK;
        try {
            cause = entry.connection().isOpen() ? state.refusal(entry, now()) : DestroyCause.BROKEN;
            if (cause == null) {
                cause = validate(entry);
            }
            if (cause == null) {
                cause = state.giveBack(entry, now());
            }
        } finally {
            checked(entry, cause);
        }
    }

    private @Nullable DestroyCause validate(PoolEntry entry) {
        try {
            entry.connection().validate(Deadline.after(settings.checkTimeout(), environment.ticker()));
            return null;
        } catch (RedisException e) {
            LOG.debug("An idle connection failed its check: {}", e.toString());
            return DestroyCause.FAILED_CHECK;
        }
    }

    private void checked(PoolEntry entry, @Nullable DestroyCause cause) {
        checking.set(false);
        if (cause != null) {
            destroy(entry, cause);
        }
    }

    /** Closes a connection for good and makes another one if one is wanted in its place. */
    void destroy(PoolEntry entry, DestroyCause cause) {
        try {
            entry.connection().close();
        } catch (RuntimeException e) {
            LOG.debug("A connection could not be closed properly", e);
        }
        if (state.remove(entry, cause)) {
            events.destroyed(cause);
            replenish();
        }
    }

    /** Asks the threads that dial to stop. */
    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    /** Waits until the threads that dial have ended. */
    void join(Deadline deadline) throws InterruptedException {
        for (Thread thread : new ArrayDeque<>(threads)) {
            long left = deadline.remainingNanos();
            if (left > 0 && thread != Thread.currentThread()) {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            }
        }
    }

    private long now() {
        return environment.ticker().getAsLong();
    }
}
