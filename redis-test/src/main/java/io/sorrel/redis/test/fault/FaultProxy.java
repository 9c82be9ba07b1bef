package io.sorrel.redis.test.fault;

import io.sorrel.redis.test.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A TCP proxy in front of a server that does to the bytes, in each direction, what a test tells it. Without a script
 * it forwards everything at once.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.to(redis)) {
 *     proxy.onConnect(connection -> connection.replies().cutAfter(17, Cut.RESET));
 *     ...
 *     proxy.requests().stall();
 * }
 * }</pre>
 *
 * <p>It opens its connection to the server after it has accepted a client; when nothing listens there, the client is
 * reset. Safe for use by several threads.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String serverHost;
    private final int serverPort;
    private final long seed;
    private final int port;
    private final ProxyConnections connections = new ProxyConnections();
    private final Map<Socket, Boolean> silent = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Consumer<ProxyConnection> onConnect = connection -> {};
    private volatile Entrance entrance = Entrance.OPEN;
    private volatile Acceptor acceptor;
    private volatile Socket holder = new Socket();

    /** What happens to a client that connects. */
    private enum Entrance {
        OPEN,
        REFUSING,
        SILENT,
        CLOSING,
        RESETTING,
        ENDED
    }

    /** Misbehaviours with a name, see {@link FaultProxy#fault}. */
    public enum Fault {
        /** Nothing listens: connecting is refused. Open connections go on. */
        REFUSES_CONNECTIONS,
        /** Connections are accepted, and then nothing happens. Open connections go on. */
        SAYS_NOTHING,
        /** Connections are accepted and closed. Open connections go on. */
        CLOSES_ON_ACCEPT,
        /** Connections are accepted and reset. Open connections go on. */
        RESETS_ON_ACCEPT,
        /** Nothing reaches the server, and connections stay open. */
        STALLS_REQUESTS,
        /** Commands are executed, but no reply comes; connections stay open, and the replies wait. */
        STALLS_REPLIES,
        /** The network is gone without a word: nothing passes in either direction. */
        STALLS,
        /** Commands are executed, and the replies are lost for good. */
        LOSES_REPLIES,
        /** The connection closes after the next byte of a reply. */
        CLOSES_MID_REPLY,
        /** The connection is reset after the next byte of a reply. */
        RESETS_MID_REPLY,
        /** The next byte of a reply arrives damaged. */
        CORRUPTS_REPLIES,
        /** Every byte of a reply is written by itself. */
        DRIBBLES_REPLIES
    }

    private FaultProxy(String serverHost, int serverPort, long seed) {
        this.serverHost = serverHost;
        this.serverPort = serverPort;
        this.seed = seed;
        this.acceptor = Acceptor.listen(0, "fault-proxy", this::welcome);
        this.port = acceptor.port();
    }

    /** Starts a proxy in front of a server. */
    public static FaultProxy to(RedisServer server) {
        return to(server.host(), server.port());
    }

    /** Starts a proxy in front of whatever listens there. */
    public static FaultProxy to(String host, int port) {
        return to(host, port, new SplittableRandom().nextLong());
    }

    /** Starts a proxy whose random delays and sizes repeat those of another one with this {@link #seed()}. */
    public static FaultProxy to(String host, int port, long seed) {
        return new FaultProxy(host, port, seed);
    }

    /** Returns the address that the proxy listens on: 127.0.0.1. */
    public String host() {
        return "127.0.0.1";
    }

    /** Returns the port that the proxy listens on. */
    public int port() {
        return port;
    }

    /** Returns the URL that a client connects with; user and password of the server are not in it. */
    public String uri() {
        return "redis://" + host() + ":" + port;
    }

    /** Returns what repeats this proxy's random choices. */
    public long seed() {
        return seed;
    }

    /** Returns the script of what goes to the server, on all connections. */
    public FaultScript requests() {
        return connections.script(Direction.REQUESTS);
    }

    /** Returns the script of what comes from the server, on all connections. */
    public FaultScript replies() {
        return connections.script(Direction.REPLIES);
    }

    /** Calls this with each new connection before its first byte is forwarded, to give it a script of its own. */
    public FaultProxy onConnect(Consumer<ProxyConnection> script) {
        this.onConnect = script;
        return this;
    }

    /** Misbehaves in this way from now on, in addition to what it does already; {@link #heal()} ends it. */
    public FaultProxy fault(Fault misbehaviour) {
        switch (misbehaviour) {
            case REFUSES_CONNECTIONS -> refuse();
            case SAYS_NOTHING -> enter(Entrance.SILENT);
            case CLOSES_ON_ACCEPT -> enter(Entrance.CLOSING);
            case RESETS_ON_ACCEPT -> enter(Entrance.RESETTING);
            case STALLS_REQUESTS -> requests().stall();
            case STALLS_REPLIES -> replies().stall();
            case STALLS -> {
                requests().stall();
                replies().stall();
            }
            case LOSES_REPLIES -> replies().dropAfter(0, Long.MAX_VALUE);
            case CLOSES_MID_REPLY -> replies().cutAfter(1, Cut.CLOSE);
            case RESETS_MID_REPLY -> replies().cutAfter(1, Cut.RESET);
            case CORRUPTS_REPLIES -> replies().corruptAfter(0);
            case DRIBBLES_REPLIES -> replies().split(1);
        }
        return this;
    }

    /**
     * Ends all misbehaviour: clears both scripts and the one of {@link #onConnect}, and accepts connections. Those that
     * were accepted in silence stay silent.
     */
    public FaultProxy heal() {
        onConnect = connection -> {};
        requests().clear();
        replies().clear();
        enter(Entrance.OPEN);
        return this;
    }

    /** Returns how many connections were accepted so far. */
    public int connections() {
        return accepted.get();
    }

    /** Returns how many connections are forwarded at present. */
    public int openConnections() {
        return connections.open().size();
    }

    /**
     * Waits for the n-th connection, counted from 1, to be forwarded, and returns it.
     *
     * @throws AssertionError if it is not within 20 seconds
     */
    public ProxyConnection connection(int number) {
        return connections.await(number, PATIENCE);
    }

    /** Ends all connections, the silent ones too; new ones are accepted. */
    public void closeAll(Cut how) {
        connections.open().forEach(connection -> connection.cut(how));
        silent.keySet().forEach(Sockets::reset);
    }

    /** Ends all connections in order (FIN); new ones are accepted. */
    public void closeAll() {
        closeAll(Cut.CLOSE);
    }

    /** Stops listening and ends all connections. */
    @Override
    public void close() {
        entrance = Entrance.ENDED;
        acceptor.close();
        Daemons.closeQuietly(holder);
        closeAll();
    }

    @Override
    public String toString() {
        return "proxy on port " + port + " to " + serverHost + ":" + serverPort + ", seed " + seed;
    }

    private void refuse() {
        entrance = Entrance.REFUSING;
        if (!acceptor.isClosed()) {
            acceptor.close();
            holder = hold();
        }
    }

    /** Without a listener the port is free, and a client that connects to it could be given it as its own, and meet itself. */
    private Socket hold() {
        try {
            return Sockets.hold(port);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 was taken", e);
        }
    }

    private void enter(Entrance next) {
        entrance = next;
        if (acceptor.isClosed()) {
            acceptor = Acceptor.listen(port, "fault-proxy", this::welcome);
            Daemons.closeQuietly(holder);
        }
    }

    private void welcome(Socket client) {
        int number = accepted.incrementAndGet();
        switch (entrance) {
            case OPEN -> Daemons.start("fault-proxy-" + port + "-" + number, () -> forward(client, number));
            case SILENT -> silent.put(client, true);
            case CLOSING -> Sockets.close(client);
            case RESETTING, REFUSING, ENDED -> Sockets.reset(client);
        }
    }

    private void forward(Socket client, int number) {
        Socket server;
        try {
            client.setTcpNoDelay(true);
            server = new Socket(InetAddress.getAllByName(serverHost)[0], serverPort);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            Sockets.reset(client);
            return;
        }
        SplittableRandom random = new SplittableRandom(seed + number);
        ProxyConnection connection = new ProxyConnection(number, client, server, random);
        connections.add(connection);
        onConnect.accept(connection);
        if (entrance == Entrance.ENDED) {
            connection.cut(Cut.CLOSE);
        }
        Daemons.start(
                "fault-proxy-" + port + "-" + number + "-replies",
                () -> connection.lane(Direction.REPLIES).run());
        connection.lane(Direction.REQUESTS).run();
    }
}
