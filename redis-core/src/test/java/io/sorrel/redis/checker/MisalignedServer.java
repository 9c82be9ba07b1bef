package io.sorrel.redis.checker;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A server, as fast as one thread for each connection allows, that leaves replies out, sends them twice or stalls, at
 * random moments behind the handshake. It answers {@code GET k} with {@code v:k:<connection>:<ordinal>}, so that a wrong
 * value says whence it came, and logs what it received and did.
 */
final class MisalignedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Manner manner;
    private final SplittableRandom seeds;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<Socket, Thread> serving = new ConcurrentHashMap<>();
    private final List<ConnectionLog> logs = new ArrayList<>();
    private final Thread acceptor;

    /**
     * How it misbehaves.
     *
     * @param kinds what it does wrong; nothing where empty
     * @param meanGap the commands from one misstep on a connection to the next, on average
     * @param longestDelay what no delay exceeds
     * @param latency what each write takes, in which the client may have sent its next command
     */
    record Manner(Set<Misstep> kinds, int meanGap, Duration longestDelay, Duration latency) {}

    private MisalignedServer(Manner manner, SplittableRandom seeds) throws IOException {
        this.manner = manner;
        this.seeds = seeds;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.acceptor = daemon("misaligned-server", this::accept);
    }

    static MisalignedServer start(Manner manner, SplittableRandom seeds) {
        try {
            MisalignedServer server = new MisalignedServer(manner, seeds);
            server.acceptor.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    String uri() {
        return "redis://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                serve(listener.accept());
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        ConnectionLog log = new ConnectionLog(logs.size());
        logs.add(log);
        Thread thread = daemon(
                "misaligned-connection-" + log.connection(),
                new MisalignedConnection(socket, log, manner, seeds.split(), closing));
        serving.put(socket, thread);
        thread.start();
    }

    /** What it received and did, connection by connection; to be read after the end. */
    List<ConnectionLog> logs() {
        return logs;
    }

    /** Ends all connections and waits for their threads. */
    @Override
    public void close() {
        closing.countDown();
        closeQuietly(listener);
        join(acceptor);
        serving.keySet().forEach(MisalignedServer::closeQuietly);
        serving.values().forEach(MisalignedServer::join);
    }

    private static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // It is out of use either way.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
