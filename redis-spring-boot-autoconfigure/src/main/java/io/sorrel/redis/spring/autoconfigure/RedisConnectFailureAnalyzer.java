package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.error.ConnectFailedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Analyzes a start that ended because Redis could not be reached: refused, unknown host, no answer in time. */
final class RedisConnectFailureAnalyzer extends AbstractFailureAnalyzer<ConnectFailedException> {
    private final Environment environment;

    RedisConnectFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConnectFailedException cause) {
        return new FailureAnalysis("No connection to Redis could be made: " + cause.getMessage(), action(), cause);
    }

    private String action() {
        boolean byUrl = PropertyOrigin.isSet(environment, "sorrel.redis.url");
        boolean byHost = PropertyOrigin.isSet(environment, "sorrel.redis.host");
        String address = byUrl ? "'sorrel.redis.url'" : "'sorrel.redis.host' and 'sorrel.redis.port'";
        StringBuilder action =
                new StringBuilder("Make sure that a Redis server listens there, or change the address:\n\n");
        if (byUrl || byHost) {
            action.append("    - It comes from ").append(address).append(".\n");
        } else {
            action.append(
                    "    - It is the default, because no address is set: set 'sorrel.redis.url', or 'sorrel.redis.host'"
                            + " and 'sorrel.redis.port'.\n");
            action.append(
                    "    - For development, an embedded server starts with 'sorrel.redis.dev-server.enabled=true' and"
                            + " io.sorrel:redis-test on the class path.\n");
        }
        action.append("    - A slow network may need a longer 'sorrel.redis.connect-timeout'.\n");
        if ("connect".equalsIgnoreCase(environment.getProperty("sorrel.redis.startup"))) {
            action.append(
                    "    - An application that shall start while Redis is down needs 'sorrel.redis.startup=lazy'.\n");
        }
        return action.toString().stripTrailing();
    }
}
