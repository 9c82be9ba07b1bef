package io.sorrel.redis.config;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a URL states. {@code toString} shows the URL without credentials.
 *
 * <table class="striped">
 *   <caption>Forms</caption>
 *   <thead><tr><th>URL</th><th>Meaning</th></tr></thead>
 *   <tbody>
 *     <tr><td>{@code redis://[[user]:password@][host][:port][/db][?…]}</td><td>TCP</td></tr>
 *     <tr><td>{@code rediss://…}</td><td>the same with TLS</td></tr>
 *     <tr><td>{@code redis+unix://[[user]:password@]/path/to/socket[?…]}</td><td>Unix domain socket</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>The host is {@code localhost} and the port 6379 where the URL has none; IPv6 addresses stand in brackets. User,
 * password, host, path, and keys and values of the query are percent-decoded once, as UTF-8; {@code +} stays {@code +}.
 * In a user name or password write {@code %40} for @, {@code %2F} for /, {@code %3F} for ?, {@code %23} for # and
 * {@code %25} for %.
 *
 * <p>Precedence: a query parameter wins over the same setting in the user information or the path, and both win over what
 * was set on the builder before; what is set on the builder afterwards wins over the URL. Endpoint and TLS are always
 * stated, everything else only where it is mentioned.
 *
 * <table class="striped">
 *   <caption>Query parameters</caption>
 *   <thead><tr><th>Key</th><th>Value</th><th>Default</th><th>Meaning</th></tr></thead>
 *   <tbody>
 *     <tr><td>{@code username}</td><td>text</td><td>none</td><td>User to log in as.</td></tr>
 *     <tr><td>{@code password}</td><td>text</td><td>none</td><td>Password to log in with.</td></tr>
 *     <tr><td>{@code db}</td><td>number</td><td>0</td><td>Database to select.</td></tr>
 *     <tr><td>{@code client-name}</td><td>text</td><td>none</td><td>Name for CLIENT SETNAME.</td></tr>
 *     <tr><td>{@code library-info}</td><td>true, false</td><td>true</td><td>Whether CLIENT SETINFO tells name and version of this library.</td></tr>
 *     <tr><td>{@code protocol}</td><td>auto, 2, 3</td><td>auto</td><td>Version of the wire protocol.</td></tr>
 *     <tr><td>{@code handshake}</td><td>full, minimal</td><td>full</td><td>What is said before commands; minimal is AUTH and SELECT only, where needed, and RESP2.</td></tr>
 *     <tr><td>{@code connect-timeout}</td><td>time span</td><td>2s</td><td>Deadline of connecting.</td></tr>
 *     <tr><td>{@code command-timeout}</td><td>time span</td><td>5s</td><td>Deadline of a command.</td></tr>
 *     <tr><td>{@code close-timeout}</td><td>time span</td><td>2s</td><td>Wait for commands on closing.</td></tr>
 *     <tr><td>{@code disconnected-wait}</td><td>time span</td><td>1s</td><td>Wait of a call while the server is known to be gone; 0 to fail at once.</td></tr>
 *     <tr><td>{@code keep-alive}</td><td>true, false</td><td>true</td><td>Whether TCP probes idle connections.</td></tr>
 *     <tr><td>{@code keep-alive-idle}</td><td>time span</td><td>30s</td><td>Silence before the first probe.</td></tr>
 *     <tr><td>{@code keep-alive-interval}</td><td>time span</td><td>5s</td><td>Time between probes.</td></tr>
 *     <tr><td>{@code keep-alive-count}</td><td>number</td><td>3</td><td>Unanswered probes that end a connection.</td></tr>
 *     <tr><td>{@code reply-max-depth}</td><td>number</td><td>64</td><td>Aggregates within aggregates.</td></tr>
 *     <tr><td>{@code reply-max-line}</td><td>bytes, or with KB, MB, GB</td><td>64KB</td><td>Size of a line.</td></tr>
 *     <tr><td>{@code reply-max-bulk}</td><td>bytes, or with KB, MB, GB</td><td>512MB</td><td>Size of one string.</td></tr>
 *     <tr><td>{@code reply-max-elements}</td><td>number</td><td>67108864</td><td>Elements of one reply.</td></tr>
 *     <tr><td>{@code reply-max-bytes}</td><td>bytes, or with KB, MB, GB</td><td>1GB</td><td>Size of one reply.</td></tr>
 *     <tr><td>{@code mode}</td><td>adaptive, shared, pooled</td><td>adaptive</td><td>Which connections carry commands.</td></tr>
 *     <tr><td>{@code direct-lanes}</td><td>number</td><td>6</td><td>Calls that may run on pooled connections at the same time in mode adaptive.</td></tr>
 *     <tr><td>{@code queue-max-commands}</td><td>number</td><td>65536</td><td>Commands that wait to be sent or for their reply on the shared connection.</td></tr>
 *     <tr><td>{@code queue-max-bytes}</td><td>bytes, or with KB, MB, GB</td><td>32MB</td><td>Size of the commands that wait to be sent on the shared connection.</td></tr>
 *     <tr><td>{@code queue-when-full}</td><td>wait, fail</td><td>wait</td><td>What a caller does when the queue of the shared connection is full.</td></tr>
 *     <tr><td>{@code silence-timeout}</td><td>time span</td><td>none</td><td>Silence that ends the shared connection while a reply is due; 0 for never, the command timeout where not set.</td></tr>
 *     <tr><td>{@code fence-commands}</td><td>number</td><td>1000</td><td>Commands after which a connection checks itself; 0 for any number.</td></tr>
 *     <tr><td>{@code fence-interval}</td><td>time span</td><td>100ms</td><td>Time after which the shared connection checks itself; 0 for any time.</td></tr>
 *     <tr><td>{@code reconnect-backoff}</td><td>none, constant, exponential, full-jitter, equal-jitter, decorrelated-jitter, exponential-with-jitter</td><td>full-jitter</td><td>How the waits between attempts to make the shared connection grow and spread.</td></tr>
 *     <tr><td>{@code reconnect-base-delay}</td><td>time span</td><td>20ms</td><td>Where the waits before reconnecting start.</td></tr>
 *     <tr><td>{@code reconnect-max-delay}</td><td>time span</td><td>1s</td><td>What no wait before reconnecting exceeds.</td></tr>
 *     <tr><td>{@code pool-max-size}</td><td>number</td><td>8</td><td>Largest number of connections.</td></tr>
 *     <tr><td>{@code pool-min-idle}</td><td>number</td><td>0</td><td>Connections kept ready.</td></tr>
 *     <tr><td>{@code pool-max-wait}</td><td>time span</td><td>none</td><td>Longest wait for a connection; the command timeout where not set.</td></tr>
 *     <tr><td>{@code pool-when-exhausted}</td><td>wait, fail</td><td>wait</td><td>What a caller does when all connections are in use.</td></tr>
 *     <tr><td>{@code pool-fair}</td><td>true, false</td><td>true</td><td>Whether callers are served in order.</td></tr>
 *     <tr><td>{@code pool-lifo}</td><td>true, false</td><td>true</td><td>Whether the connection used last is taken first.</td></tr>
 *     <tr><td>{@code pool-warm-up}</td><td>true, false</td><td>false</td><td>Whether building the client waits for the connections kept ready.</td></tr>
 *     <tr><td>{@code pool-idle-timeout}</td><td>time span</td><td>5m</td><td>Idleness that ends a connection; 0 for never.</td></tr>
 *     <tr><td>{@code pool-max-lifetime}</td><td>time span</td><td>30m</td><td>Age at which a connection is replaced; 0 for never.</td></tr>
 *     <tr><td>{@code pool-lifetime-spread}</td><td>0 to 0.9</td><td>0.1</td><td>Random share by which a lifetime is shortened.</td></tr>
 *     <tr><td>{@code pool-check-after-idle}</td><td>time span</td><td>1s</td><td>Idleness after which a connection is checked before use.</td></tr>
 *     <tr><td>{@code pool-when-dirty}</td><td>reset, destroy</td><td>destroy</td><td>What becomes of a connection with changed state.</td></tr>
 *     <tr><td>{@code pool-leak-detection-threshold}</td><td>time span</td><td>0</td><td>Time of use that is reported as a leak; 0 for off.</td></tr>
 *     <tr><td>{@code retries}</td><td>number</td><td>2</td><td>Further attempts after a failure that allows them; 0 for none.</td></tr>
 *     <tr><td>{@code retry-backoff}</td><td>none, constant, exponential, full-jitter, equal-jitter, decorrelated-jitter, exponential-with-jitter</td><td>full-jitter</td><td>How the waits before retries grow and spread.</td></tr>
 *     <tr><td>{@code retry-base-delay}</td><td>time span</td><td>20ms</td><td>Where the waits start.</td></tr>
 *     <tr><td>{@code retry-max-delay}</td><td>time span</td><td>1s</td><td>What no wait exceeds.</td></tr>
 *     <tr><td>{@code retry-budget-ratio}</td><td>0 to 1</td><td>0.1</td><td>Retries that each call adds to the budget of the client.</td></tr>
 *     <tr><td>{@code retry-budget-reserve}</td><td>number</td><td>10</td><td>Retries that the budget holds at most.</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Time spans are written {@code 500ms}, {@code 2s}, {@code 1m}, {@code 1h}, {@code 1d} or as in ISO 8601
 * ({@code PT2S}). An unknown or repeated parameter is refused.
 */
public final class RedisUri {
    private final boolean tls;
    private final Endpoint endpoint;
    private final @Nullable Credentials credentials;
    private final Map<String, String> parameters;

    RedisUri(boolean tls, Endpoint endpoint, @Nullable Credentials credentials, Map<String, String> parameters) {
        this.tls = tls;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.parameters = new LinkedHashMap<>(parameters);
    }

    /**
     * Reads a URL.
     *
     * @param url in one of the forms above
     * @throws RedisUriException if it is none, or a value is out of range; the message names the part and shows no
     *     credentials
     */
    public static RedisUri parse(String url) {
        return new RedisUriParser(url).parse();
    }

    /** All query parameters, in the order of the table above. */
    public static List<UriOption> options() {
        return QueryOptions.all();
    }

    /** Where the server listens. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether the scheme asks for TLS. */
    public boolean tls() {
        return tls;
    }

    /** The credentials, or {@code null} where the URL has none. */
    public @Nullable Credentials credentials() {
        return credentials;
    }

    void applyTo(ClientOptions.Builder builder) {
        builder.endpoint(endpoint).tls(tls);
        if (credentials != null) {
            builder.credentials(credentials);
        }
        parameters.forEach((key, value) -> apply(builder, key, value));
    }

    static void apply(ClientOptions.Builder builder, String key, String value) {
        var setter = Objects.requireNonNull(QueryOptions.find(key)).setter();
        Objects.requireNonNull(setter).accept(builder, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RedisUri that
                && tls == that.tls
                && endpoint.equals(that.endpoint)
                && Objects.equals(credentials, that.credentials)
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tls, endpoint, credentials, parameters);
    }

    @Override
    public String toString() {
        String scheme = endpoint instanceof Endpoint.Unix ? "redis+unix://" : tls ? "rediss://" : "redis://";
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return scheme
                + (credentials == null ? "" : "***@")
                + encode(endpoint.toString())
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/:[]".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
