package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.load.Dataset;
import io.sorrel.redis.benchmark.load.Measurement;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.test.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code redis-benchmark} with the same keys. It counts requests rather than seconds, so each round asks for as many as the
 * round before did in that time. It does not look at replies, and says nothing of processor time or p99.9.
 */
final class ExternalBenchmark implements Subject {
    private static final long FIRST_REQUESTS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;
    private double perSecond;

    private ExternalBenchmark(List<String> command) {
        this.command = command;
    }

    /** How many connections, and how many requests outstanding on each. */
    record Shape(int clients, int pipeline) {
        private static final int PER_CONNECTION = 256;

        /** The shape that comes closest to a row; nothing where none does. */
        static Optional<Shape> of(Row row) {
            return switch (row.kind()) {
                case SYNC -> Optional.of(new Shape(row.concurrency(), 1));
                case ASYNC -> Optional.of(new Shape(Math.max(1, row.concurrency() / PER_CONNECTION), PER_CONNECTION));
                default -> Optional.empty();
            };
        }
    }

    /** The program: the one that is named, else the first on the search path; nothing when there is none. */
    static Optional<Path> find(@Nullable Path named, @Nullable String searchPath) {
        if (named != null) {
            return Optional.of(named);
        }
        for (String folder : (searchPath == null ? "" : searchPath).split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, "redis-benchmark");
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static ExternalBenchmark start(Path program, Shape shape, RedisServer server, List<String> prefix)
            throws SubjectException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program.toString(), "-h", server.host(), "-p", Integer.toString(server.port())));
        command.addAll(List.of("-t", "get", "-r", Integer.toString(Dataset.KEYS), "--csv"));
        command.addAll(List.of("-c", Integer.toString(shape.clients()), "-P", Integer.toString(shape.pipeline())));
        ExternalBenchmark made = new ExternalBenchmark(command);
        Measurement first = made.run(FIRST_REQUESTS);
        made.perSecond = first.operations() * 1e9 / first.nanos();
        return made;
    }

    @Override
    public Measurement run(Duration time) throws SubjectException {
        Measurement measured = run(Math.max(FIRST_REQUESTS, (long) (perSecond * time.toMillis() / 1e3)));
        perSecond = measured.operations() * 1e9 / measured.nanos();
        return measured;
    }

    private Measurement run(long requests) throws SubjectException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-n", Long.toString(requests)));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return parse(said, requests);
        } catch (IOException e) {
            throw new SubjectException("Cannot run " + words.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubjectException("Interrupted", e);
        }
    }

    /** Reads the line {@code "GET","rps","avg","min","p50","p95","p99","max"}, latencies in milliseconds. */
    static Measurement parse(String said, long requests) throws SubjectException {
        for (String line : said.split("\\R", -1)) {
            String[] fields = line.replace("\"", "").split(",", -1);
            if (fields[0].equals("GET") && fields.length >= 8) {
                double perSecond = Double.parseDouble(fields[1]);
                long unknown = Measurement.UNKNOWN;
                return new Measurement(
                        requests,
                        Math.max(1, (long) (requests * 1e9 / perSecond)),
                        0,
                        nanos(fields[4]),
                        nanos(fields[6]),
                        unknown,
                        unknown,
                        unknown,
                        null);
            }
        }
        throw new SubjectException("redis-benchmark answered without a figure for GET: " + said.strip());
    }

    private static long nanos(String millis) {
        return (long) (Double.parseDouble(millis) * 1e6);
    }

    @Override
    public void close() {
        // Every run is a process of its own.
    }
}
