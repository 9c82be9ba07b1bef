package io.sorrel.redis.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the server to run. What the test itself asks for goes before what the environment names, and that
 * before the default; a version that the named binary happens to have is taken from it.
 */
final class BinaryChoice {
    static final String BINARY = "sorrel.test.redis.binary";
    static final String BINARY_VARIABLE = "SORREL_TEST_REDIS_BINARY";
    static final String VERSION = "sorrel.test.redis.version";

    private static final Map<EmbeddedBinary, ServerBinary> UNPACKED = new ConcurrentHashMap<>();

    private final Function<String, @Nullable String> properties;
    private final Function<String, @Nullable String> environment;

    BinaryChoice(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    static BinaryChoice ofSystem() {
        return new BinaryChoice(System::getProperty, System::getenv);
    }

    ServerBinary choose(@Nullable Path binary, @Nullable String version) {
        if (binary != null) {
            return ServerBinary.at(binary);
        }
        Optional<ServerBinary> named = named();
        if (version != null) {
            return named.filter(found -> found.hasVersion(version)).orElseGet(() -> embedded(version));
        }
        return named.orElseGet(this::embeddedDefault);
    }

    private Optional<ServerBinary> named() {
        String path = properties.apply(BINARY);
        if (path == null || path.isBlank()) {
            path = environment.apply(BINARY_VARIABLE);
        }
        return path == null || path.isBlank() ? Optional.empty() : Optional.of(ServerBinary.at(Path.of(path)));
    }

    private ServerBinary embeddedDefault() {
        String version = properties.apply(VERSION);
        return embedded(version == null || version.isBlank() ? EmbeddedBinary.DEFAULT.line() : version);
    }

    private static ServerBinary embedded(String version) {
        EmbeddedBinary line = EmbeddedBinary.forVersion(version)
                .orElseThrow(() -> new RedisServerException("Redis " + version + " is not among the embedded versions ("
                        + EmbeddedBinary.lines() + "): name an installed server with -D" + BINARY
                        + "=/path/to/redis-server or " + BINARY_VARIABLE));
        ServerBinary binary = UNPACKED.compute(
                line,
                (key, known) -> known != null && Files.isExecutable(known.path())
                        ? known
                        : key.unpack(Platform.current(), BinaryCache.ofUser()));
        if (!binary.hasVersion(version)) {
            throw new RedisServerException("Redis " + version + " is not embedded, " + binary.version()
                    + " is: ask for that, or name an installed server with -D" + BINARY + "=/path/to/redis-server");
        }
        return binary;
    }
}
