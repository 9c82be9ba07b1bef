package io.sorrel.redis.test.fault;

import java.io.Closeable;
import java.io.IOException;

/** Threads that keep no JVM alive, and the end of what they wait on. */
final class Daemons {
    private Daemons() {}

    static Thread make(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    static void start(String name, Runnable task) {
        make(name, task).start();
    }

    static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // It is out of use either way.
        }
    }
}
