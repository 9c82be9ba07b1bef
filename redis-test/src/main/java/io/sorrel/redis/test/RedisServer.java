package io.sorrel.redis.test;

import io.sorrel.redis.test.ServerProcess.PortTakenException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A real {@code redis-server} process of its own: on a port of 127.0.0.1 and in a temporary folder that nobody else
 * uses. It ends with {@link #close()}, and at the latest with this JVM, even if that is killed.
 *
 * <p>It keeps nothing on disk unless told to: {@code save ""}, {@code appendonly no}; {@code DEBUG} is allowed. Safe
 * for use by several threads.
 */
public final class RedisServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final int ATTEMPTS = 20;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final ReentrantLock lifecycle = new ReentrantLock();
    private final ServerOptions options;
    private final ServerBinary binary;
    private final Path directory;
    private final ServerLog log;
    private final @Nullable TestCertificates certificates;
    private final int port;
    private volatile ServerProcess process;
    private boolean closed;

    private RedisServer(ServerOptions options, ServerBinary binary, Path directory) throws IOException {
        this.options = options;
        this.binary = binary;
        this.directory = directory;
        this.log = new ServerLog(directory);
        this.certificates = options.usesTls() ? certificates(options, directory) : null;
        if (options.usesAclFile()) {
            AclFile.write(directory, options);
        }
        Launch launch = launch();
        this.port = launch.port();
        this.process = launch.process();
    }

    private record Launch(int port, ServerProcess process) {}

    /** Returns the options of a server to start. */
    public static RedisServerBuilder builder() {
        return new RedisServerBuilder();
    }

    /**
     * Starts a server with default options and returns when it answers.
     *
     * @throws RedisServerException if that fails, see {@link RedisServerBuilder#start()}
     */
    public static RedisServer start() {
        return builder().start();
    }

    static RedisServer start(ServerOptions options) {
        ServerBinary binary = BinaryChoice.ofSystem().choose(options.binary(), options.version());
        Path directory = null;
        boolean started = false;
        try {
            directory = Directories.create();
            RedisServer server = new RedisServer(options, binary, directory);
            RunningServers.add(server);
            started = true;
            return server;
        } catch (IOException e) {
            throw new RedisServerException("Cannot start " + binary.path() + ": " + e.getMessage(), e);
        } finally {
            if (!started && directory != null) {
                deleteQuietly(directory);
            }
        }
    }

    /** Returns the address that the server listens on: 127.0.0.1. */
    public String host() {
        return HOST;
    }

    /** Returns the port that the server listens on, the same over all restarts. */
    public int port() {
        return port;
    }

    /**
     * Returns the URL that a client connects with: {@code redis://}, with TLS {@code rediss://}, and with the user and
     * password if there are any.
     */
    public String uri() {
        return ServerUri.tcp(options.usesTls(), options.username(), options.password(), HOST, port);
    }

    /** Returns the user that was asked for; null for the default user. */
    public @Nullable String username() {
        return options.username();
    }

    /** Returns the password that was asked for; null for none. */
    public @Nullable String password() {
        return options.password();
    }

    /**
     * Returns the Unix socket that the server listens on.
     *
     * @throws IllegalStateException if none was asked for
     */
    public Path unixSocket() {
        if (!options.unixSocket()) {
            throw new IllegalStateException("This server has no Unix socket: call unixSocket() on its builder");
        }
        return directory.resolve(ConfigurationFile.SOCKET);
    }

    /**
     * Returns the URL of the Unix socket, with the user and password if there are any.
     *
     * @throws IllegalStateException if none was asked for
     */
    public String unixUri() {
        return ServerUri.unix(
                options.username(), options.password(), unixSocket().toString());
    }

    /**
     * Returns the certificates that the server and its clients use.
     *
     * @throws IllegalStateException if the server does not speak TLS
     */
    public TestCertificates certificates() {
        if (certificates == null) {
            throw new IllegalStateException("This server does not speak TLS: call tls() on its builder");
        }
        return certificates;
    }

    /** Returns the folder that the server works in; it is deleted by {@link #close()}. */
    public Path directory() {
        return directory;
    }

    /** Returns the version of the server, such as {@code 7.0.15}. */
    public String version() {
        return binary.version();
    }

    /** Returns what the server calls itself: {@code Redis} or {@code Valkey}. */
    public String product() {
        return binary.product();
    }

    /** Returns all that the server has logged, over all restarts; empty after {@link #close()}. */
    public String logs() {
        return log.from(0);
    }

    /** Returns the process id of the server; a restart changes it. */
    public long pid() {
        return process.pid();
    }

    /** Returns whether the process exists; a suspended one does. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Opens a plain connection and logs in with the user and password of this server.
     *
     * @throws RedisServerException if that fails
     */
    public RawRedis connect() {
        RawRedis raw = RawRedis.connect(HOST, port, sslContext(), RawRedis.PATIENCE);
        boolean done = false;
        try {
            raw.login(options.username(), options.password());
            done = true;
            return raw;
        } finally {
            if (!done) {
                raw.close();
            }
        }
    }

    /** Kills the server (SIGKILL) and returns when it is gone; {@link #restart()} brings it back. */
    public void kill() {
        locked(() -> process.kill());
    }

    /** Suspends the server (SIGSTOP): connections stay open, and nothing is answered. */
    public void suspend() {
        locked(() -> process.suspend());
    }

    /** Lets a suspended server go on (SIGCONT). */
    public void resume() {
        locked(() -> process.resume());
    }

    /**
     * Starts the server again on the same port and in the same folder, after it has ended in order (SIGTERM) if it is
     * running; returns when it answers.
     *
     * @throws RedisServerException if it does not come back
     */
    public void restart() {
        locked(() -> {
            if (closed) {
                throw new IllegalStateException("This server is closed");
            }
            if (process.isAlive()) {
                process.stop();
            }
            process = relaunch();
        });
    }

    /** Kills the server and deletes its folder; no effect the second time. */
    @Override
    public void close() {
        locked(() -> {
            if (!closed) {
                closed = true;
                process.kill();
                deleteQuietly(directory);
                RunningServers.remove(this);
            }
        });
    }

    @Override
    public String toString() {
        return product() + " " + version() + " on " + HOST + ":" + port;
    }

    ServerLog log() {
        return log;
    }

    private Launch launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int candidate = options.port() == 0 ? Ports.free(RANDOM) : options.port();
            try {
                new ConfigurationFile(directory, binary, options).write(candidate, certificates);
                return new Launch(candidate, ServerProcess.launch(directory, binary, options, candidate, sslContext()));
            } catch (PortTakenException e) {
                if (options.port() != 0 || attempt == ATTEMPTS) {
                    throw new RedisServerException(String.valueOf(e.getMessage()), e);
                }
            }
        }
    }

    private ServerProcess relaunch() {
        try {
            return ServerProcess.launch(directory, binary, options, port, sslContext());
        } catch (IOException | PortTakenException e) {
            throw new RedisServerException("Cannot restart " + this + ": " + e.getMessage(), e);
        }
    }

    private @Nullable SSLContext sslContext() {
        return certificates == null ? null : certificates.sslContext();
    }

    private static TestCertificates certificates(ServerOptions options, Path directory) {
        TestCertificates given = options.certificates();
        return given == null ? TestCertificates.generate(directory.resolve("tls")) : given;
    }

    private static void deleteQuietly(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            // A folder that stays behind in the temporary folder is no reason to fail a test.
        }
    }

    private void locked(Runnable action) {
        lifecycle.lock();
        try {
            action.run();
        } finally {
            lifecycle.unlock();
        }
    }
}
