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
 * A client of one Redis server. One instance serves a whole application: it is thread-safe, and it lends each call a
 * connection of its pool. Nothing is connected until the first call, or until {@link #connect()}.
 *
 * <pre>{@code
 * try (RedisClient redis = RedisClient.create("redis://localhost")) {
 *     redis.sync().set("greeting", "hello");
 *     String greeting = redis.sync().get("greeting");
 * }
 * }</pre>
 *
 * <p>Every call ends within the command timeout, 5 seconds by default, which covers the wait for a connection, the
 * write, the reply and retries. What failed is tried again where that is harmless, by the rule of {@link
 * RetryOptions}. A call that fails throws a {@link io.sorrel.redis.error.RedisException}, whose
 * {@link io.sorrel.redis.error.RedisException#outcome() outcome} says whether the command ran.
 *
 * <p>Interrupting a thread ends its wait for a connection, not its wait for a reply: that ends with the reply or the
 * timeout, and the interrupt flag stays set. A virtual thread that is interrupted while it reads fails at once, with an
 * unknown outcome, because the JDK closes the socket under it.
 */
public final class RedisClient implements AutoCloseable {
    private final ClientOptions options;
    private final Connector connector;
    private final Paths paths;
    private final RedisView view;

    private RedisClient(ClientOptions options, ClientListener listener) {
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "sorrel-connection");
            thread.setDaemon(true);
            return thread;
        };
        this.options = options;
        this.connector = new Connector(options, threads);
        this.paths = new Paths(options, connector, listener);
        this.view = new RedisView(new ClientExecutor(
                paths, new CallSettings(options.timeouts().command(), options.retry(), options.mode())));
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

    /** Starts a client with the default options: {@code localhost:6379}, nobody listening. */
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
     * may take long and shall hold up nobody else.
     */
    public RedisView withMode(ConnectionMode mode) {
        return view.withMode(mode);
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
     * Closes the client: calls that wait for a connection fail, those in progress may finish within the close timeout
     * (2 seconds by default), then their connections are closed. No thread and no socket stays behind. Idempotent.
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
         * Adds someone who is told of what happens to connections and commands; nobody is by default. May be called
         * several times: each event is told to all listeners, in the order in which they were added.
         */
        public Builder listener(ClientListener value) {
            listeners.add(value);
            return this;
        }

        /**
         * The client; nothing is connected yet.
         *
         * @throws IllegalArgumentException when the options ask for something that this version cannot do
         */
        public RedisClient build() {
            return new RedisClient(options, Listeners.of(listeners));
        }
    }
}
