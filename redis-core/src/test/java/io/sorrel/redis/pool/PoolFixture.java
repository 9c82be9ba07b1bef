package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.ManualTicker;
import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.TimeoutOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.PoolStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
                () -> listener);
    }

    /** A pool that runs by the real clock, with real threads, which the fixture remembers. */
    ConnectionPool realTime(UnaryOperator<PoolOptions.Builder> options) {
        return new ConnectionPool(
                Endpoint.tcp("localhost", 6379),
                server,
                options.apply(PoolOptions.builder()).build(),
                TimeoutOptions.defaults(),
                new PoolEnvironment(
                        System::nanoTime, ThreadLocalRandom::current, this::recorded, new TimerThread(this::recorded)),
                () -> listener);
    }

    /**
     * Waits for a moment in which nothing happens to the pool, and checks that its numbers then agree with each other and
     * with the server. Between two equal statistics without active connections and creations nothing was opened or closed.
     */
    void books(ConnectionPool pool, String message) {
        AtomicReference<PoolStatistics> quiet = new AtomicReference<>(pool.statistics());
        AtomicInteger open = new AtomicInteger();
        Await.until("nothing happens, " + message, () -> {
            open.set(server.open.get());
            PoolStatistics now = pool.statistics();
            return quiet.getAndSet(now).equals(now) && now.active() == 0 && now.creating() == 0;
        });
        PoolStatistics books = quiet.get();
        assertThat(books.waiting()).as(message).isZero();
        assertThat((long) books.idle()).as(message).isEqualTo(books.created() - books.destroyedInTotal());
        assertThat(open.get()).as(message).isEqualTo(books.idle());
        assertThat(books.usages().count())
                .as(message)
                .isEqualTo(books.acquires().count());
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
        Await.until("the caller waits", () -> pool.statistics().waiting() == before + 1);
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
