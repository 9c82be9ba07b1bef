package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Kind;
import io.sorrel.redis.benchmark.load.Measurement;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.benchmark.load.Threads;
import io.sorrel.redis.benchmark.report.Cell;
import io.sorrel.redis.benchmark.report.RowResult;
import io.sorrel.redis.test.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row: starts all clients, warms up each, lets them take turns, ends them. */
final class RowRun {
    private final Options options;
    private final RedisServer server;
    private final Path logs;
    private final Optional<Processors> processors;
    private final Optional<Path> redisBenchmark;

    RowRun(Options options, RedisServer server, Path logs) {
        this.options = options;
        this.server = server;
        this.logs = logs;
        this.processors = Processors.find();
        this.redisBenchmark = ExternalBenchmark.find(options.redisBenchmark(), System.getenv("PATH"));
    }

    RowResult run(Row row) throws IOException, InterruptedException {
        Map<Participant, Cell> cells = new EnumMap<>(Participant.class);
        Map<Participant, Subject> subjects = new EnumMap<>(Participant.class);
        boolean bind = row.pinned() && processors.isPresent();
        if (bind) {
            processors.get().bind(server.pid());
        }
        try {
            for (Participant participant : options.clients()) {
                start(participant, row, subjects, cells);
            }
            measure(subjects, cells);
        } finally {
            subjects.values().forEach(Subject::close);
            if (bind) {
                processors.get().release(server.pid());
            }
        }
        return new RowResult(row, cells);
    }

    private void start(
            Participant participant, Row row, Map<Participant, Subject> subjects, Map<Participant, Cell> cells)
            throws InterruptedException {
        List<String> prefix = row.pinned() ? processors.map(Processors::prefix).orElse(List.of()) : List.of();
        if (row.kind() == Kind.VIRTUAL && !Threads.virtualSupported()) {
            cells.put(participant, Cell.skipped("virtual threads need JDK 21 or newer"));
            return;
        }
        Optional<ExternalBenchmark.Shape> shape = ExternalBenchmark.Shape.of(row);
        try {
            if (!participant.external()) {
                Path log = logs.resolve(row.id() + "-" + participant.id() + ".log");
                subjects.put(
                        participant,
                        WorkerProcess.start(
                                participant, row, server, prefix, options.jvm(), classPath(participant), log));
            } else if (shape.isEmpty()) {
                cells.put(participant, Cell.missing());
            } else if (redisBenchmark.isEmpty()) {
                cells.put(participant, Cell.skipped("not on the search path; name it with --redis-benchmark"));
            } else {
                subjects.put(participant, ExternalBenchmark.start(redisBenchmark.get(), shape.get(), server, prefix));
            }
        } catch (WorkerProcess.MissingException e) {
            cells.put(participant, Cell.missing());
        } catch (SubjectException e) {
            cells.put(participant, Cell.failed(String.valueOf(e.getMessage())));
        }
    }

    private String classPath(Participant participant) {
        String own = System.getProperty("java.class.path");
        EarlierBuild before = options.before();
        return participant.earlier() && before != null
                ? before.classPath(own, Path.of("..").toAbsolutePath().normalize())
                : own;
    }

    private void measure(Map<Participant, Subject> subjects, Map<Participant, Cell> cells) {
        Map<Participant, List<Measurement>> rounds = new EnumMap<>(Participant.class);
        List<Participant> order = List.copyOf(subjects.keySet());
        for (int round = -1; round < options.rounds(); round++) {
            for (Participant participant : Schedule.ofRound(round + 1, order)) {
                Subject subject = subjects.get(participant);
                if (subject == null || cells.containsKey(participant)) {
                    continue;
                }
                try {
                    Measurement measured = subject.run(round < 0 ? options.warmUp() : options.time());
                    if (round >= 0 || measured.errors() > 0) {
                        rounds.computeIfAbsent(participant, key -> new ArrayList<>())
                                .add(measured);
                    }
                } catch (SubjectException e) {
                    cells.put(participant, Cell.failed(String.valueOf(e.getMessage())));
                }
            }
        }
        rounds.forEach((participant, measured) -> cells.putIfAbsent(participant, Cell.of(measured)));
    }
}
