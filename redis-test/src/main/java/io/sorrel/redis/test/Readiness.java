package io.sorrel.redis.test;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a server that was just started answers. A reply alone does not tell: another process may have
 * taken the port first, so the server's own log must say as well that it accepts connections.
 */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final int port;
    private final @Nullable SSLContext tls;
    private final ServerLog log;
    private final long logStart;
    private final boolean logTells;
    private String lastAnswer = "no connection";

    Readiness(int port, @Nullable SSLContext tls, ServerLog log, boolean logTells) {
        this.port = port;
        this.tls = tls;
        this.log = log;
        this.logStart = log.size();
        this.logTells = logTells;
    }

    boolean reached() {
        if (logTells && !log.from(logStart).contains("eady to accept connections")) {
            return false;
        }
        try (RawRedis probe = RawRedis.connect(RedisServer.HOST, port, tls, PATIENCE)) {
            Object reply = probe.call("PING");
            lastAnswer = String.valueOf(reply);
            return reply instanceof RawError error ? !error.message().startsWith("LOADING") : reply != null;
        } catch (RedisServerException e) {
            lastAnswer = String.valueOf(e.getMessage());
            return false;
        }
    }

    String lastAnswer() {
        return lastAnswer;
    }
}
