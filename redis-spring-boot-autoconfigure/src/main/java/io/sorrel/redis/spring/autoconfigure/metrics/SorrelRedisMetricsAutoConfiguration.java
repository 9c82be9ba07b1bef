package io.sorrel.redis.spring.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import io.sorrel.redis.spring.metrics.RedisCommandMetrics;
import io.sorrel.redis.spring.metrics.RedisPoolMetrics;
import io.sorrel.redis.spring.metrics.RedisSharedMetrics;
import java.util.function.BiFunction;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the meters of all clients that are beans. The tag {@code name} is the name of the bean without a
 * trailing {@code RedisClient}: {@code sorrel} for the auto-configured one.
 */
@AutoConfiguration(
        after = SorrelRedisAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
@ConditionalOnClass({RedisClient.class, MeterRegistry.class})
@ConditionalOnBean({RedisClient.class, MeterRegistry.class})
public final class SorrelRedisMetricsAutoConfiguration {
    private static final String SUFFIX = "RedisClient";

    SorrelRedisMetricsAutoConfiguration() {}

    /** The meters of the pools. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sorrel.redis.metrics.pool.enabled", matchIfMissing = true)
    static class OfPools {
        @Bean
        MeterBinder sorrelRedisPoolMetrics(ConfigurableListableBeanFactory beanFactory) {
            return ofEachClient(beanFactory, RedisPoolMetrics::new);
        }
    }

    /** The meters of the shared connections. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sorrel.redis.metrics.shared.enabled", matchIfMissing = true)
    static class OfSharedConnections {
        @Bean
        MeterBinder sorrelRedisSharedMetrics(ConfigurableListableBeanFactory beanFactory) {
            return ofEachClient(beanFactory, RedisSharedMetrics::new);
        }
    }

    /** The meters of the commands. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sorrel.redis.metrics.commands.enabled", matchIfMissing = true)
    static class OfCommands {
        @Bean
        MeterBinder sorrelRedisCommandMetrics(ConfigurableListableBeanFactory beanFactory) {
            return ofEachClient(beanFactory, RedisCommandMetrics::new);
        }
    }

    private static MeterBinder ofEachClient(
            ConfigurableListableBeanFactory beanFactory, BiFunction<RedisClient, String, MeterBinder> meters) {
        return registry -> SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, RedisClient.class)
                .forEach((bean, client) -> meters.apply(client, tag(bean)).bindTo(registry));
    }

    private static String tag(String bean) {
        return bean.endsWith(SUFFIX) && bean.length() > SUFFIX.length()
                ? bean.substring(0, bean.length() - SUFFIX.length())
                : bean;
    }
}
