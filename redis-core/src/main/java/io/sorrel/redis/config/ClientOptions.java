package io.sorrel.redis.config;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a client is told about its server and itself. {@code toString} shows no credentials.
 *
 * <p>Values set later override those set earlier; a URL is a set of values like any other, applied where
 * {@link Builder#uri(String)} stands.
 */
public final class ClientOptions {
    private final Endpoint endpoint;
    private final boolean tls;
    private final @Nullable Credentials credentials;
    private final int database;
    private final @Nullable String clientName;
    private final boolean libraryInfo;
    private final ProtocolVersion protocol;
    private final HandshakeMode handshake;
    private final TimeoutOptions timeouts;
    private final KeepAliveOptions keepAlive;
    private final ReplyLimits replyLimits;
    private final ConnectionMode mode;
    private final SharedOptions shared;
    private final PoolOptions pool;
    private final RetryOptions retry;

    private ClientOptions(Builder builder) {
        this.endpoint = builder.endpoint;
        this.tls = builder.tls;
        this.credentials = builder.credentials;
        this.database = builder.database;
        this.clientName = builder.clientName;
        this.libraryInfo = builder.libraryInfo;
        this.protocol = builder.protocol;
        this.handshake = builder.handshake;
        this.timeouts = builder.timeouts.build();
        this.keepAlive = builder.keepAlive.build();
        this.replyLimits = builder.replyLimits.build();
        this.mode = builder.mode;
        this.shared = builder.shared.build();
        this.pool = builder.pool.build();
        this.retry = builder.retry.build();
    }

    /** The defaults: {@code localhost:6379} without TLS and credentials, and what each accessor states. */
    public static ClientOptions defaults() {
        return builder().build();
    }

    /**
     * The defaults with what a URL states.
     *
     * @param url see {@link RedisUri}
     * @throws RedisUriException if the URL cannot be used; the message shows no credentials
     */
    public static ClientOptions of(String url) {
        return builder().uri(url).build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        return new Builder()
                .endpoint(endpoint)
                .tls(tls)
                .credentials(credentials)
                .database(database)
                .clientName(clientName)
                .libraryInfo(libraryInfo)
                .protocol(protocol)
                .handshake(handshake)
                .timeouts(timeouts)
                .keepAlive(keepAlive)
                .replyLimits(replyLimits)
                .mode(mode)
                .shared(shared)
                .pool(pool)
                .retry(retry);
    }

    /** Where the server listens; default {@code localhost:6379}. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether connections are encrypted, and the server's certificate and host name verified; default false. */
    public boolean tls() {
        return tls;
    }

    /** What to log in with, or {@code null}, the default, for nothing. */
    public @Nullable Credentials credentials() {
        return credentials;
    }

    /** The number of the database to select; default 0. */
    public int database() {
        return database;
    }

    /** The name for {@code CLIENT SETNAME}, or {@code null}, the default, for none. */
    public @Nullable String clientName() {
        return clientName;
    }

    /** Whether name and version of this library are told with {@code CLIENT SETINFO} (Redis 7.2); default true. */
    public boolean libraryInfo() {
        return libraryInfo;
    }

    /** The version of the wire protocol; default {@link ProtocolVersion#AUTO}. */
    public ProtocolVersion protocol() {
        return protocol;
    }

    /** What is said on a new connection before commands are; default {@link HandshakeMode#FULL}. */
    public HandshakeMode handshake() {
        return handshake;
    }

    /** How long the client waits for what. */
    public TimeoutOptions timeouts() {
        return timeouts;
    }

    /** Probes on idle TCP connections. */
    public KeepAliveOptions keepAlive() {
        return keepAlive;
    }

    /** What one reply may cost at most. */
    public ReplyLimits replyLimits() {
        return replyLimits;
    }

    /** Which connections carry commands; default {@link ConnectionMode#ADAPTIVE}. */
    public ConnectionMode mode() {
        return mode;
    }

    /** The connection that carries the commands of many callers at once. */
    public SharedOptions shared() {
        return shared;
    }

    /** The connections of which each serves one caller at a time. */
    public PoolOptions pool() {
        return pool;
    }

    /** Whether and how commands that failed are tried again. */
    public RetryOptions retry() {
        return retry;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                endpoint,
                tls,
                credentials,
                database,
                clientName,
                libraryInfo,
                protocol,
                handshake,
                timeouts,
                keepAlive,
                replyLimits,
                mode,
                shared,
                pool,
                retry);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "ClientOptions[endpoint=" + endpoint + ", tls=" + tls + ", credentials="
                + (credentials == null ? "none" : "***") + ", database=" + database + ", clientName=" + clientName
                + ", libraryInfo=" + libraryInfo + ", protocol=" + protocol + ", handshake=" + handshake + ", timeouts="
                + timeouts
                + ", keepAlive=" + keepAlive + ", replyLimits=" + replyLimits + ", mode=" + mode + ", shared=" + shared
                + ", pool=" + pool + ", retry=" + retry
                + "]";
    }

    /** Builds {@link ClientOptions}; not for use by several threads at once. */
    public static final class Builder {
        private Endpoint endpoint = Endpoint.tcp(Endpoint.DEFAULT_HOST, Endpoint.DEFAULT_PORT);
        private boolean tls;
        private @Nullable Credentials credentials;
        private int database;
        private @Nullable String clientName;
        private boolean libraryInfo = true;
        private ProtocolVersion protocol = ProtocolVersion.AUTO;
        private HandshakeMode handshake = HandshakeMode.FULL;
        private TimeoutOptions.Builder timeouts = TimeoutOptions.builder();
        private KeepAliveOptions.Builder keepAlive = KeepAliveOptions.builder();
        private ReplyLimits.Builder replyLimits = ReplyLimits.builder();
        private ConnectionMode mode = ConnectionMode.ADAPTIVE;
        private SharedOptions.Builder shared = SharedOptions.builder();
        private PoolOptions.Builder pool = PoolOptions.builder();
        private RetryOptions.Builder retry = RetryOptions.builder();

        private Builder() {}

        /**
         * Sets what a URL states: endpoint and TLS always, the rest where the URL mentions it.
         *
         * @param url see {@link RedisUri}
         * @throws RedisUriException if the URL cannot be used; the message shows no credentials
         */
        public Builder uri(String url) {
            return uri(RedisUri.parse(url));
        }

        /** Sets what a URL states: endpoint and TLS always, the rest where the URL mentions it. */
        public Builder uri(RedisUri uri) {
            uri.applyTo(this);
            return this;
        }

        /** Sets {@link ClientOptions#endpoint()}. */
        public Builder endpoint(Endpoint value) {
            endpoint = value;
            return this;
        }

        /** Sets the host and keeps the port of the present TCP endpoint. */
        public Builder host(String value) {
            endpoint = Endpoint.tcp(value, endpoint instanceof Endpoint.Tcp tcp ? tcp.port() : Endpoint.DEFAULT_PORT);
            return this;
        }

        /** Sets the port, 1 to 65535, and keeps the host of the present TCP endpoint. */
        public Builder port(int value) {
            endpoint = Endpoint.tcp(endpoint instanceof Endpoint.Tcp tcp ? tcp.host() : Endpoint.DEFAULT_HOST, value);
            return this;
        }

        /** Sets {@link ClientOptions#tls()}. */
        public Builder tls(boolean value) {
            tls = value;
            return this;
        }

        /** Sets {@link ClientOptions#credentials()}; {@code null} for none. */
        public Builder credentials(@Nullable Credentials value) {
            credentials = value;
            return this;
        }

        /** Sets {@link ClientOptions#database()}; not negative. The server has 16 unless configured otherwise. */
        public Builder database(int value) {
            database = Checks.number("db", value, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Sets {@link ClientOptions#clientName()}: printable ASCII without spaces; {@code null} for none. */
        public Builder clientName(@Nullable String value) {
            if (value != null && (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f))) {
                throw Checks.refused(
                        "client-name", Checks.quoted(value), "one or more printable ASCII characters without spaces");
            }
            clientName = value;
            return this;
        }

        /** Sets {@link ClientOptions#libraryInfo()}. */
        public Builder libraryInfo(boolean value) {
            libraryInfo = value;
            return this;
        }

        /** Sets {@link ClientOptions#protocol()}. */
        public Builder protocol(ProtocolVersion value) {
            protocol = value;
            return this;
        }

        /** Sets {@link ClientOptions#handshake()}; {@code MINIMAL} and {@link ProtocolVersion#RESP3} exclude each other. */
        public Builder handshake(HandshakeMode value) {
            handshake = value;
            return this;
        }

        /** Sets all of {@link ClientOptions#timeouts()}. */
        public Builder timeouts(TimeoutOptions value) {
            timeouts = value.toBuilder();
            return this;
        }

        /** Changes some of {@link ClientOptions#timeouts()}. */
        public Builder timeouts(Consumer<TimeoutOptions.Builder> change) {
            change.accept(timeouts);
            return this;
        }

        /** Sets all of {@link ClientOptions#keepAlive()}. */
        public Builder keepAlive(KeepAliveOptions value) {
            keepAlive = value.toBuilder();
            return this;
        }

        /** Changes some of {@link ClientOptions#keepAlive()}. */
        public Builder keepAlive(Consumer<KeepAliveOptions.Builder> change) {
            change.accept(keepAlive);
            return this;
        }

        /** Sets all of {@link ClientOptions#replyLimits()}. */
        public Builder replyLimits(ReplyLimits value) {
            replyLimits = value.toBuilder();
            return this;
        }

        /** Changes some of {@link ClientOptions#replyLimits()}. */
        public Builder replyLimits(Consumer<ReplyLimits.Builder> change) {
            change.accept(replyLimits);
            return this;
        }

        /** Sets {@link ClientOptions#mode()}. */
        public Builder mode(ConnectionMode value) {
            mode = value;
            return this;
        }

        /** Sets all of {@link ClientOptions#shared()}. */
        public Builder shared(SharedOptions value) {
            shared = value.toBuilder();
            return this;
        }

        /** Changes some of {@link ClientOptions#shared()}. */
        public Builder shared(Consumer<SharedOptions.Builder> change) {
            change.accept(shared);
            return this;
        }

        /** Sets all of {@link ClientOptions#pool()}. */
        public Builder pool(PoolOptions value) {
            pool = value.toBuilder();
            return this;
        }

        /** Changes some of {@link ClientOptions#pool()}. */
        public Builder pool(Consumer<PoolOptions.Builder> change) {
            change.accept(pool);
            return this;
        }

        /** Sets all of {@link ClientOptions#retry()}. */
        public Builder retry(RetryOptions value) {
            retry = value.toBuilder();
            return this;
        }

        /** Changes some of {@link ClientOptions#retry()}. */
        public Builder retry(Consumer<RetryOptions.Builder> change) {
            change.accept(retry);
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if values contradict each other; the message names them
         */
        public ClientOptions build() {
            if (tls && endpoint instanceof Endpoint.Unix) {
                throw Checks.refused("tls", "true", "false for a Unix domain socket, which never leaves the machine");
            }
            if (handshake == HandshakeMode.MINIMAL && protocol == ProtocolVersion.RESP3) {
                throw Checks.refused(
                        "handshake",
                        "minimal",
                        "full for protocol=resp3, or the protocol auto or resp2: only HELLO asks for RESP3");
            }
            return new ClientOptions(this);
        }
    }
}
