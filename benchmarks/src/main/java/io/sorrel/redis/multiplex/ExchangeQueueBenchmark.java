package io.sorrel.redis.multiplex;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a command costs in the queue of the shared connection, without a network: callers append, one thread marks as sent
 * and settles. It stands in this package because the classes that it measures are package-private.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ExchangeQueueBenchmark {
    private static final Command<@Nullable String> GET =
            new CommandDefinitions<>(RedisCodec.utf8()).strings().get("key");
    private static final int BATCH = 64;

    private final Deadline deadline = Deadline.after(Duration.ofDays(1));
    private ExchangeQueue queue = new ExchangeQueue();
    private QueueBounds bounds = new QueueBounds(65_536, 1 << 25);
    private Ledger ledger = new Ledger(bounds, 65_536);
    private InFlight inFlight = new InFlight(queue.start(), ledger);
    private Exchange<?> written = queue.start();
    private long number;

    /** A command whose caller does not wait. */
    private static final class Unawaited extends Exchange<@Nullable String> {
        Unawaited(Deadline deadline) {
            super(GET, deadline);
        }

        @Override
        void deliver(Completions completions) {
            // Nobody is told.
        }

        @Override
        boolean isFrom(Thread thread) {
            return false;
        }

        @Override
        boolean isAsync() {
            return true;
        }
    }

    /** An empty queue. */
    @Setup(Level.Iteration)
    public void open() {
        queue = new ExchangeQueue();
        bounds = new QueueBounds(65_536, 1 << 25);
        ledger = new Ledger(bounds, 65_536);
        inFlight = new InFlight(queue.start(), ledger);
        written = queue.start();
        number = 0;
    }

    /** One command enters, if there is room. */
    @Benchmark
    @Group("queue")
    @GroupThreads(1)
    public boolean append() {
        Exchange<?> exchange = new Unawaited(deadline);
        if (!bounds.tryEnter(exchange.size())) {
            Thread.onSpinWait();
            return false;
        }
        ledger.entered(exchange);
        queue.add(exchange);
        return true;
    }

    /** A batch is marked as sent and settled, as far as there is something. */
    @Benchmark
    @Group("queue")
    @GroupThreads(1)
    @SuppressWarnings("NullAway") // No completions: nobody is told here.
    public long serve() {
        long bytes = 0;
        for (int i = 0; i < BATCH; i++) {
            Exchange<?> next = written.next();
            if (next == null) {
                break;
            }
            written = next;
            if (next.sending(number + 1, 0)) {
                number++;
                bytes += next.size();
            }
        }
        ledger.sending(number);
        bounds.sent(bytes);
        for (Exchange<?> oldest = inFlight.oldest(); oldest != null; oldest = inFlight.oldest()) {
            inFlight.settle(oldest, "value", null);
        }
        inFlight.flush();
        return number;
    }
}
