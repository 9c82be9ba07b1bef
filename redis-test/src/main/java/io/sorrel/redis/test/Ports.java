package io.sorrel.redis.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * The choice of a port that nobody listens on.
 *
 * <p>Ports come from below the ranges that Linux and macOS give to outgoing connections: there, a client that
 * reconnects to a stopped server can be given the server's own port and keep the server from coming back.
 */
final class Ports {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int FIRST = 10_000;
    private static final int COUNT = 10_000;
    private static final int ATTEMPTS = 200;

    private Ports() {}

    static int free(RandomGenerator random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + random.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new RedisServerException("No free port found on 127.0.0.1 between " + FIRST + " and "
                + (FIRST + COUNT - 1) + " in " + ATTEMPTS + " attempts");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
