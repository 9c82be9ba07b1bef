package io.sorrel.redis.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a server under a shell that kills it when this JVM ends, however it ends: the shell reads from a pipe
 * whose other end only this JVM holds, and the kernel closes that end even for a JVM that was killed itself.
 */
final class Supervisor {
    private static final String SCRIPT = script();

    private final Process shell;
    private final Writer signals;
    private final BufferedReader answers;
    private final long pid;

    private Supervisor(Process shell) throws IOException {
        this.shell = shell;
        this.signals = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.US_ASCII);
        this.answers = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII));
        String first = answers.readLine();
        if (first == null) {
            throw new IOException("/bin/sh ended before it had started the server");
        }
        this.pid = Long.parseLong(first.strip());
    }

    static Supervisor start(Path directory, Path log, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sorrel-redis-supervisor"));
        words.add(directory.toString());
        words.add(log.toString());
        words.addAll(command);
        Process shell = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            return new Supervisor(shell);
        } catch (IOException | NumberFormatException e) {
            shell.destroyForcibly();
            throw e;
        }
    }

    long pid() {
        return pid;
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Sends a signal by its name without SIG; returns false if the server has ended. */
    boolean signal(String name) {
        try {
            signals.write(name + "\n");
            signals.flush();
            return "sent".equals(answers.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    boolean awaitEnd(Duration limit) {
        try {
            return shell.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the status with which the server ended; 128 and the number of the signal if one ended it. */
    int exitCode() {
        return shell.exitValue();
    }

    private static String script() {
        try (InputStream in = Supervisor.class.getResourceAsStream("supervise.sh")) {
            if (in == null) {
                throw new IllegalStateException("supervise.sh is missing from the jar of redis-test");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read supervise.sh", e);
        }
    }
}
