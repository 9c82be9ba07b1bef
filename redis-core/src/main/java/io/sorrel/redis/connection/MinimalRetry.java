package io.sorrel.redis.connection;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.HandshakeMode;
import io.sorrel.redis.config.ProtocolVersion;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second attempt after the peer closed the connection in a full handshake, as proxies do at a command that they do
 * not know: minimal, so that nothing but what the options need is said. Each connection is tried in full first.
 */
final class MinimalRetry {
    private static final Logger LOG = LoggerFactory.getLogger(MinimalRetry.class);

    private final ClientOptions options;
    private final Handshake minimal;
    private final AtomicBoolean warned = new AtomicBoolean();

    MinimalRetry(ClientOptions options, Handshake minimal) {
        this.options = options;
        this.minimal = minimal;
    }

    /**
     * Makes one attempt, and the second where that is called for.
     *
     * @param attempt dials and shakes hands
     * @throws RedisException the failure of the first attempt, or the refusal that the second one met
     */
    <T> T run(String endpoint, Handshake first, Function<Handshake, T> attempt) {
        try {
            return attempt.apply(first);
        } catch (ConnectionLostException closed) {
            if (!isCalledFor()) {
                throw closed;
            }
            T result = again(closed, attempt);
            tell(endpoint, closed);
            return result;
        }
    }

    private boolean isCalledFor() {
        return options.handshake() == HandshakeMode.FULL && options.protocol() != ProtocolVersion.RESP3;
    }

    private <T> T again(ConnectionLostException closed, Function<Handshake, T> attempt) {
        try {
            return attempt.apply(minimal);
        } catch (RedisServerException | RedisInterruptedException e) {
            e.addSuppressed(closed);
            throw e;
        } catch (RedisException e) {
            closed.addSuppressed(e);
            throw closed;
        }
    }

    private void tell(String endpoint, ConnectionLostException closed) {
        String text =
                "{} closed the connection during the handshake ({}), so a minimal one was made: RESP2 is spoken, and the"
                        + " shared connection cannot check whether a reply was left out. Set handshake=minimal, or find out what the"
                        + " proxy in between does not know";
        String at = closed.command();
        if (warned.compareAndSet(false, true)) {
            LOG.warn(text, endpoint, at);
        } else {
            LOG.debug(text, endpoint, at);
        }
    }

    /** What to change where the peer closed the connection and nothing else helped. */
    String hint() {
        List<String> settings = new ArrayList<>();
        if (options.handshake() == HandshakeMode.FULL) {
            if (options.protocol() != ProtocolVersion.RESP2) {
                settings.add("protocol=resp2");
            }
            settings.add("handshake=minimal");
        }
        if (options.database() != 0) {
            settings.add("database 0");
        }
        return settings.isEmpty()
                ? ""
                : " A proxy that closes at a command it does not know may need " + String.join(" or ", settings) + ".";
    }
}
