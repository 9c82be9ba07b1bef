package io.sorrel.redis.multiplex;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.SharedOptions;
import io.sorrel.redis.config.SharedOptions.WhenFull;
import io.sorrel.redis.connection.ConnectionFailures;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.DeadlineWatch;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.Failures;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.event.SharedStatistics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection for the commands of all callers: they queue, one thread writes what is queued at once, one reads the
 * replies in order. Thread-safe. Commands are sent, and take effect, in the order in which their calls reached the queue;
 * so a thread's own commands keep their order.
 *
 * <p>Nothing is connected, and no thread runs, before the first command. A lost connection is made again; see
 * {@link SharedOptions} for what becomes of commands meanwhile.
 */
public final class SharedConnection {
    /** Threads that have nothing left to do get this long to end, however short the bound. */
    private static final long CLOSE_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Callbacks that wait for each other get this long to sort it out, also when the time is over. */
    private static final long CALLBACK_GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** However small the queue, so many withdrawn commands take no place: more than the writer lets pile up. */
    private static final int FEWEST_SHELLS = 8 * UnsentQueue.PRUNE_FROM;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String endpoint;
    private final SharedOptions options;
    private final DeadlineWatch watch;
    private final Ledger ledger;
    private final QueueBounds bounds;
    private final Parts parts;
    private final ConnectionLoop loop;
    private final Situation situation;
    private final QueueWalk walk;

    /** For what no reply brings, timeouts and new attempts: callbacks of replies may all wait for just these. */
    private final Completions timed;

    private final ReentrantLock lifecycle = new ReentrantLock();
    private volatile @Nullable Thread writer;
    private volatile boolean closing;

    /** A connection that is not yet made. */
    public SharedConnection(SharedEnvironment environment, SharedOptions options) {
        this.endpoint = environment.endpoint();
        this.options = options;
        this.watch = environment.watch();
        this.bounds = new QueueBounds(options.maxQueuedCommands(), options.maxQueuedBytes());
        this.ledger = new Ledger(bounds, Math.max(options.maxQueuedCommands(), FEWEST_SHELLS));
        ExchangeQueue queue = new ExchangeQueue();
        InFlight inFlight = new InFlight(queue.start(), ledger);
        Completions completions = new Completions(Threads.daemons("sorrel-callbacks"), watch, bounds);
        this.timed = new Completions(Threads.daemons("sorrel-callbacks"), watch, bounds);
        this.walk = new QueueWalk(queue, inFlight);
        Sweep.Patience patience = Sweep.Patience.of(options.silenceTimeout(), environment.commandTimeout());
        Sweep sweep = new Sweep(watch, patience, queue, inFlight, ledger, this::expire);
        this.parts = new Parts(queue, ledger, inFlight, completions, new SharedFigures(), sweep);
        this.loop = new ConnectionLoop(environment, options, parts);
        this.situation = new Situation(parts, loop);
        watch.add(sweep);
    }

