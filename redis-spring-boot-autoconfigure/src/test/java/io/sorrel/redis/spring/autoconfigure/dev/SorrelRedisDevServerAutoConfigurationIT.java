package io.sorrel.redis.spring.autoconfigure.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.spring.autoconfigure.RedisConnectionDetails;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import io.sorrel.redis.test.RedisServer;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SorrelRedisDevServerAutoConfigurationIT {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SorrelRedisAutoConfiguration.class, SorrelRedisDevServerAutoConfiguration.class));

    private final ApplicationContextRunner enabled = runner.withPropertyValues("sorrel.redis.dev-server.enabled=true");

    @Test
    void startsAServerThatEndsWithTheContext(CapturedOutput output) {
        Endpoint.Tcp[] address = new Endpoint.Tcp[1];
        enabled.run(context -> {
            assertThat(context.getBean(RedisCommands.class).ping()).isEqualTo("PONG");
            address[0] =
                    (Endpoint.Tcp) context.getBean(RedisConnectionDetails.class).getEndpoint();
            assertThat(output)
                    .contains("No Redis configured: started an embedded Redis ")
                    .contains(" at " + address[0])
                    .contains("Set sorrel.redis.url to use a real one");
        });
        assertThatThrownBy(() -> new Socket(address[0].host(), address[0].port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void isOffByDefault() {
        runner.run(context -> assertThat(context).doesNotHaveBean(DevServerConnectionDetails.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sorrel.redis.url=redis://server", "sorrel.redis.host=server"})
    void aNamedServerIsUsedInstead(String property) {
        enabled.withPropertyValues(property).run(context -> {
            assertThat(context).doesNotHaveBean(DevServerConnectionDetails.class);
            assertThat(context.getBean(RedisClient.class).endpoint()).isEqualTo("server:6379");
        });
    }

    @Test
    void anEmptyUrlCountsAsNone() {
        enabled.withPropertyValues("sorrel.redis.url=")
                .run(context -> assertThat(context).hasSingleBean(DevServerConnectionDetails.class));
    }

    @Test
    void detailsOfTheApplicationAreUsedInstead() {
        enabled.withBean(RedisConnectionDetails.class, () -> () -> Endpoint.tcp("mine", 7000))
                .run(context -> assertThat(context.getBean(RedisClient.class).endpoint())
                        .isEqualTo("mine:7000"));
    }

    @Test
    void saysSoWhereThereIsNoServerToStart(CapturedOutput output) {
        enabled.withClassLoader(new FilteredClassLoader(RedisServer.class)).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(RedisClient.class);
            assertThat(output).contains("add the dependency io.sorrel:redis-test");
        });
    }
}
