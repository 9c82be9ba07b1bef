package io.sorrel.redis.connection;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import jdk.net.ExtendedSocketOptions;

/** Reads the options that the dialer sets on a socket. */
public final class KeepAliveProbe {
    private KeepAliveProbe() {}

    /** SO_KEEPALIVE, and the idle time, interval and count of its probes, of a socket that is dialled with these options. */
    public static List<Object> socketOptions(ClientOptions options) {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Object> seen = new ArrayList<>();
            TcpDialer dialer = new TcpDialer(
                    Endpoint.tcp("127.0.0.1", server.getLocalPort()),
                    options.keepAlive(),
                    new TimedResolver(AddressResolver.SYSTEM, Connections::daemon),
                    (socket, address, millis) -> {
                        seen.add(socket.getOption(StandardSocketOptions.SO_KEEPALIVE));
                        seen.add(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE));
                        seen.add(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL));
                        seen.add(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT));
                        socket.connect(address, millis);
                    });
            dialer.dial(Connections.soon()).close();
            return seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
