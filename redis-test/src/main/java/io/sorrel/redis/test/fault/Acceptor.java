package io.sorrel.redis.test.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A listening port of 127.0.0.1 and the thread that accepts its clients. */
final class Acceptor {
    private final ServerSocket listener;
    private final Thread thread;

    private Acceptor(ServerSocket listener, String name, Consumer<Socket> onClient) {
        this.listener = listener;
        this.thread = Daemons.make(name + "-" + listener.getLocalPort(), () -> accept(onClient));
    }

    /** Listens from now on; port 0 stands for a free one. */
    static Acceptor listen(int port, String name, Consumer<Socket> onClient) {
        try {
            Acceptor acceptor = new Acceptor(Sockets.listen(port), name, onClient);
            acceptor.thread.start();
            return acceptor;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port + " of 127.0.0.1", e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean isClosed() {
        return listener.isClosed();
    }

    /** Stops listening; waits for the thread, because until it has left accept() the kernel takes clients in. */
    void close() {
        Daemons.closeQuietly(listener);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Consumer<Socket> onClient) {
        while (true) {
            try {
                onClient.accept(listener.accept());
            } catch (IOException e) {
                return;
            }
        }
    }
}
