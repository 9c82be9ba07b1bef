package io.sorrel.redis.test.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The ways to open a listener and to end a socket; an end that fails has happened already. */
final class Sockets {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 511;

    private Sockets() {}

    /** Listens on a port of 127.0.0.1; 0 for a free one. */
    static ServerSocket listen(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        return listener;
    }

    /** Keeps a port of 127.0.0.1 free for a later listener: a client that connects is refused. */
    static Socket hold(int port) throws IOException {
        Socket holder = new Socket();
        holder.setReuseAddress(true);
        holder.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
        return holder;
    }

    /** Ends a socket with FIN: what has arrived unread is taken first, since the kernel would send RST for it. */
    static void close(Socket socket) {
        try (socket) {
            socket.shutdownOutput();
            for (int unread = socket.getInputStream().available();
                    unread > 0;
                    unread = socket.getInputStream().available()) {
                socket.getInputStream().skipNBytes(unread);
            }
        } catch (IOException e) {
            // The other side was quicker.
        }
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // The other side was quicker.
        }
    }

    static void endOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // The other side was quicker.
        }
    }
}
