package io.sorrel.redis.checker;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisView;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A caller that keeps many commands under way, some of them in a hurry, cancels others at random moments, and now and
 * then waits for a reply on its own thread. In lone phases, which all callers have together, nothing is async, so that
 * direct lanes come into use.
 */
final class CheckedCaller implements Runnable {
    private static final int SHARE = 50;
    private static final int PHASE = 500;
    private static final int PHASES = 64;
    private static final int MOST_UNDER_WAY = 256;
    private static final int REMEMBERED = 64;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final Books books;
    private final AtomicLong operations;
    private final long total;
    private final Questions questions;
    private final SplittableRandom random;
    private final RedisView hasty;
    private final RedisView calm;
    private final CompletableFuture<?>[] remembered = new CompletableFuture<?>[REMEMBERED];
    private final AtomicInteger underWay = new AtomicInteger();
    private final Thread thread;
    private int next;

    CheckedCaller(
            String name, RedisClient redis, Books books, AtomicLong operations, long total, SplittableRandom random) {
        this.books = books;
        this.operations = operations;
        this.total = total;
        this.questions = new Questions(name, random.split());
        this.random = random;
        this.hasty = redis.withTimeout(Duration.ofMillis(2));
        this.calm = redis.withTimeout(Duration.ofMillis(250));
        this.thread = new Thread(this, "caller-" + name);
    }

    Thread thread() {
        return thread;
    }

    Questions questions() {
        return questions;
    }

    @Override
    public void run() {
        try {
            for (long first = operations.getAndAdd(SHARE); first < total; first = operations.getAndAdd(SHARE)) {
                boolean lone = first / PHASE % PHASES == PHASES - 1;
                if (lone) {
                    awaitFewerThan(1);
                }
                for (long i = first; i < Math.min(total, first + SHARE); i++) {
                    ask(lone || random.nextInt(256) == 0);
                }
            }
            awaitFewerThan(1);
        } catch (RuntimeException | Error e) {
            books.wrong(e.toString());
            throw e;
        }
    }

    private void ask(boolean sync) {
        RedisView view = random.nextInt(25) == 0 ? hasty : calm;
        Question question = questions.next();
        books.operations.increment();
        if (sync) {
            execute(view, question);
        } else {
            submit(view, question);
        }
        Thread.interrupted();
    }

    private void execute(RedisView view, Question question) {
        Object reply = null;
        Throwable failure = null;
        try {
            reply = view.execute(question.command());
        } catch (RedisException e) {
            failure = e;
        }
        judge(question, reply, failure);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback itself is what is checked.
    private void submit(RedisView view, Question question) {
        awaitFewerThan(MOST_UNDER_WAY);
        underWay.incrementAndGet();
        books.submitted.increment();
        CompletableFuture<?> future = view.submit(question.command());
        AtomicInteger times = new AtomicInteger();
        future.whenComplete((reply, failure) -> ended(question, reply, failure, times));
        remembered[next++ % REMEMBERED] = future;
        switch (random.nextInt(8)) {
            case 0 -> cancel(future);
            case 1 -> cancel(remembered[random.nextInt(REMEMBERED)]);
            default -> {}
        }
    }

    private void cancel(@Nullable CompletableFuture<?> future) {
        if (future != null && !future.isDone() && future.cancel(true)) {
            books.cancelled.increment();
        }
    }

    private void ended(Question question, @Nullable Object reply, @Nullable Throwable failure, AtomicInteger times) {
        String runner = Thread.currentThread().getName();
        if (!runner.equals("sorrel-callbacks") && !runner.startsWith("caller-")) {
            books.wrong("a callback ran on " + runner);
        }
        if (times.incrementAndGet() > 1) {
            books.wrong("a callback ran twice");
        }
        judge(question, reply, failure);
        books.ended.increment();
        int left = underWay.decrementAndGet();
        if (left == 0 || left == MOST_UNDER_WAY / 2) {
            LockSupport.unpark(thread);
        }
    }

    private void judge(Question question, @Nullable Object reply, @Nullable Throwable failure) {
        if (failure == null) {
            books.succeeded.increment();
            check(question, reply);
        } else if (failure instanceof CancellationException) {
            question.onFailure().accept(CommandOutcome.UNKNOWN);
        } else {
            books.failed(failure);
            boolean told = failure instanceof RedisException;
            question.onFailure().accept(told ? ((RedisException) failure).outcome() : CommandOutcome.UNKNOWN);
        }
    }

    private void check(Question question, @Nullable Object reply) {
        boolean right;
        try {
            right = question.isAnswer().test(reply);
        } catch (RuntimeException e) {
            right = false;
        }
        if (!right) {
            books.wrong(question.command() + " was answered with " + reply);
        }
    }

    /** Waits until there is room for one more, or nothing under way; where that does not come true, futures were lost. */
    private void awaitFewerThan(int bound) {
        if (underWay.get() < bound) {
            return;
        }
        int goal = bound / 2;
        long start = System.nanoTime();
        while (underWay.get() > goal) {
            if (System.nanoTime() - start > PATIENCE) {
                books.lost.add(underWay.get());
                throw new AssertionError(underWay.get() + " futures did not complete");
            }
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(10));
            Thread.interrupted();
        }
    }
}
