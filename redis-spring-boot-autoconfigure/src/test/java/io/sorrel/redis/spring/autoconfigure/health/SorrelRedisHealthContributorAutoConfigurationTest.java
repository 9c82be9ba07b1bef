package io.sorrel.redis.spring.autoconfigure.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import io.sorrel.redis.spring.health.RedisHealthIndicator;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisReactiveHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class SorrelRedisHealthContributorAutoConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SorrelRedisAutoConfiguration.class,
                    SorrelRedisHealthContributorAutoConfiguration.class,
                    HealthContributorRegistryAutoConfiguration.class,
                    HealthContributorAutoConfiguration.class));

    private final ApplicationContextRunner besideSpringData = runner.withConfiguration(AutoConfigurations.of(
            DataRedisAutoConfiguration.class,
            DataRedisReactiveHealthContributorAutoConfiguration.class,
            DataRedisHealthContributorAutoConfiguration.class));

    private static HealthContributorRegistry registry(ApplicationContext context) {
        return context.getBean(HealthContributorRegistry.class);
    }

    private static List<String> names(ApplicationContext context) {
        return registry(context).stream().map(entry -> entry.name()).toList();
    }

    @Test
    void reportsAsRedis() {
        runner.run(context ->
                assertThat(registry(context).getContributor("redis")).isInstanceOf(RedisHealthIndicator.class));
    }

    @Test
    void isSwitchedOffByItsKeyAndByTheDefault() {
        for (String off : List.of("management.health.redis.enabled", "management.health.defaults.enabled")) {
            runner.withPropertyValues(off + "=false")
                    .run(context -> assertThat(names(context)).doesNotContain("redis", "sorrelRedis"));
        }
    }

    @Test
    void asksForNoLongerThanTheProperty() {
        try (FakeRedis server = FakeRedis.start().on("PING", FakeReply.nothing())) {
            runner.withPropertyValues(
                            "sorrel.redis.url=" + server.uri() + "?mode=pooled", "sorrel.redis.health.timeout=240ms")
                    .run(context -> {
                        context.getBean(RedisClient.class).connect();
                        Health health =
                                context.getBean(RedisHealthIndicator.class).health();
                        assertThat(health.getDetails().get("error").toString()).contains("within 240 ms");
                    });
        }
    }

    @Test
    void leavesTheKeyToABeanOfTheApplication() {
        runner.withUserConfiguration(OwnHealth.class).run(context -> {
            assertThat(context).doesNotHaveBean("redisHealthContributor").doesNotHaveBean(RedisHealthIndicator.class);
            assertThat(registry(context).getContributor("redis")).isSameAs(context.getBean("redisHealthIndicator"));
        });
    }

    @Test
    void needsTheHealthModuleAndAClient() {
        runner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("redisHealthContributor"));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SorrelRedisAutoConfiguration.class, SorrelRedisHealthContributorAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.health."))
                .run(context -> assertThat(context).hasSingleBean(RedisClient.class));
        runner.withClassLoader(new FilteredClassLoader(RedisClient.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("redisHealthContributor"));
    }

    @Test
    void severalClientsMakeAComposite() {
        runner.withUserConfiguration(TwoClients.class).run(context -> {
            var contributor = registry(context).getContributor("redis");
            assertThat(contributor).isInstanceOf(CompositeHealthContributor.class);
            assertThat(((CompositeHealthContributor) contributor).stream().map(entry -> entry.name()))
                    .containsExactlyInAnyOrder("orders", "sessions");
        });
    }

    @Test
    void aClientThatIsNoCandidateForInjectionIsNotReported() {
        runner.withUserConfiguration(HiddenClient.class).run(context -> {
            assertThat(context).hasBean("hidden").hasBean("sorrelRedisClient");
            assertThat(registry(context).getContributor("redis")).isInstanceOf(RedisHealthIndicator.class);
        });
    }

    @Test
    void besideSpringDataBothReport() {
        besideSpringData.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context)
                    .hasSingleBean(RedisConnectionFactory.class)
                    .hasSingleBean(StringRedisTemplate.class)
                    .hasSingleBean(RedisClient.class);
            assertThat(context.getBean("redisHealthContributor"))
                    .isInstanceOf(ReactiveHealthIndicator.class)
                    .isNotInstanceOf(RedisHealthIndicator.class);
            assertThat(registry(context).getContributor("sorrelRedis")).isInstanceOf(RedisHealthIndicator.class);
        });
    }

    @Test
    void besideSpringDataEachIsSwitchedOffByItself() {
        besideSpringData
                .withPropertyValues("management.health.redis.enabled=false")
                .run(context ->
                        assertThat(names(context)).contains("sorrelRedis").doesNotContain("redis"));
        besideSpringData
                .withPropertyValues("management.health.sorrel-redis.enabled=false")
                .run(context -> assertThat(context)
                        .hasBean("redisHealthContributor")
                        .doesNotHaveBean("sorrelRedisHealthContributor"));
    }

    @Test
    void springDataWithoutItsHealthLeavesTheKeyToUs() {
        runner.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(DataRedisHealthContributorAutoConfiguration.class))
                .run(context -> {
                    assertThat(context).hasSingleBean(RedisConnectionFactory.class);
                    assertThat(names(context)).contains("redis").doesNotContain("sorrelRedis");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnHealth {
        @Bean
        HealthIndicator redisHealthIndicator() {
            return () -> Health.up().build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoClients {
        @Bean
        RedisClient orders() {
            return RedisClient.builder().build();
        }

        @Bean
        RedisClient sessions() {
            return RedisClient.builder().build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class HiddenClient {
        @Bean(autowireCandidate = false)
        RedisClient hidden() {
            return RedisClient.builder().build();
        }
    }
}
