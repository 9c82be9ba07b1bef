package io.sorrel.redis;

import io.sorrel.redis.test.RawRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What clients of this JVM may leave behind: threads, open sockets, and connections that the server still has. */
final class Leftovers {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Leftovers() {}

    /** The names of the client's threads. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sorrel"))
                .toList();
    }

    /** How many clients the server has, the one that asks included. */
    static long clients(RawRedis operator) {
        return Objects.requireNonNull(operator.text("CLIENT", "LIST")).lines().count();
    }

    /** Whether the system lists the descriptors of a process; only Linux does. */
    static boolean socketsAreListed() {
        return Files.isDirectory(DESCRIPTORS);
    }

    /** How many sockets this JVM has open; it opens files of its own whenever it loads a class. */
    static long sockets() {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.filter(Leftovers::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // It was closed meanwhile.
        }
    }
}
