package io.sorrel.redis.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One run of a server, from the launch until it has ended: a restart makes another of these. */
final class ServerProcess {
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);
    /** The C library words the rest: "Address already in use", "Address in use". */
    private static final Pattern PORT_IS_TAKEN = Pattern.compile("listening socket .*bind: Address .*in use");

    private final Supervisor supervisor;
    private final Path directory;

    private ServerProcess(Supervisor supervisor, Path directory) {
        this.supervisor = supervisor;
        this.directory = directory;
    }

    /** A start that failed only because somebody else had the port. */
    static final class PortTakenException extends Exception {
        private static final long serialVersionUID = 1L;

        PortTakenException(String message) {
            super(message);
        }
    }

    static ServerProcess launch(
            Path directory, ServerBinary binary, ServerOptions options, int port, @Nullable SSLContext tls)
            throws IOException, PortTakenException {
        ServerLog log = new ServerLog(directory);
        long logStart = log.size();
        boolean logTells = !options.sets("loglevel") && !options.sets("logfile");
        Files.deleteIfExists(directory.resolve(ConfigurationFile.PID_FILE));
        List<String> command = List.of(
                binary.path().toString(),
                directory.resolve(ConfigurationFile.NAME).toString());
        Readiness readiness = new Readiness(port, tls, log, logTells);
        ServerProcess started = new ServerProcess(Supervisor.start(directory, log.file(), command), directory);
        boolean ready =
                Waiting.until(options.startTimeout(), () -> !started.supervisor.isAlive() || readiness.reached());
        if (started.supervisor.isAlive() && ready) {
            started.refuseWrapperThatStays(binary.path(), () -> shutDown(options, port, tls));
            return started;
        }
        String what = String.join(" ", command) + "\n";
        if (started.supervisor.isAlive()) {
            started.kill();
            throw new RedisServerException("The server did not answer within " + options.startTimeout() + ": " + what
                    + "last answer: " + readiness.lastAnswer() + "\n" + log.tailFrom(logStart));
        }
        String tail = log.tailFrom(logStart);
        if (PORT_IS_TAKEN.matcher(tail).find()) {
            throw new PortTakenException("Port " + port + " is in use by another process: " + what + tail);
        }
        throw new RedisServerException(
                "The server ended at once, exit code " + started.supervisor.exitCode() + ": " + what + tail);
    }

    /** Ends a server whose process id is not to be trusted: it may be that of another container. */
    private static void shutDown(ServerOptions options, int port, @Nullable SSLContext tls) {
        try (RawRedis raw = RawRedis.connect(RedisServer.HOST, port, tls, TIME_TO_END)) {
            raw.login(options.username(), options.password());
            raw.send("SHUTDOWN", "NOSAVE");
            raw.read();
        } catch (RedisServerException e) {
            // It ended before it could answer, as it should.
        }
    }

    long pid() {
        return supervisor.pid();
    }

    boolean isAlive() {
        return supervisor.isAlive();
    }

    /** Ends the server as a power failure would; no effect on one that has ended. */
    void kill() {
        supervisor.signal("KILL");
        awaitEnd();
    }

    /** Asks the server to end by itself, also a suspended one, and kills it when it does not. */
    void stop() {
        supervisor.signal("CONT");
        supervisor.signal("TERM");
        if (!supervisor.awaitEnd(TIME_TO_END)) {
            kill();
        }
    }

    void suspend() {
        signal("STOP");
        if (!Waiting.until(TIME_TO_END, () -> ProcessState.isStopped(pid()))) {
            throw new RedisServerException("The server " + pid() + " did not stop within " + TIME_TO_END);
        }
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        if (!supervisor.signal(name)) {
            throw new RedisServerException("SIG" + name + " cannot reach the server " + pid() + ": it has ended");
        }
    }

    private void awaitEnd() {
        if (!supervisor.awaitEnd(TIME_TO_END) && !Thread.currentThread().isInterrupted()) {
            throw new RedisServerException("The server " + pid() + " did not end within " + TIME_TO_END);
        }
    }

    private void refuseWrapperThatStays(Path binary, Runnable shutDown) throws IOException {
        Path file = directory.resolve(ConfigurationFile.PID_FILE);
        String own = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!own.isEmpty() && !own.equals(Long.toString(pid()))) {
            shutDown.run();
            stop();
            throw new RedisServerException(binary + " runs the server as a child, which could outlive the tests: end"
                    + " the script with: exec redis-server \"$@\"");
        }
    }
}
