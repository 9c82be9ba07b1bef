package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many producers, a writer that sends, readers that settle, one for each of many links, and callers who leave at any
 * moment, on their own or by the hand of another thread: every exchange ends once, replies go to commands in the order of
 * sending, a producer's commands are sent in its order, and at the end the books are empty.
 */
@TimingTest
class QueueStressTest {
    private static final int PRODUCERS = 4;
    private static final int EXCHANGES = 15_000;
    private static final int WINDOW = 64;
    private static final int BATCH = 40;
    private static final int LONGEST_LINK = 3_000;
    private static final long MOMENT_NANOS = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicInteger producing = new AtomicInteger(PRODUCERS);
    private final QueueBounds bounds = new QueueBounds(200, 6_000);
    private final ExchangeQueue queue = new ExchangeQueue();

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100_000})
    void everyExchangeEndsOnceAndNothingIsLeftOver(int mostShells) throws InterruptedException {
        Ledger ledger = new Ledger(bounds, mostShells);
        InFlight inFlight = new InFlight(queue.start(), ledger);
        SplittableRandom seeds = new SplittableRandom(mostShells);
        List<Thread> threads = new ArrayList<>();
        List<Producer> producers = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            producers.add(new Producer(i, ledger, seeds.split()));
        }
        Writer writer = new Writer(ledger, inFlight, seeds.split());
        SplittableRandom random = seeds.split();
        threads.add(start("writer", writer));
        threads.add(start("sweep", () -> sweep(inFlight, ledger, random)));
        producers.forEach(producer -> threads.add(start("producer", producer)));
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
        assertThat(bounds.commands()).isZero();
        assertThat(bounds.bytes()).isZero();
        assertThat(bounds.waiting()).isZero();
        assertThat(ledger.ahead()).isZero();
        assertThat(ledger.shells()).isZero();
        assertThat(ledger.isOwed()).isFalse();
        assertThat(writer.links).isGreaterThan(10);
        for (Producer producer : producers) {
            assertThat(producer.all).hasSize(EXCHANGES).allMatch(exchange -> exchange.ends() == 1);
            assertThat(producer.all).anyMatch(exchange -> exchange.left() == 1);
            assertThat(producer.all).anyMatch(exchange -> exchange.delivered() == 1);
        }
    }

    private Thread start(String name, Runnable task) {
        Thread thread = new Thread(() -> run(task), name);
        thread.start();
        return thread;
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private boolean hasFailed() {
        return failure.get() != null;
    }

    /** Appends its exchanges, a window of them at a time, and leaves some. */
    private final class Producer implements Runnable {
        private final Ledger ledger;
        private final SplittableRandom random;
        private final List<TestExchange> all = new ArrayList<>();
        private final int number;

        Producer(int number, Ledger ledger, SplittableRandom random) {
            this.number = number;
            this.ledger = ledger;
            this.random = random;
        }

        @Override
        public void run() {
            for (int i = 0; i < EXCHANGES && !hasFailed(); i++) {
                add(new TestExchange(random.nextBoolean(), "key" + i));
                if (random.nextInt(4) == 0) {
                    all.get(Math.max(0, i - random.nextInt(WINDOW))).leave(ledger);
                }
                if (i >= WINDOW) {
                    awaitEnd(all.get(i - WINDOW));
                }
            }
            all.forEach(this::awaitEnd);
            producing.decrementAndGet();
            queue.wake();
        }

        private void add(TestExchange exchange) {
            try {
                assertThat(bounds.enter(exchange.size(), false, Deadline.after(PATIENCE)))
                        .isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            ledger.entered(exchange);
            exchange.producer = number;
            exchange.place = all.size();
            all.add(exchange);
            queue.add(exchange);
        }

        private void awaitEnd(TestExchange exchange) {
            while (exchange.ends() == 0 && !hasFailed()) {
                LockSupport.parkNanos(MOMENT_NANOS);
            }
        }
    }

    /** Sends what is queued over one link after the other; between two of them it fails what was in flight. */
    private final class Writer implements Runnable {
        private final Ledger ledger;
        private final InFlight inFlight;
        private final SplittableRandom random;
        private final int[] places = new int[PRODUCERS];
        private Exchange<?> position = queue.start();
        private long sent;
        private long unwritten;
        private int links;

        Writer(Ledger ledger, InFlight inFlight, SplittableRandom random) {
            this.ledger = ledger;
            this.inFlight = inFlight;
            this.random = random;
        }

        @Override
        public void run() {
            queue.follow(Thread.currentThread());
            Arrays.fill(places, -1);
            long replies = 0;
            while (!isDone() && !hasFailed()) {
                Reader reader = new Reader(ledger, inFlight, replies, random.split());
                Thread thread = start("reader", reader);
                serve(sent + random.nextInt(LONGEST_LINK), thread);
                reader.stopped = true;
                LockSupport.unpark(thread);
                join(thread);
                replies = fail(reader.replies);
                links++;
                idle();
            }
        }

        private boolean isDone() {
            return producing.get() == 0 && position.next() == null;
        }

        private void serve(long most, Thread reader) {
            int batch = 0;
            while (sent < most && !isDone() && !hasFailed()) {
                Exchange<?> next = position.next();
                if (next != null) {
                    send(next);
                    batch++;
                }
                if (unwritten > 0 && (next == null || batch >= BATCH)) {
                    write();
                    batch = 0;
                    LockSupport.unpark(reader);
                } else if (next == null) {
                    queue.awaitBehind(position, PATIENCE.toNanos());
                }
            }
        }

        private void send(Exchange<?> node) {
            position = node;
            if (node.request() == null || !node.sending(sent + 1, 0)) {
                ledger.met(node);
                return;
            }
            sent = node.number();
            unwritten += node.size();
            TestExchange exchange = (TestExchange) node;
            assertThat(exchange.place).isGreaterThan(places[exchange.producer]);
            places[exchange.producer] = exchange.place;
        }

        private void write() {
            ledger.sending(sent);
            bounds.sent(unwritten);
            unwritten = 0;
        }

        /** Fails what has no reply, the part of a batch that was not written included. */
        private long fail(long replies) {
            write();
            long number = replies;
            for (Exchange<?> oldest = inFlight.oldest(); oldest != null; oldest = inFlight.oldest()) {
                number++;
                assertThat(oldest.number()).isEqualTo(number);
                inFlight.settle(oldest, "loss", null);
            }
            inFlight.flush();
            assertThat(number).isEqualTo(sent);
            return number;
        }

        /** Nobody serves for a while. */
        private void idle() {
            for (int i = random.nextInt(20); i > 0; i--) {
                queue.prune(position, node -> {
                    boolean gone = node.isWithdrawn();
                    if (gone) {
                        ledger.met(node);
                    }
                    return gone;
                });
                LockSupport.parkNanos(1);
            }
        }

        private void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Gives each reply of one link to the oldest exchange. */
    private final class Reader implements Runnable {
        private final Ledger ledger;
        private final InFlight inFlight;
        private final SplittableRandom random;
        private long replies;
        private volatile boolean stopped;

        Reader(Ledger ledger, InFlight inFlight, long replies, SplittableRandom random) {
            this.ledger = ledger;
            this.inFlight = inFlight;
            this.replies = replies;
            this.random = random;
        }

        @Override
        public void run() {
            while (!stopped && !hasFailed()) {
                Exchange<?> oldest = ledger.sentNumber() > replies ? inFlight.oldest() : null;
                if (oldest == null) {
                    inFlight.flush();
                    LockSupport.parkNanos(MOMENT_NANOS);
                    continue;
                }
                replies++;
                assertThat(oldest.number()).isEqualTo(replies);
                inFlight.settle(oldest, "reply", null);
                if (random.nextInt(BATCH) == 0) {
                    inFlight.flush();
                }
            }
            inFlight.flush();
        }
    }

    /**
     * Walks through the queue as deadlines do, and leaves in the name of some callers; not again before the writer has sent
     * some more, as else a writer that stands still would find that all callers have left.
     */
    private void sweep(InFlight inFlight, Ledger ledger, SplittableRandom random) {
        long next = 0;
        while (producing.get() > 0 && !hasFailed()) {
            if (ledger.sentNumber() < next) {
                LockSupport.parkNanos(MOMENT_NANOS);
                continue;
            }
            next = ledger.sentNumber() + WINDOW;
            Exchange<?> node = inFlight.position();
            for (Exchange<?> behind = node.next(); behind != null && behind != node; behind = node.next()) {
                node = behind;
                if (random.nextInt(50) == 0) {
                    ((TestExchange) node).leave(ledger);
                }
            }
            LockSupport.parkNanos(MOMENT_NANOS);
        }
    }
}
