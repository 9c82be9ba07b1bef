package io.sorrel.redis;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Method;

/** Starts virtual threads, where Java has them; the tests are compiled for one that has not. */
final class VirtualThreads {
    private VirtualThreads() {}

    /** Starts a virtual thread. */
    static Thread start(Runnable task) {
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            return (Thread) start.invoke(null, task);
        } catch (ReflectiveOperationException e) {
            assumeThat(e).as("this Java has no virtual threads").isNull();
            throw new LinkageError("startVirtualThread", e);
        }
    }
}
