package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Measurement;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.benchmark.load.Worker;
import io.sorrel.redis.test.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Java client in a JVM of its own, so that processor time and allocation are its alone. */
final class WorkerProcess implements Subject {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);
    private static final String ENDED = "@ended";

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.log = log;
        Thread reader = new Thread(this::readLines, "worker-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the client and returns when it is connected.
     *
     * @param prefix words before the command, to bind it to a processor
     * @param classPath where the client's classes are
     * @throws MissingException when the client has no such call
     * @throws SubjectException when it does not start
     */
    static WorkerProcess start(
            Participant participant,
            Row row,
            RedisServer server,
            List<String> prefix,
            List<String> jvm,
            String classPath,
            Path log)
            throws SubjectException, MissingException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, Worker.class.getName()));
        command.addAll(List.of(participant.idThere(), row.id(), server.host(), Integer.toString(server.port())));
        WorkerProcess worker;
        try {
            worker = new WorkerProcess(
                    new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new SubjectException("Cannot start a JVM: " + e.getMessage(), e);
        }
        boolean ready = false;
        try {
            String line = worker.answer(PATIENCE);
            if (line.equals(Worker.MISSING)) {
                throw new MissingException();
            }
            if (!line.equals(Worker.READY)) {
                throw worker.failure(line);
            }
            ready = true;
            return worker;
        } finally {
            if (!ready) {
                worker.close();
            }
        }
    }

    /** The client has no such call. */
    static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Measurement run(Duration time) throws SubjectException {
        try {
            commands.write(time.toMillis() + "\n");
            commands.flush();
            String line = answer(time.plus(PATIENCE));
            if (!line.startsWith(Worker.RESULT)) {
                throw failure(line);
            }
            return Measurement.parse(line.substring(Worker.RESULT.length()));
        } catch (IOException e) {
            throw new SubjectException("The client's process ended, see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubjectException("Interrupted", e);
        }
    }

    private String answer(Duration patience) throws InterruptedException {
        String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return line == null ? Worker.FAILED + "No answer within " + patience.toSeconds() + " s" : line;
    }

    private SubjectException failure(String line) {
        return new SubjectException(
                line.equals(ENDED)
                        ? "The client's process ended, see " + log
                        : line.substring(Math.min(line.length(), Worker.FAILED.length())));
    }

    /** Keeps the lines that the worker means for us: some clients print too. */
    private void readLines() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("@")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            lines.add(Worker.FAILED + e.getMessage());
        }
        lines.add(ENDED);
    }

    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
