package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands are beans in containers, and containers end a bean by the method that its name gives away. */
class LifecycleNamesTest {
    @ParameterizedTest
    @ValueSource(classes = {RedisCommands.class, RedisAsyncCommands.class})
    void noCommandIsTakenForTheEndOfABean(Class<?> facade) {
        assertThat(AutoCloseable.class.isAssignableFrom(facade)).isFalse();
        assertThat(Arrays.stream(facade.getMethods())
                        .filter(method -> method.getParameterCount() == 0)
                        .map(Method::getName))
                .isNotEmpty()
                .doesNotContain("close", "shutdown", "destroy", "dispose", "stop");
    }
}
