package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.Backoff;
import io.sorrel.redis.config.ConnectionMode;
import io.sorrel.redis.config.HandshakeMode;
import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.config.SharedOptions.WhenFull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What {@code sorrel.redis.*} says; {@code null} where it says nothing. The bean of this type holds the values in effect
 * instead: what the URL says, else what the property says, else the client's default. {@code toString} shows no
 * credentials.
 *
 * @param url URL of the server, such as redis://user:password@host:6379/0?client-name=orders. What it states wins over
 *     the other properties.
 * @param host Host name or IP address of the server.
 * @param port Port of the server.
 * @param database Number of the database to select.
 * @param username User to log in as.
 * @param password Password to log in with.
 * @param clientName Name of the connections in CLIENT LIST.
 * @param libraryInfo Whether name and version of the client library are told to the server.
 * @param protocol Version of the wire protocol.
 * @param handshake What is said on a new connection before commands: everything, or AUTH and SELECT only, where they are
 *     needed.
 * @param startup What happens with the connection when the application starts.
 * @param connectTimeout Deadline over name resolution, all addresses and the handshake.
 * @param commandTimeout Deadline over waiting for a connection, writing a command and reading its reply.
 * @param closeTimeout Time that closing waits for commands under way.
 * @param disconnectedWait Time that a call waits while the server is known to be gone. Zero means that it fails at once.
 * @param keepAlive TCP probes on idle connections.
 * @param replyLimits What one reply may cost at most.
 * @param mode Which connections carry commands.
 * @param shared The connection that carries the commands of many callers at once.
 * @param pool The connections of which each serves one caller at a time.
 * @param retry What is done when a command fails.
 * @param health The health check.
 * @param metrics The meters.
 * @param devServer The embedded server for development.
 */
