package io.sorrel.redis.pool;

import io.sorrel.redis.connection.Connection;
import io.sorrel.redis.connection.ConnectionFactory;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes connections, on threads of its own that end when no more are wanted, and closes them for good. */
final class Supply {
    private static final Logger LOG = LoggerFactory.getLogger(Supply.class);

    private final PoolState state;
    private final PoolSettings settings;
    private final ConnectionFactory factory;
    private final PoolEnvironment environment;
    private final PoolEvents events;
    private final ErrorContext context;
    private final Timing creations = new Timing();
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

    private void start(int reserved) {
        for (int i = 0; i < reserved; i++) {
            try {
                Thread thread = environment.creators().newThread(this::create);
                threads.removeIf(old -> old.getState() == Thread.State.TERMINATED);
                threads.add(thread);
                thread.start();
            } catch (Throwable e) {
                failed(state.generation(), e);
            }
        }
    }

    private void create() {
        for (int reserved = 1; reserved > 0; reserved = state.reserveCreations(now())) {
            start(reserved - 1);
            createOne();
        }
    }

    private void createOne() {
        int generation = state.generation();
        long start = now();
        PoolEntry entry;
        try {
            Connection connection = factory.connect(Deadline.after(settings.connectTimeout(), environment.ticker()));
            long lifetime = settings.drawLifetime(environment.random().get().nextDouble());
            entry = new PoolEntry(connection, generation, now(), lifetime);
        } catch (Throwable e) {
            failed(generation, e);
            return;
        }
        long took = now() - start;
        creations.record(took);
        events.created(took);
        DestroyCause unwanted = state.created(entry, now());
        if (unwanted != null) {
            destroy(entry, unwanted);
        }
    }

    private void failed(int generation, Throwable cause) {
        RedisException failure = cause instanceof RedisException known && known.outcome() != CommandOutcome.UNKNOWN
                ? known
                : new ConnectFailedException("No connection could be made: " + cause, context, cause);
        events.failed(failure);
        state.creationFailed(
                generation, failure, now(), environment.random().get().nextDouble());
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
