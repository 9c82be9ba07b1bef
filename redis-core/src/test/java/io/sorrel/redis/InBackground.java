package io.sorrel.redis;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs a call on a thread of its own; the common pool has one thread on a small machine, and a call may block it. */
public final class InBackground {
    private InBackground() {}

    /** Starts the call. */
    public static <T> CompletableFuture<T> call(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, InBackground::start);
    }

    /** Starts the action. */
    public static CompletableFuture<Void> run(Runnable action) {
        return CompletableFuture.runAsync(action, InBackground::start);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "in-background");
        thread.setDaemon(true);
        thread.start();
    }
}