@ConfigurationProperties("sorrel.redis")
public record RedisProperties(
        @Nullable String url,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Integer database,
        @Nullable String username,
        @Nullable String password,
        @Nullable String clientName,
        @Nullable Boolean libraryInfo,
        @Nullable ProtocolVersion protocol,
        @Nullable HandshakeMode handshake,
        @DefaultValue("lazy") Startup startup,
        @Nullable Duration connectTimeout,
        @Nullable Duration commandTimeout,
        @Nullable Duration closeTimeout,
        @Nullable Duration disconnectedWait,
        @DefaultValue KeepAlive keepAlive,
        @DefaultValue ReplyLimits replyLimits,
        @Nullable ConnectionMode mode,
        @DefaultValue Shared shared,
        @DefaultValue Pool pool,
        @DefaultValue Retry retry,
        @DefaultValue Health health,
        @DefaultValue Metrics metrics,
        @DefaultValue DevServer devServer) {

    @Override
    public String toString() {
        return "RedisProperties[credentials=***]";
    }

    /** What happens with the connection when the application starts. */
    public enum Startup {
        /** The first command connects: the application starts while Redis is down. */
        LAZY,
        /** The application connects once while it starts, and does not start if that fails. */
        CONNECT
    }

    /**
     * TCP probes on idle connections.
     *
     * @param enabled Whether idle connections are probed.
     * @param idle Silence before the first probe, in whole seconds.
     * @param interval Time between probes, in whole seconds.
     * @param count Unanswered probes after which a connection counts as lost.
     */
    public record KeepAlive(
            @Nullable Boolean enabled,
            @Nullable Duration idle,
            @Nullable Duration interval,
            @Nullable Integer count) {}

    /**
     * What one reply may cost at most; a server that exceeds a limit loses the connection.
     *
     * @param maxDepth Aggregates within aggregates.
     * @param maxLine Size of a line, such as a simple string or a length.
     * @param maxBulk Size of one string.
     * @param maxElements Elements of all aggregates of one reply together.
     * @param maxBytes Size of one reply.
     */
    public record ReplyLimits(
            @Nullable Integer maxDepth,
            @Nullable DataSize maxLine,
            @Nullable DataSize maxBulk,
            @Nullable Long maxElements,
            @Nullable DataSize maxBytes) {}

    /**
     * The connection that carries the commands of many callers at once.
     *
     * @param directLanes Calls that may run on pooled connections at the same time in the adaptive mode. Zero means that
     *     all use the shared connection.
     * @param queueMaxCommands Commands that wait to be sent or for their reply, at most.
     * @param queueMaxBytes Size of the commands that wait to be sent, at most.
     * @param queueWhenFull What happens to a caller that finds the queue full.
     * @param silenceTimeout Silence after which the connection is replaced while a reply is due. Zero means never. As long
     *     as the command timeout if not set.
     * @param fenceCommands Commands after which a connection checks itself. Zero means any number.
     * @param fenceInterval Time after which the connection checks itself. Zero means any time.
     * @param reconnectBackoff How the waits between attempts to make the connection grow and spread.
     * @param reconnectBaseDelay Where the waits between attempts start.
     * @param reconnectMaxDelay What no wait between attempts exceeds.
     */
    public record Shared(
            @Nullable Integer directLanes,
            @Nullable Integer queueMaxCommands,
            @Nullable DataSize queueMaxBytes,
            @Nullable WhenFull queueWhenFull,
            @Nullable Duration silenceTimeout,
            @Nullable Integer fenceCommands,
            @Nullable Duration fenceInterval,
            Backoff.@Nullable Strategy reconnectBackoff,
            @Nullable Duration reconnectBaseDelay,
            @Nullable Duration reconnectMaxDelay) {}

    /**
     * The connections of which each serves one caller at a time.
     *
     * @param maxSize Largest number of connections.
     * @param minIdle Connections that are kept ready while they are not used.
     * @param maxWait Longest time that a caller waits for a connection. As long as the command timeout if not set.
     * @param whenExhausted What happens to a caller when all connections are in use.
     * @param fair Whether waiting callers are served in the order of their arrival.
     * @param lifo Whether the connection used last is taken first, so that surplus ones become idle.
     * @param idleTimeout Idleness after which a surplus connection is closed. Zero means never.
     * @param maxLifetime Age at which a connection is replaced. Zero means never.
     * @param lifetimeSpread Random share by which a lifetime is shortened, so that connections do not end together.
     * @param checkAfterIdle Idleness after which a connection is checked before use. Zero means before every use.
     * @param whenDirty What happens to a connection that is given back with changed state.
     * @param leakDetectionThreshold Time of use after which a connection is reported as leaked. Zero means off.
     * @param warmUp Whether the start waits until the connections to be kept ready are made, and fails if they cannot be.
     */
    public record Pool(
            @Nullable Integer maxSize,
            @Nullable Integer minIdle,
            @Nullable Duration maxWait,
            @Nullable WhenExhausted whenExhausted,
            @Nullable Boolean fair,
            @Nullable Boolean lifo,
            @Nullable Duration idleTimeout,
            @Nullable Duration maxLifetime,
            @Nullable Double lifetimeSpread,
            @Nullable Duration checkAfterIdle,
            @Nullable WhenDirty whenDirty,
            @Nullable Duration leakDetectionThreshold,
            @Nullable Boolean warmUp) {}

    /**
     * What is done when a command fails.
     *
     * @param maxRetries Further attempts after a failure that allows them. Zero means none.
     * @param backoff How the waits before retries grow and spread.
     * @param baseDelay Where the waits start.
     * @param maxDelay What no wait exceeds.
     * @param budgetRatio Retries that each call adds to the budget of the client.
     * @param budgetReserve Retries that the budget of the client holds at most.
     */
    public record Retry(
            @Nullable Integer maxRetries,
            Backoff.@Nullable Strategy backoff,
            @Nullable Duration baseDelay,
            @Nullable Duration maxDelay,
            @Nullable Double budgetRatio,
            @Nullable Integer budgetReserve) {}

    /**
     * The health check.
     *
     * @param timeout Deadline of the health check, whatever the command timeout is.
     */
    public record Health(@DefaultValue("1s") Duration timeout) {}

    /**
     * The meters.
     *
     * @param commands The meters of the commands.
     * @param pool The meters of the connection pool.
     * @param shared The meters of the shared connection.
     */
    public record Metrics(
            @DefaultValue CommandMeters commands,
            @DefaultValue PoolMeters pool,
            @DefaultValue SharedMeters shared) {
        /**
         * The meters of the commands.
         *
         * @param enabled Whether commands are timed and their retries counted.
         */
        public record CommandMeters(@DefaultValue("true") boolean enabled) {}

        /**
         * The meters of the connection pool.
         *
         * @param enabled Whether the pool of connections is metered.
         */
        public record PoolMeters(@DefaultValue("true") boolean enabled) {}

        /**
         * The meters of the shared connection.
         *
         * @param enabled Whether the shared connection is metered.
         */
        public record SharedMeters(@DefaultValue("true") boolean enabled) {}
    }

    /**
     * The embedded server for development.
     *
     * @param enabled Whether an embedded server is started where neither URL nor host is set. Needs redis-test.
     */
    public record DevServer(@DefaultValue("false") boolean enabled) {}
}
