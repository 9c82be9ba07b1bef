package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.ServerErrors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class RedisDatabaseFailureAnalyzerTest {
    private final MockEnvironment environment = new MockEnvironment();

    private @Nullable FailureAnalysis analysis(String command, String refusal) {
        return new RedisDatabaseFailureAnalyzer(environment)
                .analyze(ServerErrors.translate(refusal, new ErrorContext("server:6379", command)));
    }

    @Test
    void tellsWhyTheServerRefuses() {
        environment.setProperty("sorrel.redis.database", "3");
        assertThat(analysis("SELECT", "ERR invalid DB index").getAction()).contains("lower number");
        assertThat(analysis("SELECT", "ERR SELECT is not allowed in cluster mode")
                        .getAction())
                .isEqualTo("Remove the number from 'sorrel.redis.database': a cluster has database 0 only.");
        assertThat(analysis("SELECT", "NOPERM this user has no permissions to run the 'select' command")
                        .getAction())
                .contains("let the user run SELECT");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(analysis("SELECT", "ERR DB index is out of range")).isNull();
        environment.setProperty("sorrel.redis.database", "3");
        assertThat(analysis("GET", "ERR DB index is out of range")).isNull();
        environment.setProperty("sorrel.redis.port", "many");
        assertThat(analysis("SELECT", "ERR DB index is out of range")).isNull();
    }
}
