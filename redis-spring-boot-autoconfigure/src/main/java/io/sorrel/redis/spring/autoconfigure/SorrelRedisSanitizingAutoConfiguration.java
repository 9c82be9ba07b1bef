package io.sorrel.redis.spring.autoconfigure;

import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration that hides URL and password of Redis in the actuator's endpoints, however they are spelt. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class SorrelRedisSanitizingAutoConfiguration {
    SorrelRedisSanitizingAutoConfiguration() {}

    @Bean
    SanitizingFunction sorrelRedisSanitizingFunction() {
        return SanitizingFunction.sanitizeValue().ifKeyMatches(SorrelRedisSanitizingAutoConfiguration::isSecret);
    }

    private static boolean isSecret(String key) {
        String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.endsWith("sorrelredisurl") || letters.endsWith("sorrelredispassword");
    }
}
