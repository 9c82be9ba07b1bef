package io.sorrel.redis.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A proxy that a test has started in front of a server: a binary of this machine, with a configuration of the test's.
 * A shell that reads from this JVM runs it, and ends it when the JVM does.
 */
final class ProxyProcess implements AutoCloseable {
    /** Below the ports that systems give to outgoing connections, and apart from those of {@code RedisServer}. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;
    private static final String LOG = "proxy.log";
    private static final String UNTIL_STDIN_ENDS = "\"$@\" & read -r _; kill $!; wait $!";

    private final Path directory;
    private final int port;
    private final List<String> command;
    private Process shell;

    private ProxyProcess(Path directory, int port, List<String> command) {
        this.directory = directory;
        this.port = port;
        this.command = command;
        this.shell = launch();
    }

    /** A twemproxy (nutcracker) with one pool of one server. */
    static ProxyProcess twemproxy(String binary, Path directory, int server, String... poolLines) {
        int port = freePort();
        List<String> lines = new ArrayList<>(List.of(
                "sorrel:",
                "  listen: 127.0.0.1:" + port,
                "  redis: true",
                "  hash: fnv1a_64",
                "  distribution: ketama",
                "  auto_eject_hosts: false"));
        for (String line : poolLines) {
            lines.add("  " + line);
        }
        lines.addAll(List.of("  servers:", "    - 127.0.0.1:" + server + ":1"));
        Path file = write(directory.resolve("twemproxy.yml"), lines);
        return new ProxyProcess(
                directory,
                port,
                List.of(
                        binary,
                        "-c",
                        file.toString(),
                        "-o",
                        directory.resolve(LOG).toString(),
                        "-a",
                        "127.0.0.1",
                        "-s",
                        Integer.toString(freePort())));
    }

    /** An HAProxy that passes bytes on to one server. */
    static ProxyProcess haproxy(String binary, Path directory, int server) {
        int port = freePort();
        Path file = write(
                directory.resolve("haproxy.cfg"),
                List.of(
                        "defaults",
                        "  mode tcp",
                        "  retries 0",
                        "  timeout connect 2s",
                        "  timeout client 5m",
                        "  timeout server 5m",
                        "listen redis",
                        "  bind 127.0.0.1:" + port,
                        "  server redis 127.0.0.1:" + server));
        return new ProxyProcess(directory, port, List.of(binary, "-db", "-f", file.toString()));
    }

    private static Path write(Path file, List<String> lines) {
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        for (int attempt = 0; attempt < PORTS; attempt++) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                // Taken: the next one.
            }
        }
        throw new AssertionError("no free port");
    }

    private Process launch() {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_STDIN_ENDS, "sorrel-proxy"));
        words.addAll(command);
        try {
            Process started = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            awaitListening(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening(Process started) throws IOException {
        try {
            Await.until(this::accepts);
        } catch (AssertionError e) {
            started.getOutputStream().close();
            throw new AssertionError(command + " does not listen: " + logs(), e);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path log() {
        return directory.resolve(LOG);
    }

    /** What the proxy has logged so far. */
    String logs() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Ends the proxy and all connections through it, and starts it again on the same port. */
    void restart() {
        close();
        shell = launch();
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            assertThat(shell.waitFor()).isNotNegative();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
