package io.sorrel.redis.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers that come as resources of other jars on the class path, one binary for each platform. */
enum EmbeddedBinary {
    REDIS_7_0("7.0", "org.signal:embedded-redis:0.9.1", "7.0.15-linux 7.0.15-darwin"),
    REDIS_6_2("6.2", "com.github.codemonstur:embedded-redis:1.4.4", "6.2.6-v5-linux 6.2.7-linux 6.2.6-v5-darwin");

    static final EmbeddedBinary DEFAULT = REDIS_7_0;

    private final String line;
    private final String dependency;
    private final String builds;

    EmbeddedBinary(String line, String dependency, String builds) {
        this.line = line;
        this.dependency = dependency;
        this.builds = builds;
    }

    /** Returns the line of versions that a wanted version belongs to: {@code 7.0} for {@code 7.0} and {@code 7.0.15}. */
    static Optional<EmbeddedBinary> forVersion(String wanted) {
        return Arrays.stream(values())
                .filter(embedded -> wanted.equals(embedded.line) || wanted.startsWith(embedded.line + "."))
                .findFirst();
    }

    static String lines() {
        return Arrays.stream(values()).map(embedded -> embedded.line).collect(Collectors.joining(", "));
    }

    String line() {
        return line;
    }

    ServerBinary unpack(Platform platform, BinaryCache cache) {
        for (String build : builds.split(" ", -1)) {
            String resource = "redis-server-" + build + "-" + platform.arch();
            if (build.endsWith("-" + platform.os())) {
                byte[] content = read(resource);
                if (content != null) {
                    return ServerBinary.at(cache.executable(resource, content));
                }
            }
        }
        throw new RedisServerException("No embedded Redis " + line + " for " + platform + " on the class path: add "
                + dependency + " as a test dependency, or name an installed server with -D" + BinaryChoice.BINARY
                + "=/path/to/redis-server");
    }

    private static byte @Nullable [] read(String resource) {
        ClassLoader own = EmbeddedBinary.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        byte[] content = own == null ? null : read(own, resource);
        return content != null || context == null ? content : read(context, resource);
    }

    private static byte @Nullable [] read(ClassLoader loader, String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class path resource " + resource, e);
        }
    }
}
