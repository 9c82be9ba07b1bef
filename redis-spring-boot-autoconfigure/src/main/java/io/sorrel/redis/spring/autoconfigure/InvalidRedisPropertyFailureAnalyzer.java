package io.sorrel.redis.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Analyzes a start that ended because a property of the client has a value that cannot be used. */
final class InvalidRedisPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRedisPropertyException> {
    private final Environment environment;

    InvalidRedisPropertyFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRedisPropertyException cause) {
        String origin = PropertyOrigin.find(environment, cause.property());
        String where = origin == null ? "" : "\n\n    Origin: " + origin;
        return new FailureAnalysis(
                cause.getMessage() + where, "Change the value of '" + cause.property() + "'.", cause);
    }
}
