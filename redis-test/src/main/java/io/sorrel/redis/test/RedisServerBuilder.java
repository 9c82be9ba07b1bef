package io.sorrel.redis.test;

import io.sorrel.redis.test.ServerOptions.Setting;
import io.sorrel.redis.test.ServerOptions.TlsMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link RedisServer} to come. A builder can start any number of servers; it is not safe for use by
 * several threads at once.
 */
public final class RedisServerBuilder {
    private static final int LARGEST_PORT = 65_535;

    private @Nullable Path binary;
    private @Nullable String version;
    private int port;
    private @Nullable String username;
    private @Nullable String password;
    private final List<String> aclLines = new ArrayList<>();
    private TlsMode tls = TlsMode.OFF;
    private @Nullable TestCertificates certificates;
    private boolean unixSocket;
    private final List<Setting> settings = new ArrayList<>();
    private Duration startTimeout = Duration.ofSeconds(30);

    RedisServerBuilder() {}

    /**
     * Runs this executable: a {@code redis-server} or {@code valkey-server}, or a script that ends by {@code exec}-ing
     * one. Without it, the system property {@code sorrel.test.redis.binary}, then the environment variable
     * {@code SORREL_TEST_REDIS_BINARY}, then the embedded server of the wanted version is taken.
     */
    public RedisServerBuilder binary(Path executable) {
        this.binary = Objects.requireNonNull(executable, "executable");
        return this;
    }

    /**
     * Asks for a version, {@code "6.2"} or {@code "7.0.15"}: the binary that the environment names if it is of that
     * version, else an embedded one. Default: the system property {@code sorrel.test.redis.version}, else 7.0.
     */
    public RedisServerBuilder version(String wanted) {
        this.version = Objects.requireNonNull(wanted, "wanted");
        return this;
    }

    /** Listens on this port and no other. Default: a free one. */
    public RedisServerBuilder port(int number) {
        if (number < 1 || number > LARGEST_PORT) {
            throw new IllegalArgumentException("port must be between 1 and " + LARGEST_PORT + ", not " + number
                    + "; leave it out for a free port");
        }
        this.port = number;
        return this;
    }

    /** Requires this password: of the default user, or of the one named with {@link #username}. */
    public RedisServerBuilder password(String secret) {
        this.password = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * Names the user that {@link RedisServer#uri()} logs in as. The user may do everything, and the default user is
     * switched off, unless {@link #aclLines} say otherwise of either.
     */
    public RedisServerBuilder username(String name) {
        this.username = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Adds lines of an ACL file, such as {@code user alice on >secret ~app:* +@read}. */
    public RedisServerBuilder aclLines(String... lines) {
        aclLines.addAll(List.of(lines));
        return this;
    }

    /**
     * Speaks TLS only, with certificates made for this server that are valid for {@code localhost}, 127.0.0.1 and ::1;
     * a client may, but need not, show a certificate.
     */
    public RedisServerBuilder tls() {
        this.tls = TlsMode.SERVER_ONLY;
        return this;
    }

    /** Speaks TLS only, with these certificates. */
    public RedisServerBuilder tls(TestCertificates given) {
        this.certificates = Objects.requireNonNull(given, "given");
        return tls();
    }

    /** Speaks TLS and accepts only clients that show a certificate of the same authority. */
    public RedisServerBuilder requireClientCertificate() {
        this.tls = TlsMode.MUTUAL;
        return this;
    }

    /** Listens on a Unix socket as well, see {@link RedisServer#unixSocket()}. */
    public RedisServerBuilder unixSocket() {
        this.unixSocket = true;
        return this;
    }

    /**
     * Adds a line of configuration, such as {@code config("maxclients", "10")} or {@code config("save", "")}. It goes
     * before the defaults of this class.
     */
    public RedisServerBuilder config(String name, String... values) {
        if (name.isBlank() || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "name must be one word, such as \"maxclients\": give the values as further arguments");
        }
        settings.add(new Setting(name, List.of(values)));
        return this;
    }

    /** Gives up when the server has not answered after this time. Default: 30 seconds. */
    public RedisServerBuilder startTimeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit must be positive, not " + limit);
        }
        this.startTimeout = limit;
        return this;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws RedisServerException if there is no such binary, or the server ends or does not answer in time; the
     *     message shows the command and the end of the log
     */
    public RedisServer start() {
        return RedisServer.start(options());
    }

    ServerOptions options() {
        if (username != null && password == null) {
            throw new IllegalArgumentException("username needs a password: call password(...) too");
        }
        return new ServerOptions(
                binary,
                version,
                port,
                username,
                password,
                aclLines,
                tls,
                certificates,
                unixSocket,
                settings,
                startTimeout);
    }
}
