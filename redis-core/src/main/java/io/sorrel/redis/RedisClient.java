package io.sorrel.redis;

import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.connection.Connector;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.PoolStatistics;
import io.sorrel.redis.event.ServerInfo;
import io.sorrel.redis.event.SharedStatistics;
import io.sorrel.redis.execution.CallSettings;
import io.sorrel.redis.execution.ClientExecutor;
import io.sorrel.redis.execution.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A client of one Redis server. One instance serves a whole application and all its threads. Nothing is connected until the
 * first call, or until {@link #connect()}, unless the options ask for connections that are kept ready.
 *
 * <pre>{@code
 * try (RedisClient redis = RedisClient.create("redis://localhost")) {
 *     redis.sync().set("greeting", "hello");
 *     redis.async().get("greeting").thenAccept(System.out::println);
 * }
 * }</pre>
 *
 * <p><b>Connections.</b> While few callers are active, each sync call has an idle connection of the pool to itself; with
 * more of them, and for async calls, all share one connection, on which commands that wait are written together. {@link
 * ConnectionMode} says so, and how to have it otherwise. A session and a command that blocks, such as BLPOP, always have a
 * pooled connection of their own.
 *
 * <p><b>Sizing.</b> A client has at most one connection more than its pool may hold, 9 by default, and its throughput grows
 * with the callers, not with the connections. The pool needs one for each session and each blocking command at the same
 * time; in {@link ConnectionMode#POOLED} one for each caller. On the shared connection 65,536 commands may be under way and
 * 32 MiB may wait to be sent; beyond that callers wait, or fail at once ({@link io.sorrel.redis.config.SharedOptions}).
 *
 * <p><b>Time and failure.</b> Every call ends within the command timeout, 5 seconds by default, which covers the wait for a
 * connection or for room, the write, the reply and retries; a command that blocks has the time that it names on top. What
 * failed is tried again where that is harmless, by the rule of {@link RetryOptions}. A call that fails throws a {@link
 * io.sorrel.redis.error.RedisException}, whose {@link io.sorrel.redis.error.RedisException#outcome() outcome} says whether
 * the command ran.
 *
 * <p><b>Order.</b> The commands of one thread take effect in the order of its calls, sync and async mixed. Exempt are async
 * commands that block or are tried again, commands about what holds others up, such as SCRIPT KILL, and those whose outcome
 * is unknown. A session begins behind what its thread has called before. Between threads there is no order, except that
 * what begins after a call has returned, or after its future has completed, takes effect after it.
 *
 * <p><b>Threads.</b> The client, its views and its commands are thread-safe; a session serves one thread at a time. Codecs and
 * listeners are called by several threads at once. Callbacks of futures may block and may call Redis: they run on threads
 * that are there for them.
 *
 * <p><b>Interrupts.</b> An interrupt ends the wait of a sync call, on any connection, in a session and of a command that
 * blocks: mostly at once on the shared connection and for virtual threads, else within about 50 ms. The call fails with a
 * {@link io.sorrel.redis.error.RedisInterruptedException}, whose outcome says whether the command was sent; the interrupt
 * flag stays set. A pooled connection on which a command was under way is closed; the shared connection drops the reply.
 *
 * <p>{@code docs/concurrency.md} in the source tree tells all of this in detail.
 */
public final class RedisClient implements AutoCloseable {
    private final ClientOptions options;
    private final Connector connector;
    private final Paths paths;
    private final RedisView view;
    private final ListenerRegistry listeners = new ListenerRegistry();

    private RedisClient(ClientOptions options, List<ClientListener> listeners) {
        listeners.forEach(this.listeners::add);
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "sorrel-connection");
            thread.setDaemon(true);
            return thread;
        };
        this.options = options;
        this.connector = new Connector(options, threads);
        this.paths = new Paths(options, connector, this.listeners);
        this.view = new RedisView(new ClientExecutor(
                paths,
                new CallSettings(
                        options.timeouts().command(),
                        options.retry(),
                        options.mode(),
                        options.timeouts().disconnectedWait())));
    }

    /**
     * A client of the server that a URL names, such as {@code redis://user:password@host:6379/0?command-timeout=2s};
     * {@link io.sorrel.redis.config.RedisUri} lists what a URL can say.
     *
     * @throws IllegalArgumentException when the URL is wrong; the message names the part that is, and masks the password
     */
    public static RedisClient create(String url) {
        return create(ClientOptions.of(url));
    }

    /**
     * A client with these options.
     *
     * @throws IllegalArgumentException when the options ask for something that this version cannot do
     */
    public static RedisClient create(ClientOptions options) {
        return builder().options(options).build();
    }

    /** Starts a client with the default options: {@code localhost:6379}, without a listener. */
    public static Builder builder() {
        return new Builder();
    }

    /** The commands with keys and values as strings in UTF-8. */
    public RedisCommands<String, String> sync() {
        return view.sync();
    }

    /** The commands with keys and values of other types; keep the result rather than asking for it for every call. */
    public <K, V> RedisCommands<K, V> sync(RedisCodec<K, V> codec) {
        return view.sync(codec);
    }

    /**
     * The commands with keys and values as strings in UTF-8, each returning a future of its reply. The futures complete on
     * threads of the client that are there for callbacks; a callback may block and may call Redis, also synchronously.
     * Cancelling a future frees the command's place in the queue, or has its reply dropped when it comes; the command may
     * run all the same.
     *
     * <p>The call that returns the future waits only where the queue is full and the options say so. It throws what is
     * wrong with its arguments; everything else completes the future with a
     * {@link io.sorrel.redis.error.RedisException}, whose outcome says whether the command ran.
     */
    public RedisAsyncCommands<String, String> async() {
        return view.async();
    }

    /** The commands of {@link #async()} with keys and values of other types; keep the result. */
    public <K, V> RedisAsyncCommands<K, V> async(RedisCodec<K, V> codec) {
        return view.async(codec);
    }

    /**
     * Runs any command and returns its decoded reply.
     *
     * @throws io.sorrel.redis.error.RedisException when it fails; its outcome says whether the command ran
     * @throws IllegalStateException when the command is about one connection and so needs a session
     */
    public <T extends @Nullable Object> T execute(Command<T> command) {
        return view.execute(command);
    }

    /**
     * Starts any command; the future completes as {@link #async()} says.
     *
     * @throws IllegalStateException when the command is about one connection and so needs a session
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Command<T> command) {
        return view.submit(command);
    }

    /**
     * This client with another timeout per call.
     *
     * @param timeout longer than zero, at most 365 days
     * @throws IllegalArgumentException when the timeout is not in this range
     */
    public RedisView withTimeout(Duration timeout) {
        return view.withTimeout(timeout);
    }

    /**
     * This client with another way of trying again what failed; {@link RetryOptions#none()} for not at all. Views whose
     * options state the same budget share it.
     */
    public RedisView withRetry(RetryOptions retry) {
        return view.withRetry(retry);
    }

    /**
     * This client with sync calls that choose their connection otherwise; {@link ConnectionMode#POOLED} for calls that
     * may take long and shall hold up no other call.
     */
    public RedisView withMode(ConnectionMode mode) {
        return view.withMode(mode);
    }

    /**
     * This client with another wait while the server is known to be gone, as {@link
     * io.sorrel.redis.config.TimeoutOptions#disconnectedWait()} says; zero for calls that fail at once then.
     *
     * @param wait at least zero, at most 365 days
     * @throws IllegalArgumentException when the wait is not in this range
     */
    public RedisView withDisconnectedWait(Duration wait) {
        return view.withDisconnectedWait(wait);
    }

    /**
     * Lends out one connection for commands that belong together; give it back by closing the session.
     *
     * @throws io.sorrel.redis.error.RedisException when no connection becomes free in time or none can be made
     */
    public RedisSession openSession() {
        return view.openSession();
    }

    /**
     * Makes sure that the server can be reached: opens a connection unless one is idle, and the idle connections that
     * the pool shall keep.
     *
     * @throws io.sorrel.redis.error.RedisException when there is no connection within the connect timeout
     */
    public void connect() {
        paths.connect(Deadline.after(options.timeouts().connect()));
    }

    private void warmUp() {
        boolean warm = false;
        try {
            paths.pool().warmUp(Deadline.after(options.timeouts().connect()));
            warm = true;
        } finally {
            if (!warm) {
                close();
            }
        }
    }

    /** The label of the server, such as {@code localhost:6379}; it contains no credentials. */
    public String endpoint() {
        return options.endpoint().toString();
    }

    /** What the server said of itself when the latest connection was made; null before the first. */
    public @Nullable ServerInfo server() {
        return connector.lastServer();
    }

    /** What the pool has and has done. */
    public PoolStatistics poolStatistics() {
        return paths.pool().statistics();
    }

    /** What the shared connection has and has done. */
    public SharedStatistics sharedStatistics() {
        return paths.shared().statistics();
    }

    /**
     * Adds a listener, which is told of what happens to connections and commands from now on. Each event is told to all
     * listeners, in the order in which they were added; a listener that has been added before is told once. While a client
     * has no listener, it measures nothing. Thread-safe.
     */
    public void addListener(ClientListener listener) {
        listeners.add(listener);
    }

    /**
     * Removes a listener, and does nothing if the client does not have it. Events that other threads are telling meanwhile
     * may still reach it. Thread-safe.
     */
    public void removeListener(ClientListener listener) {
        listeners.remove(listener);
    }

    /**
     * Closes the client: new calls and those that wait for a pooled connection fail, those under way may finish within the
     * close timeout (2 seconds by default), then they fail and the connections are closed. No socket and no thread stays
     * behind, but for threads that are held up by a callback or listener of the application, by a dial or by the look-up of
     * a name: they end as soon as that lets them. Idempotent.
     */
    @Override
    public void close() {
        paths.close(options.timeouts().close());
        connector.close();
    }

    /** Says what a client shall be like, then builds it. Not thread-safe. */
    public static final class Builder {
        private ClientOptions options = ClientOptions.defaults();
        private final List<ClientListener> listeners = new ArrayList<>();

        private Builder() {}

        /** The options; the defaults are those of {@link ClientOptions#defaults()}. */
        public Builder options(ClientOptions value) {
            this.options = value;
            return this;
        }

        /** The options that the URL states, the defaults for the rest. */
        public Builder url(String url) {
            return options(ClientOptions.of(url));
        }

        /**
         * Adds a listener, as {@link RedisClient#addListener} does to the client once it is built; by default there is
         * none. May be called several times.
         */
        public Builder listener(ClientListener value) {
            listeners.add(value);
            return this;
        }

        /**
         * The client; nothing is connected yet, unless {@link io.sorrel.redis.config.PoolOptions#warmUp()} asks for it.
         *
         * @throws IllegalArgumentException when the options ask for something that this version cannot do
         * @throws io.sorrel.redis.error.RedisException when connections that are to be ready cannot be made within the
         *     connect timeout
         */
        public RedisClient build() {
            RedisClient client = new RedisClient(options, listeners);
            if (options.pool().warmUp()) {
                client.warmUp();
            }
            return client;
        }
    }
}
