package io.sorrel.redis.benchmark.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Starts the threads of a load; virtual ones through a method handle, as the code is compiled for JDK 17. */
public final class Threads {
    private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

    private Threads() {}

    /** Whether this JVM has virtual threads. */
    public static boolean virtualSupported() {
        return START_VIRTUAL != null;
    }

    static void start(boolean virtual, String name, Runnable task) {
        if (!virtual) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
            return;
        }
        if (START_VIRTUAL == null) {
            throw new IllegalStateException("Virtual threads need JDK 21 or newer");
        }
        try {
            Thread unused = (Thread) START_VIRTUAL.invoke(task);
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot start a virtual thread", e);
        }
    }

    private static @Nullable MethodHandle startVirtual() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }
}