    /** Runs the command and waits for its reply; every failure is a {@link RedisException}. */
    public <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline) {
        SyncExchange<T> exchange = new SyncExchange<>(command, deadline);
        enqueue(exchange);
        if (exchange.isWatched()) {
            parts.sweep().note(deadline);
        }
        if (!exchange.await()) {
            giveUp(exchange, command);
        }
        return exchange.take(endpoint);
    }

    /**
     * Queues the command and returns its future. Where the queue is full and the options say so, the calling thread waits
     * for room first.
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(
            Command<T> command, Deadline deadline, AsyncCall.Handler handler) {
        AsyncCall<T> call = new AsyncCall<>(this, command, deadline, handler);
        call.enqueue();
        return call;
    }

    void enqueue(AsyncExchange<?> exchange) {
        enqueue((Exchange<?>) exchange);
        parts.sweep().note(exchange.deadline());
    }

    private void enqueue(Exchange<?> exchange) {
        Command<?> command = exchange.command();
        if (closing) {
            throw closed(command);
        }
        Loss refusal = loop.refusal(exchange.deadline());
        if (refusal != null) {
            throw refusal.toException(label(command));
        }
        takePlace(exchange, command);
        ledger.entered(exchange);
        parts.queue().add(exchange);
        if (writer == null) {
            start();
        }
        if (loop.isStopped() && withdraw(exchange)) {
            throw closed(command);
        }
    }

    /** Runs something that no reply brings where futures complete. */
    void runCallback(Runnable task) {
        timed.submit(task);
    }

    String endpoint() {
        return endpoint;
    }

    private void takePlace(Exchange<?> exchange, Command<?> command) {
        if (bounds.tryEnter(exchange.size())) {
            return;
        }
        boolean waits = options.whenFull() == WhenFull.WAIT;
        boolean callback = parts.completions().isOwnThread() || timed.isOwnThread();
        try {
            if (waits
                    ? bounds.enter(exchange.size(), callback, exchange.deadline())
                    : bounds.tryEnter(exchange.size(), callback)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw situation.interrupted(CommandOutcome.NOT_SENT, label(command));
        }
        if (closing) {
            throw closed(command);
        }
        parts.figures().refused();
        throw situation.full(waits, exchange.deadline().timeout(), label(command));
    }

    private void start() {
        lifecycle.lock();
        try {
            if (writer == null && !closing) {
                Thread thread = Threads.daemons("sorrel-writer").newThread(loop);
                parts.queue().follow(thread);
                thread.start();
                writer = thread;
            }
        } finally {
            lifecycle.unlock();
        }
    }

    /** The calling thread has waited long enough, or was interrupted; returns if the reply has come after all. */
    private void giveUp(SyncExchange<?> exchange, Command<?> command) {
        boolean interrupted = exchange.deadline().remainingNanos() > 0;
        CommandOutcome outcome = interrupted ? leave(exchange) : leaveOverdue(exchange);
        if (outcome == null) {
            return;
        }
        if (interrupted) {
            parts.sweep().note(exchange.deadline());
            parts.figures().cancelled();
            throw situation.interrupted(outcome, label(command));
        }
        throw timeout(exchange, outcome, label(command));
    }

    /** Ends an exchange whose deadline has passed; null if it is settled already. */
    private @Nullable CommandOutcome leaveOverdue(Exchange<?> exchange) {
        CommandOutcome outcome = withdraw(exchange) ? CommandOutcome.NOT_SENT : null;
        if (outcome == null && exchange.state() == Exchange.SENT) {
            long number = exchange.number();
            parts.sweep().overdue(exchange);
            outcome = disown(exchange);
            parts.sweep().decide(number);
        }
        return outcome;
    }

    /** Ends an exchange that its caller gives up; null if it is settled already. */
    private @Nullable CommandOutcome leave(Exchange<?> exchange) {
        return withdraw(exchange) ? CommandOutcome.NOT_SENT : disown(exchange);
    }

    private @Nullable CommandOutcome disown(Exchange<?> exchange) {
        if (ledger.disown(exchange)) {
            exchange.forget();
            return CommandOutcome.UNKNOWN;
        }
        return null;
    }

    private boolean withdraw(Exchange<?> exchange) {
        if (!ledger.withdraw(exchange)) {
            return false;
        }
        if (!loop.isConnected()) {
            parts.queue().wake();
        }
        exchange.forget();
        return true;
    }

    private RedisException timeout(Exchange<?> exchange, CommandOutcome outcome, ErrorContext context) {
        parts.figures().timedOut();
        Duration timeout = exchange.deadline().timeout();
        if (outcome == CommandOutcome.NOT_SENT) {
            return situation.unsent(timeout, context);
        }
        RedisException exception = situation.unanswered(exchange, timeout, context);
        parts.sweep().unanswered(exchange.sentAt());
        return exception;
    }

    void cancelled(AsyncExchange<?> exchange) {
        if (leave(exchange) != null) {
            parts.figures().cancelled();
        }
    }

    private void expire(AsyncExchange<?> exchange) {
        AsyncCall<?> call = exchange.callIfPresent();
        CommandOutcome outcome = call == null ? null : leaveOverdue(exchange);
        if (call != null && outcome != null) {
            RedisException failure = timeout(exchange, outcome, label(call.command()));
            timed.submit(() -> call.failed(failure));
        }
    }

    private ErrorContext label(Command<?> command) {
        return Exchange.label(endpoint, command);
    }

    /**
     * Makes the connection, unless there is one.
     *
     * @throws RedisException when that fails or takes longer than the deadline
     */
    public void connect(Deadline deadline) {
        ErrorContext context = new ErrorContext(endpoint, null);
        if (closing) {
            throw ConnectionFailures.closed(CommandOutcome.NOT_SENT, context);
        }
        start();
        try {
            RedisException failure = loop.connect(deadline);
            if (failure != null) {
                throw Failures.copy(failure, context);
            }
            if (!loop.isConnected()) {
                throw situation.unsent(deadline.timeout(), context);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisInterruptedException("interrupted while connecting", CommandOutcome.NOT_SENT, context, e);
        }
    }

    /**
     * Whether a command is under way without a waiting caller: an async one, or one whose caller has given it up. What its
     * thread sends on another connection now may overtake it.
     */
    public boolean hasPending() {
        return ledger.hasAhead();
    }

    /**
     * Whether such a command of this thread is under way. While the connection is in doubt, those that it has given up do not
     * count: their replies may never come.
     *
     * @param most how many commands to look at: where more are under way, the answer is yes
     */
    public boolean hasPendingOf(Thread thread, int most) {
        return ledger.hasAhead() && walk.hasPendingOf(thread, !isInDoubt(), most);
    }

    /** Whether there is a connection, and its replies are known to be in step. */
    public boolean isReady() {
        ActiveLink present = loop.active();
        return present != null && present.isOpen() && !present.alignment().isInDoubt();
    }

    /** Whether a reply has stayed out beyond its command's deadline, and it is not known yet whether the next are in step. */
    public boolean isInDoubt() {
        ActiveLink present = loop.active();
        return present != null && present.isOpen() && present.alignment().isInDoubt();
    }

    /** Whether there is a connection. */
    public boolean isConnected() {
        return loop.isConnected();
    }

    /** How many connections were lost so far; it has changed before {@link #isConnected()} is true again. */
    public int losses() {
        return loop.losses();
    }

    /** What the connection has and has done. */
    public SharedStatistics statistics() {
        SharedFigures figures = parts.figures();
        ActiveLink link = loop.active();
        long fences = link == null ? 0 : link.alignment().fencesOut();
        long inFlight = Math.max(0, ledger.sentNumber() - ledger.passedNumber() - fences);
        return new SharedStatistics(
                loop.isConnected(),
                Math.max(0, bounds.commands() - inFlight),
                bounds.bytes(),
                inFlight,
                bounds.waiting(),
                figures.commands(),
                figures.bytes(),
                figures.batches(),
                figures.largestBatch(),
                figures.roundTrips(),
                figures.timeouts(),
                figures.cancellations(),
                figures.lateReplies(),
                figures.refusals(),
                figures.connects(),
                figures.connectFailures(),
                figures.losses(),
                figures.lastFailure());
    }

    /**
     * Closes the connection: new commands are refused, those under way may finish within the bound, then they fail.
     * Idempotent.
     *
     * @param bound the longest time to wait
     */
    public void close(Duration bound) {
        closing = true;
        bounds.close();
        Deadline deadline = Deadline.after(bound);
        drain(deadline);
        loop.stop();
        lifecycle.lock();
        try {
            if (writer == null) {
                loop.run();
            }
        } finally {
            lifecycle.unlock();
        }
        Deadline end = Deadline.after(Duration.ofNanos(Math.max(deadline.remainingNanos(), CLOSE_GRACE_NANOS)));
        Threads.join(threads(), end.remainingNanos());
        watch.remove(parts.sweep());
        parts.completions().close(Math.max(end.remainingNanos(), CALLBACK_GRACE_NANOS));
        timed.close(Math.max(end.remainingNanos(), CALLBACK_GRACE_NANOS));
    }

    private void drain(Deadline deadline) {
        try {
            while (bounds.commands() > 0 && loop.isConnected() && !deadline.isExpired()) {
                bounds.awaitEmpty(Math.min(deadline.remainingNanos(), LOOK_NANOS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Thread> threads() {
        List<Thread> threads = loop.threads();
        Thread thread = writer;
        if (thread != null) {
            threads.add(thread);
        }
        threads.remove(Thread.currentThread());
        return threads;
    }

    private RedisException closed(Command<?> command) {
        return ConnectionFailures.closed(CommandOutcome.NOT_SENT, label(command));
    }
}
