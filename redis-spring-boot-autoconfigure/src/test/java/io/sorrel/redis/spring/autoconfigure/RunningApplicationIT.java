package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.spring.Await;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(OutputCaptureExtension.class)
@Tag("timing")
class RunningApplicationIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    @Test
    void storesAndReadsBesideSpringData() {
        RedisServer server = REDIS.server();
        try (ConfigurableApplicationContext context = start(
                "--sorrel.redis.url=" + server.uri(),
                "--spring.data.redis.url=" + server.uri(),
                "--sorrel.redis.startup=connect")) {
            context.getBean(RedisCommands.class).ping();
            context.getBean(RedisAsyncCommands.class).ping().join();
            StringRedisTemplate template = context.getBean(StringRedisTemplate.class);
            template.opsForValue().set("from-spring-data", "1");
            assertThat(template.opsForValue().get("from-spring-data")).isEqualTo("1");
            assertThat(context.getBean(RedisClient.class).sharedStatistics().connects())
                    .isEqualTo(1);
        }
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void aListenerOfTheApplicationHearsOfTheConnectionMadeAtTheStart() {
        AtomicInteger connected = new AtomicInteger();
        ClientListener counting = new ClientListener() {
            @Override
            public void connected(String endpoint) {
                connected.incrementAndGet();
            }
        };
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SorrelRedisAutoConfiguration.class))
                .withPropertyValues("sorrel.redis.url=" + REDIS.server().uri(), "sorrel.redis.startup=connect")
                .withBean("counting", ClientListener.class, () -> counting)
                .run(context -> Await.until(() -> connected.get() == 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "url"})
    void aDatabaseThatTheServerDoesNotHaveNamesThePropertyAndTheNumber(String property, CapturedOutput output) {
        RedisServer server = REDIS.server();
        String url = "--sorrel.redis.url=redis://127.0.0.1:" + server.port();
        assertThatThrownBy(() -> start(
                        "database".equals(property) ? url : url + "/99",
                        "--sorrel.redis.database=" + ("database".equals(property) ? 99 : 1),
                        "--sorrel.redis.startup=connect"))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The server does not let the client use database 99, which 'sorrel.redis." + property
                        + "' names: ERR DB index is out of range")
                .contains("Choose a lower number in 'sorrel.redis." + property + "'");
    }

    @Test
    void aWrongPasswordNamesThePropertyAndDoesNotShowIt(CapturedOutput output) {
        try (RedisServer server = RedisServer.builder().password("right").start()) {
            String url = "--sorrel.redis.url=redis://127.0.0.1:" + server.port();
            assertThatThrownBy(() -> start(url, "--sorrel.redis.startup=connect", "--sorrel.redis.password=wr0ngpass"))
                    .isNotNull();
            assertThat(output)
                    .contains("APPLICATION FAILED TO START")
                    .contains("Redis does not let the application in:")
                    .contains("WRONGPASS")
                    .contains("Correct 'sorrel.redis.password'")
                    .doesNotContain("wr0ngpass");
        }
    }

    @Test
    void aMissingPasswordNamesThePropertyToSet(CapturedOutput output) {
        try (RedisServer server = RedisServer.builder().password("right").start()) {
            assertThatThrownBy(() -> start(
                            "--sorrel.redis.host=127.0.0.1",
                            "--sorrel.redis.port=" + server.port(),
                            "--sorrel.redis.startup=connect"))
                    .isNotNull();
            assertThat(output).contains("NOAUTH").contains("Set 'sorrel.redis.password'");
        }
    }

    @Test
    void startingAndStoppingLeavesNeitherThreadsNorConnections() {
        RedisServer server = REDIS.server();
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SorrelRedisAutoConfiguration.class))
                .withPropertyValues(
                        "sorrel.redis.url=" + server.uri(),
                        "sorrel.redis.startup=connect",
                        "sorrel.redis.pool.min-idle=2");
        for (int i = 0; i < 30; i++) {
            runner.run(context -> assertThat(context).hasNotFailed());
        }
        try (var raw = server.connect()) {
            Await.until(() -> raw.text("CLIENT", "LIST")
                            .lines()
                            .filter(line -> !line.isBlank())
                            .count()
                    == 1);
        }
        Await.until(() -> clientThreads().isEmpty());
    }

    private static List<String> clientThreads() {
        Thread[] threads = new Thread[Thread.activeCount() + 100];
        int count = Thread.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("sorrel-") && !name.contains("shutdown"))
                .toList();
    }
}
