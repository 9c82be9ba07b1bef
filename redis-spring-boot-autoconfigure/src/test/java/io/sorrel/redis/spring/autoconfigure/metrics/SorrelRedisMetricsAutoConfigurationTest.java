package io.sorrel.redis.spring.autoconfigure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SorrelRedisMetricsAutoConfigurationTest {
    private static final String MAX = "sorrel.redis.connections.max";
    private static final String CONNECTED = "sorrel.redis.shared.connected";
    private static final String ACQUIRE = "sorrel.redis.connections.acquire";
    private static final String COMMANDS = "sorrel.redis.commands";
    private static final String RETRIES = "sorrel.redis.retries";

    private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SorrelRedisAutoConfiguration.class, SorrelRedisMetricsAutoConfiguration.class));

    private final ApplicationContextRunner runner = withoutRegistry.withConfiguration(AutoConfigurations.of(
            MetricsAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class,
            SimpleMetricsExportAutoConfiguration.class));

    @Test
    void metersTheAutoConfiguredClientAsSorrel() {
        runner.run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get(MAX).tag("name", "sorrel").gauge().value()).isEqualTo(8);
            assertThat(registry.get(ACQUIRE).tag("name", "sorrel").timer().count())
                    .isZero();
            assertThat(registry.get(CONNECTED).tag("name", "sorrel").gauge().value())
                    .isZero();
        });
    }

    @Test
    void metersTheCommandsOfTheAutoConfiguredClient() {
        runner.withPropertyValues("sorrel.redis.port=1").run(context -> {
            assertThatThrownBy(() -> context.getBean(RedisClient.class).sync().ping())
                    .isInstanceOf(ConnectFailedException.class);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get(COMMANDS)
                            .tags("name", "sorrel", "command", "PING", "outcome", "not_sent")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get(RETRIES)
                            .tags("name", "sorrel", "command", "PING")
                            .counter()
                            .count())
                    .isEqualTo(2);
        });
    }

    @Test
    void everyClientOfTheApplicationHasAllMetersUnderTheNameOfItsBean() {
        List<String> ofOurs = new ArrayList<>();
        runner.withPropertyValues("sorrel.redis.port=1").run(context -> {
            failToPing(context.getBean(RedisClient.class));
            ofOurs.addAll(meters(context, "sorrel"));
        });
        assertThat(ofOurs).contains(MAX, CONNECTED, ACQUIRE, COMMANDS, RETRIES);
        runner.withUserConfiguration(TwoClients.class).run(context -> {
            context.getBeansOfType(RedisClient.class).values().forEach(client -> failToPing(client));
            assertThat(meters(context, "orders")).containsExactlyInAnyOrderElementsOf(ofOurs);
            assertThat(meters(context, "redisClient2")).containsExactlyInAnyOrderElementsOf(ofOurs);
            assertThat(meters(context)).hasSize(2 * ofOurs.size());
            assertThat(context.getBean(MeterRegistry.class)
                            .get(COMMANDS)
                            .tags("name", "orders", "command", "PING", "outcome", "not_sent")
                            .timer()
                            .count())
                    .isEqualTo(1);
        });
    }

    private static void failToPing(RedisClient client) {
        assertThatThrownBy(() -> client.sync().ping()).isInstanceOf(ConnectFailedException.class);
    }

    @Test
    void partsAreSwitchedOffByProperty() {
        assertThat(metersWithout("pool")).doesNotContain(MAX, ACQUIRE).contains(CONNECTED, COMMANDS, RETRIES);
        assertThat(metersWithout("shared")).doesNotContain(CONNECTED).contains(MAX, ACQUIRE, COMMANDS, RETRIES);
        assertThat(metersWithout("commands")).doesNotContain(COMMANDS, RETRIES).contains(MAX, ACQUIRE, CONNECTED);
    }

    private List<String> metersWithout(String part) {
        List<String> meters = new ArrayList<>();
        runner.withPropertyValues("sorrel.redis.metrics." + part + ".enabled=false", "sorrel.redis.port=1")
                .run(context -> {
                    failToPing(context.getBean(RedisClient.class));
                    meters.addAll(meters(context));
                });
        return meters;
    }

    private static List<String> meters(ApplicationContext context) {
        return context.getBean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().getName())
                .filter(name -> name.startsWith("sorrel."))
                .toList();
    }

    private static List<String> meters(ApplicationContext context, String client) {
        return context.getBean(MeterRegistry.class).getMeters().stream()
                .filter(meter -> client.equals(meter.getId().getTag("name")))
                .map(meter -> meter.getId().getName())
                .toList();
    }

    @Test
    void needsMicrometerAndARegistry() {
        withoutRegistry.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MeterBinder.class));
        withoutRegistry
                .withClassLoader(new FilteredClassLoader("io.micrometer."))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(RedisClient.class));
    }

    @Test
    void makingTheClientDoesNotMakeTheRegistry() {
        runner.withInitializer(context -> context.addBeanFactoryPostProcessor(beans -> {
                    beans.getBean(RedisClient.class);
                    assertThat(beans.containsSingleton("simpleMeterRegistry")).isFalse();
                }))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(MeterRegistry.class)
                                    .find(ACQUIRE)
                                    .timer())
                            .isNotNull();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoClients {
        @Bean
        RedisClient ordersRedisClient() {
            return RedisClient.create("redis://127.0.0.1:1");
        }

        @Bean
        RedisClient redisClient2() {
            return RedisClient.create("redis://127.0.0.1:1");
        }
    }
}
