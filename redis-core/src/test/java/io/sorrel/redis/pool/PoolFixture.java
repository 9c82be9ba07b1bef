package io.sorrel.redis.pool;

import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.TimeoutOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A pool of fake connections with time, chance and threads in the hands of the test. */
final class PoolFixture {
    static final Duration LONG = Duration.ofSeconds(20);

    final FakeServer server = new FakeServer();
    final ManualTicker ticker = new ManualTicker();
    final ManualScheduler scheduler = new ManualScheduler();
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    RandomGenerator random = new Random(1);
    ClientListener listener = ClientListener.NONE;
    private ThreadFactory creators = this::inline;

    /** Lets connections be made by threads of their own instead of by the caller that starts the creation. */
    PoolFixture threaded() {
        creators = this::recorded;
        return this;
    }

    PoolFixture listener(ClientListener value) {
        listener = value;
        return this;
    }

    ConnectionPool pool(UnaryOperator<PoolOptions.Builder> options) {
        return new ConnectionPool(
                Endpoint.tcp("localhost", 6379),
                server,
                options.apply(PoolOptions.builder()).build(),
                TimeoutOptions.defaults(),
                new PoolEnvironment(ticker, () -> random, creators, scheduler),
                listener);
    }

    Deadline deadline() {
        return Deadline.after(LONG, ticker);
    }

    Deadline deadline(Duration time) {
        return Deadline.after(time, ticker);
    }

    Caller caller(ConnectionPool pool) {
        return caller(pool, deadline());
    }

    /** A caller in another thread, of which is known that it waits. */
    Caller caller(ConnectionPool pool, Deadline deadline) {
        int before = pool.statistics().waiting();
        Caller caller = new Caller(pool, deadline);
        Eventually.until("the caller waits", () -> pool.statistics().waiting() == before + 1);
        return caller;
    }

    static ConnectFailedException refused() {
        return new ConnectFailedException("Connection refused", ErrorContext.NONE, null);
    }

    private Thread inline(Runnable task) {
        return recorded(() -> {}, task);
    }

    private Thread recorded(Runnable task) {
        return recorded(task, () -> {});
    }

    private Thread recorded(Runnable task, Runnable onStart) {
        Thread thread = new Thread(task, "creator") {
            @Override
            public synchronized void start() {
                onStart.run();
                super.start();
            }
        };
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }
}
