package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

class SorrelRedisSanitizingAutoConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SorrelRedisSanitizingAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sorrel.redis.url",
                "SORREL_REDIS_URL",
                "sorrel.redis.password",
                "SORREL_REDIS_PASSWORD",
                "sorrel.redis.Url"
            })
    void hidesUrlAndPassword(String key) {
        runner.run(context -> assertThat(shown(context.getBean(SanitizingFunction.class), key))
                .isEqualTo("******"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sorrel.redis.host", "spring.datasource.url", "sorrel.redis.pool.max-size"})
    void showsTheRest(String key) {
        runner.run(context -> assertThat(shown(context.getBean(SanitizingFunction.class), key))
                .isEqualTo("value"));
    }

    @Test
    void needsTheActuator() {
        runner.withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("sorrelRedisSanitizingFunction"));
    }

    private static Object shown(SanitizingFunction function, String key) {
        var source = new MapPropertySource("test", Map.of());
        return function.applyUnlessFiltered(new SanitizableData(source, key, "value"))
                .getValue();
    }
}
