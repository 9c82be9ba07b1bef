package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.RedisServerException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Analyzes a start that ended because the server refused the database that the client is told to use. */
final class RedisDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<RedisServerException> {
    private static final String DATABASE = "sorrel.redis.database";
    private static final String URL = "sorrel.redis.url";

    private final Environment environment;

    RedisDatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RedisServerException cause) {
        int database = "SELECT".equals(cause.command()) ? configured() : 0;
        if (database == 0) {
            return null;
        }
        String source = isOfUrl(database) ? "'" + URL + "'" : "'" + DATABASE + "'";
        return new FailureAnalysis(
                "The server does not let the client use database " + database + ", which " + source + " names: "
                        + cause.getMessage(),
                action(cause.serverMessage().toLowerCase(Locale.ROOT), source),
                cause);
    }

    private static String action(String refusal, String source) {
        if (refusal.contains("cluster")) {
            return "Remove the number from " + source + ": a cluster has database 0 only.";
        }
        if (refusal.contains("db index")) {
            return "Choose a lower number in " + source
                    + ", or raise 'databases' in the server's configuration: it says how"
                    + " many databases there are, 16 by default, and the first one is 0.";
        }
        return "Change the number in " + source + ", or let the user run SELECT.";
    }

    /** What the properties say; 0 where they say nothing or cannot be used. */
    private int configured() {
        try {
            return PropertiesClientOptions.of(environment).options().database();
        } catch (RuntimeException unusable) {
            return 0;
        }
    }

    private boolean isOfUrl(int database) {
        String url = PropertyMappings.text(environment.getProperty(URL));
        return url != null && ClientOptions.of(url.trim()).database() == database;
    }
}
