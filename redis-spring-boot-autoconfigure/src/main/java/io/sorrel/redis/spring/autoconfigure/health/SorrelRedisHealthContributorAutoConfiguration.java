package io.sorrel.redis.spring.autoconfigure.health;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.spring.autoconfigure.RedisProperties;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import io.sorrel.redis.spring.health.RedisHealthIndicator;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the health contributor: {@code redis}, or {@code sorrelRedis} in an application whose Spring Data
 * Redis reports as {@code redis}.
 */
@AutoConfiguration(
        after = SorrelRedisAutoConfiguration.class,
        afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
        beforeName = "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({RedisClient.class, HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(RedisClient.class)
public final class SorrelRedisHealthContributorAutoConfiguration {
    private static final String SPRING_DATA_HEALTH =
            "org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration";
    private static final String SPRING_DATA_CONNECTIONS =
            "org.springframework.data.redis.connection.RedisConnectionFactory";

    SorrelRedisHealthContributorAutoConfiguration() {}

    /** The contributor under the key {@code redis}. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoSpringDataHealth.class)
    @ConditionalOnEnabledHealthIndicator("redis")
    @ConditionalOnMissingBean(name = {"redisHealthIndicator", "redisHealthContributor"})
    static class AsRedis extends RedisClients {
        AsRedis(RedisProperties properties) {
            super(properties);
        }

        @Bean
        HealthContributor redisHealthContributor(ConfigurableListableBeanFactory beanFactory) {
            return createContributor(beanFactory, RedisClient.class);
        }
    }

    /** The contributor under the key {@code sorrelRedis}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = SPRING_DATA_HEALTH)
    @ConditionalOnBean(type = SPRING_DATA_CONNECTIONS)
    @ConditionalOnEnabledHealthIndicator("sorrel-redis")
    @ConditionalOnMissingBean(name = {"sorrelRedisHealthIndicator", "sorrelRedisHealthContributor"})
    static class AsSorrelRedis extends RedisClients {
        AsSorrelRedis(RedisProperties properties) {
            super(properties);
        }

        @Bean
        HealthContributor sorrelRedisHealthContributor(ConfigurableListableBeanFactory beanFactory) {
            return createContributor(beanFactory, RedisClient.class);
        }
    }

    private abstract static class RedisClients
            extends CompositeHealthContributorConfiguration<RedisHealthIndicator, RedisClient> {
        RedisClients(RedisProperties properties) {
            super(client -> new RedisHealthIndicator(client, properties.health().timeout()));
        }
    }

    /** Holds where Spring Data Redis does not report its health. */
    static final class NoSpringDataHealth extends NoneNestedConditions {
        NoSpringDataHealth() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        /** What must not hold. */
        @ConditionalOnClass(name = SPRING_DATA_HEALTH)
        @ConditionalOnBean(type = SPRING_DATA_CONNECTIONS)
        static class SpringDataHealth {}
    }
}
