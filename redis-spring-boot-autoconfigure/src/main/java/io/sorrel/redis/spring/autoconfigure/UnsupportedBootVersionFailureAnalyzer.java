package io.sorrel.redis.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Analyzes a start that ended because of the version of Spring Boot. */
final class UnsupportedBootVersionFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedBootVersionException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedBootVersionException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ". Health and metrics of Redis would be missing there.",
                "Move the application to Spring Boot 4.0 or 4.1, or replace io.sorrel:redis-spring-boot-starter by"
                        + " io.sorrel:redis-core and define the client as a bean: RedisClient.create(url).",
                cause);
    }
}
