package io.sorrel.redis.connection;

import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.KeepAliveOptions;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisInterruptedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** Connects by TCP: looks the name up, tries every address, each with its share of the time that is left. */
final class TcpDialer implements Dialer {
    private final Endpoint.Tcp endpoint;
    private final KeepAliveOptions keepAlive;
    private final TimedResolver resolver;
    private final Connect connect;

    /** Connects a socket to one address within a time; {@link Socket#connect(SocketAddress, int)} outside tests. */
    interface Connect {
        void connect(Socket socket, SocketAddress address, int millis) throws IOException;
    }

    TcpDialer(Endpoint.Tcp endpoint, KeepAliveOptions keepAlive, TimedResolver resolver) {
        this(endpoint, keepAlive, resolver, Socket::connect);
    }

    TcpDialer(Endpoint.Tcp endpoint, KeepAliveOptions keepAlive, TimedResolver resolver, Connect connect) {
        this.endpoint = endpoint;
        this.keepAlive = keepAlive;
        this.resolver = resolver;
        this.connect = connect;
    }

    @Override
    public Transport dial(Deadline deadline) {
        List<InetAddress> addresses = addresses(deadline);
        StringJoiner attempts = new StringJoiner("; ");
        IOException last = null;
        for (int i = 0; i < addresses.size(); i++) {
            InetAddress address = addresses.get(i);
            try {
                return connect(address, deadline.remainingNanos() / (addresses.size() - i));
            } catch (IOException e) {
                if (ConnectionFailures.wasInterrupted(e)) {
                    throw interrupted(e);
                }
                last = e;
                attempts.add(address.getHostAddress() + ": " + reason(e));
            }
        }
        throw new ConnectFailedException(
                "cannot connect to " + endpoint + " (" + attempts + ")" + hint(last), context(), last);
    }

    private List<InetAddress> addresses(Deadline deadline) {
        try {
            List<InetAddress> addresses = resolver.resolve(endpoint.host(), deadline);
            if (addresses.isEmpty()) {
                throw new UnknownHostException("the resolver returned no address");
            }
            return addresses;
        } catch (UnknownHostException e) {
            throw new ConnectFailedException(
                    "cannot connect to " + endpoint + ": unknown host; check the host name", context(), e);
        } catch (IOException e) {
            throw new ConnectFailedException("cannot connect to " + endpoint + ": " + e.getMessage(), context(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private Transport connect(InetAddress address, long nanos) throws IOException {
        if (nanos <= 0) {
            throw new IOException("no time was left to try it");
        }
        Socket socket = new Socket();
        try {
            configure(socket);
            int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            connect.connect(socket, new InetSocketAddress(address, endpoint.port()), millis);
            return new TcpTransport(socket);
        } catch (IOException | RuntimeException | Error e) {
            socket.close();
            throw e;
        }
    }

    private void configure(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        if (!keepAlive.enabled()) {
            return;
        }
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(
                    ExtendedSocketOptions.TCP_KEEPIDLE, (int) keepAlive.idle().toSeconds());
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, (int)
                    keepAlive.interval().toSeconds());
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, keepAlive.count());
        }
    }

    private static String reason(IOException e) {
        return e instanceof SocketTimeoutException ? "no answer in time" : String.valueOf(e.getMessage());
    }

    private static String hint(@Nullable IOException last) {
        return last instanceof ConnectException
                ? "; is Redis running there, and are host and port right?"
                : "; check the address, the network and the connect timeout";
    }

    private RedisInterruptedException interrupted(Exception cause) {
        return new RedisInterruptedException("interrupted while connecting", CommandOutcome.NOT_SENT, context(), cause);
    }

    private ErrorContext context() {
        return new ErrorContext(endpoint.toString(), null);
    }
}
