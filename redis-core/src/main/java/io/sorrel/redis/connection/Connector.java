package io.sorrel.redis.connection;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.HandshakeMode;
import io.sorrel.redis.config.ReplyLimits;
import io.sorrel.redis.connection.Handshake.Proof;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.protocol.RespLimits;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections to the endpoint of the options: dial, then handshake, both within one deadline. Thread-safe. */
public final class Connector implements ConnectionFactory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    private final ClientOptions options;
    private final Dialer dialer;
    private final DeadlineWatch watch;
    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());
    private final Handshake handshake;
    private final Handshake linkHandshake;
    private final MinimalRetry minimalRetry;
    private final int commandsBetweenChecks;
    private final AtomicBoolean saidUnchecked = new AtomicBoolean();
    private volatile @Nullable ServerInfo lastServer;

    /**
     * Creates it; no connection is opened yet.
     *
     * @param threads makes the thread that watches deadlines and those that look names up; they should be daemons
     * @throws IllegalArgumentException when the options ask for a transport that there is not
     */
    public Connector(ClientOptions options, ThreadFactory threads) {
        this(options, dialer(options, threads), new DeadlineWatch(System::nanoTime, threads));
    }

    Connector(ClientOptions options, Dialer dialer, DeadlineWatch watch) {
        this.options = options;
        this.dialer = dialer;
        this.watch = watch;
        boolean minimal = options.handshake() == HandshakeMode.MINIMAL;
        this.handshake = handshake(options.handshake(), minimal ? Proof.NOTHING : Proof.ANSWERS);
        this.linkHandshake = minimal ? handshake : handshake(HandshakeMode.FULL, Proof.ANSWERS_ECHO);
        this.commandsBetweenChecks = minimal ? 0 : options.shared().fenceCommands();
        this.minimalRetry = new MinimalRetry(options, handshake(HandshakeMode.MINIMAL, Proof.ANSWERS));
    }

    private Handshake handshake(HandshakeMode mode, Proof proof) {
        return new Handshake(options, commands, mode, proof);
    }

    private static Dialer dialer(ClientOptions options, ThreadFactory threads) {
        if (options.tls()) {
            throw new IllegalArgumentException(
                    "TLS (rediss://) is not supported by this version; use redis:// within a trusted network");
        }
        if (options.endpoint() instanceof Endpoint.Tcp tcp) {
            return new TcpDialer(tcp, options.keepAlive(), new TimedResolver(AddressResolver.SYSTEM, threads));
        }
        throw new IllegalArgumentException(
                "Unix sockets (redis+unix://) are not supported by this version; use redis://host:port");
    }

    @Override
    public Connection connect(Deadline deadline) {
        return open(deadline, handshake, transport -> transport).connection();
    }

    /**
     * Opens a connection whose two directions belong to two threads, and finds out whether its peer answers ECHO; fails
     * as {@link #connect} does.
     */
    public Link openLink(Deadline deadline) {
        Opened<LinkTransport> opened = open(deadline, linkHandshake, LinkTransport::new);
        SocketConnection connection = opened.connection();
        connection.handOver();
        Greeting greeting = connection.greeting();
        if (greeting.echo() == Greeting.Echo.NOT_ANSWERED && saidUnchecked.compareAndSet(false, true)) {
            LOG.info(
                    "{} does not answer ECHO: the shared connection cannot check there whether a reply was left out",
                    label());
        }
        return new Link(opened.transport(), label(), opened.wire().reader(), limits(options.replyLimits()), greeting);
    }

    private record Opened<T extends Transport>(T transport, Wire wire, SocketConnection connection) {}

    private <T extends Transport> Opened<T> open(Deadline deadline, Handshake first, Function<Transport, T> form) {
        Deadline limit = deadline.atMost(options.timeouts().connect());
        try {
            Opened<T> opened = minimalRetry.run(
                    label(), first, chosen -> shakeHands(form.apply(dialer.dial(limit)), chosen, limit));
            lastServer = opened.connection().server();
            return opened;
        } catch (RedisServerException | RedisInterruptedException | ConnectFailedException e) {
            throw e;
        } catch (RedisException e) {
            throw new ConnectFailedException(
                    "connected to " + label() + ", but the handshake failed: " + e.reason() + hint(e),
                    new ErrorContext(label(), null),
                    e);
        }
    }

    private <T extends Transport> Opened<T> shakeHands(T transport, Handshake chosen, Deadline limit) {
        Wire wire = new Wire(transport, label(), limits(options.replyLimits()));
        SocketConnection connection =
                new SocketConnection(wire, watch, chosen, commands, new StepCheck(commandsBetweenChecks));
        boolean ready = false;
        try {
            connection.shakeHands(limit);
            ready = true;
            return new Opened<>(transport, wire, connection);
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private String label() {
        return options.endpoint().toString();
    }

    /** A server that speaks TLS or another protocol hangs up or sends what is no reply; so do proxies at commands. */
    private String hint(RedisException failure) {
        boolean hungUp = failure instanceof ConnectionLostException;
        if (!hungUp && !(failure instanceof RedisProtocolException)) {
            return "";
        }
        return "; is it a Redis server, and does its port speak plain text rather than TLS?"
                + (hungUp ? minimalRetry.hint() : "");
    }

    /** Who watches the deadlines of its connections; for others who wait on them. */
    public DeadlineWatch watch() {
        return watch;
    }

    /** What the server said in the handshake that succeeded last; null before the first. */
    public @Nullable ServerInfo lastServer() {
        return lastServer;
    }

    private static RespLimits limits(ReplyLimits limits) {
        return new RespLimits(
                limits.maxDepth(), limits.maxLine(), limits.maxBulk(), limits.maxElements(), limits.maxBytes());
    }

    /** Closes the connections that are still open, and ends the thread that watches deadlines. */
    @Override
    public void close() {
        watch.close();
    }
}
