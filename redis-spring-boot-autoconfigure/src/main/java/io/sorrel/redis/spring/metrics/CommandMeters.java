package io.sorrel.redis.spring.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The meters of a client's commands in one registry, each made when it is first needed. Thread-safe. */
final class CommandMeters implements ClientListener {
    static final int MOST_COMMANDS = 1_000;
    static final String OTHER = "OTHER";

    private final MeterRegistry registry;
    private final String name;
    private final Set<String> commands = ConcurrentHashMap.newKeySet();
    private final Map<String, Timer> successes = new ConcurrentHashMap<>();
    private final Map<Failure, Timer> failures = new ConcurrentHashMap<>();
    private final Map<String, Counter> retries = new ConcurrentHashMap<>();

    private record Failure(String command, String outcome, String error) {}

    CommandMeters(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
    }

    @Override
    public void commandFinished(String endpoint, String command, Duration took, @Nullable RedisException failure) {
        Timer timer = failure == null ? success(command) : failure(command, failure);
        timer.record(took);
    }

    @Override
    public void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {
        retries.computeIfAbsent(bounded(command), this::counter).increment();
    }

    private Timer success(String command) {
        Timer known = successes.get(command);
        return known != null
                ? known
                : successes.computeIfAbsent(bounded(command), word -> timer(word, "success", "none"));
    }

    private Timer failure(String command, RedisException failure) {
        String outcome = failure.outcome().name().toLowerCase(Locale.ROOT);
        String error = failure.getClass().getSimpleName();
        return failures.computeIfAbsent(
                new Failure(bounded(command), outcome, error), key -> timer(key.command(), outcome, error));
    }

    /** The command, or one name for all that come when there are too many. */
    private String bounded(String command) {
        boolean known = commands.contains(command) || (commands.size() < MOST_COMMANDS && commands.add(command));
        return known ? command : OTHER;
    }

    private Timer timer(String command, String outcome, String error) {
        return Timer.builder("sorrel.redis.commands")
                .description("Time from a call to its end, with waits and retries")
                .tags(Tags.of("name", name, "command", command, "outcome", outcome, "error", error))
                .register(registry);
    }

    private Counter counter(String command) {
        return Counter.builder("sorrel.redis.retries")
                .description("Commands that were tried again")
                .tags(Tags.of("name", name, "command", command))
                .register(registry);
    }
}
