package io.sorrel.redis.test.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a {@link FakeRedis} has seen so far, and the waiting for what it has not. */
final class Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<List<String>> commands = new ArrayList<>();
    private int connections;

    int connected() {
        lock.lock();
        try {
            changed.signalAll();
            return ++connections;
        } finally {
            lock.unlock();
        }
    }

    void received(List<String> command) {
        lock.lock();
        try {
            commands.add(List.copyOf(command));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int connections() {
        lock.lock();
        try {
            return connections;
        } finally {
            lock.unlock();
        }
    }

    List<List<String>> commands() {
        lock.lock();
        try {
            return List.copyOf(commands);
        } finally {
            lock.unlock();
        }
    }

    List<String> awaitCommand(int nth, String start, Duration limit) {
        return await(
                limit,
                "command " + nth + " that starts with " + start,
                () -> commands.stream()
                        .filter(command -> starts(command, start))
                        .skip(nth - 1L)
                        .findFirst()
                        .orElse(null));
    }

    void awaitConnections(int count, Duration limit) {
        await(limit, "connection " + count, () -> connections >= count ? connections : null);
    }

    static boolean starts(List<String> command, String start) {
        String words = String.join(" ", command).toUpperCase(Locale.ROOT) + " ";
        return words.startsWith(start.toUpperCase(Locale.ROOT) + " ");
    }

    private <T> T await(Duration limit, String what, Supplier<@Nullable T> found) {
        long left = limit.toNanos();
        lock.lock();
        try {
            T value = found.get();
            while (value == null) {
                if (left <= 0) {
                    throw new AssertionError("No " + what + " within " + limit + ", but " + connections
                            + " connections and " + commands);
                }
                left = changed.awaitNanos(left);
                value = found.get();
            }
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }
}
