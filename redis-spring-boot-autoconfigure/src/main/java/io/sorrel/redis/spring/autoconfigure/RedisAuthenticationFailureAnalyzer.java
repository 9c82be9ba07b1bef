package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.error.RedisAuthenticationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Analyzes a start that ended because Redis asked for credentials or refused those that are configured. */
final class RedisAuthenticationFailureAnalyzer extends AbstractFailureAnalyzer<RedisAuthenticationException> {
    private static final String USERNAME = "sorrel.redis.username";
    private static final String PASSWORD = "sorrel.redis.password";

    private final Environment environment;

    RedisAuthenticationFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RedisAuthenticationException cause) {
        return new FailureAnalysis("Redis does not let the application in: " + cause.getMessage(), action(), cause);
    }

    private String action() {
        String url = "the user and password in 'sorrel.redis.url' (percent-encoded where they contain @ : / ? # or %)";
        if (PropertyOrigin.isSet(environment, PASSWORD) || PropertyOrigin.isSet(environment, USERNAME)) {
            return "Correct '" + PASSWORD + "' and '" + USERNAME
                    + "' (leave the latter out for the user 'default'); if the URL has credentials too, those count: correct "
                    + url + ".";
        }
        if (PropertyOrigin.isSet(environment, "sorrel.redis.url")) {
            return "Correct " + url + ", or take them out of the URL and set '" + PASSWORD + "', and '" + USERNAME
                    + "' for a user other than 'default'.";
        }
        return "Set '" + PASSWORD + "', and '" + USERNAME + "' for a user other than 'default'.";
    }
}
