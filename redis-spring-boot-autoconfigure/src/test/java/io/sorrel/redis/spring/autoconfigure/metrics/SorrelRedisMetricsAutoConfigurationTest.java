package io.sorrel.redis.spring.autoconfigure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import io.sorrel.redis.spring.metrics.RedisCommandMetrics;
import io.sorrel.redis.spring.metrics.RedisPoolTimers;
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
            assertThat(registry.get("sorrel.redis.commands")
                            .tags("name", "sorrel", "command", "PING", "outcome", "not_sent")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("sorrel.redis.retries")
                            .tags("name", "sorrel", "command", "PING")
                            .counter()
                            .count())
                    .isEqualTo(2);
        });
    }

    @Test
    void metersClientsOfTheApplicationByTheNameOfTheirBean() {
        runner.withUserConfiguration(TwoClients.class).run(context -> {
            assertThat(context.getBean(MeterRegistry.class).get(MAX).gauges())
                    .extracting(gauge -> gauge.getId().getTag("name"))
                    .containsExactlyInAnyOrder("orders", "redisClient2");
            assertThat(context.getBean(MeterRegistry.class).get(CONNECTED).gauges())
                    .hasSize(2);
            assertThat(context).doesNotHaveBean(RedisPoolTimers.class).doesNotHaveBean(RedisCommandMetrics.class);
        });
    }

    @Test
    void partsAreSwitchedOffByProperty() {
        runner.withPropertyValues("sorrel.redis.metrics.pool.enabled=false").run(context -> {
            assertThat(meters(context)).doesNotContain(MAX, ACQUIRE).contains(CONNECTED);
            assertThat(context).doesNotHaveBean(RedisPoolTimers.class).hasSingleBean(RedisCommandMetrics.class);
        });
        runner.withPropertyValues("sorrel.redis.metrics.shared.enabled=false")
                .run(context ->
                        assertThat(meters(context)).doesNotContain(CONNECTED).contains(MAX, ACQUIRE));
        runner.withPropertyValues("sorrel.redis.metrics.commands.enabled=false").run(context -> {
            assertThat(meters(context)).contains(MAX, ACQUIRE, CONNECTED);
            assertThat(context).doesNotHaveBean(RedisCommandMetrics.class).hasSingleBean(RedisClient.class);
        });
    }

    private static List<String> meters(ApplicationContext context) {
        return context.getBean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().getName())
                .toList();
    }

    @Test
    void metersOfTheApplicationReplaceOurs() {
        runner.withBean("own", RedisCommandMetrics.class, () -> new RedisCommandMetrics("own"))
                .run(context -> assertThat(context)
                        .hasSingleBean(RedisCommandMetrics.class)
                        .hasBean("own"));
    }

    @Test
    void needsMicrometerAndARegistry() {
        withoutRegistry.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(RedisPoolTimers.class)
                .doesNotHaveBean(RedisCommandMetrics.class));
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
            return RedisClient.builder().build();
        }

        @Bean
        RedisClient redisClient2() {
            return RedisClient.builder().build();
        }
    }
}
