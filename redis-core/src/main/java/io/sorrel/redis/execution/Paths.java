package io.sorrel.redis.execution;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.connection.Connector;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.multiplex.SharedConnection;
import io.sorrel.redis.multiplex.SharedEnvironment;
import io.sorrel.redis.pool.ConnectionPool;
import io.sorrel.redis.pool.PoolEnvironment;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** All connections of a client and what chooses between them. Thread-safe. */
public final class Paths {
    private final ConnectionMode mode;
    private final ConnectionPool pool;
    private final PooledExecutor pooled;
    private final SharedConnection shared;
    private final Chooser chooser;
    private final ExclusiveCalls exclusive;
    private final ClientRetries retries;
    private final RetryTimers timers;

    /**
     * Creates the paths of one client; nothing is connected yet.
     *
     * @param listeners the listener at the moment, {@link ClientListener#NONE} for none; it throws nothing
     */
    public Paths(ClientOptions options, Connector connector, Supplier<ClientListener> listeners) {
        String endpoint = options.endpoint().toString();
        Duration connectTimeout = options.timeouts().connect();
        PoolEnvironment environment = PoolEnvironment.system("sorrel");
        this.mode = options.mode();
        this.pool = new ConnectionPool(
                options.endpoint(), connector, options.pool(), options.timeouts(), environment, listeners);
        this.shared = new SharedConnection(
                new SharedEnvironment(
                        endpoint,
                        options.clientName(),
                        connector::openLink,
                        connectTimeout,
                        options.timeouts().command(),
                        connector.watch(),
                        listeners,
                        ThreadLocalRandom::current,
                        null),
                options.shared());
        this.pooled = new PooledExecutor(pool);
        this.chooser = new Chooser(
                pooled, shared, new DirectLanes(pool, options.shared().directLanes()));
        this.exclusive = new ExclusiveCalls(options.pool().maxSize(), daemons("sorrel-exclusive"), endpoint);
        this.retries = new ClientRetries(endpoint, listeners);
        this.timers = new RetryTimers(environment.scheduler());
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The connections that are lent to one caller at a time. */
    public ConnectionPool pool() {
        return pool;
    }

    /** The connection that carries the commands of many callers. */
    public SharedConnection shared() {
        return shared;
    }

    PooledExecutor pooled() {
        return pooled;
    }

    Chooser chooser() {
        return chooser;
    }

    ExclusiveCalls exclusive() {
        return exclusive;
    }

    ClientRetries retries() {
        return retries;
    }

    RetryTimers timers() {
        return timers;
    }

    /**
     * Makes sure that the server can be reached: makes the connection that the first calls will want, and the idle ones
     * that the pool keeps.
     */
    public void connect(Deadline deadline) {
        if (mode == ConnectionMode.POOLED) {
            pool.acquire(deadline).release();
        } else {
            shared.connect(deadline);
        }
        pool.warmUp(deadline);
    }

    /** Closes them all; what is under way may finish within the bound. Idempotent. */
    public void close(Duration bound) {
        Deadline deadline = Deadline.after(bound);
        exclusive.shutdown();
        shared.close(bound);
        timers.close();
        pool.close(Duration.ofNanos(Math.max(0, deadline.remainingNanos())));
        exclusive.awaitEnd(Duration.ofNanos(Math.max(0, deadline.remainingNanos())));
    }
}
