package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.spring.autoconfigure.RedisProperties.Startup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of {@link RedisClient}, {@link RedisCommands} and {@link RedisAsyncCommands}. The names of the beans
 * leave those of {@code spring-boot-starter-data-redis} and {@code redisClient} free.
 */
@AutoConfiguration
@ConditionalOnClass(RedisClient.class)
@EnableConfigurationProperties(RedisProperties.class)
public final class SorrelRedisAutoConfiguration {
    SorrelRedisAutoConfiguration() {}

    @Bean
    static BootVersionCheck sorrelRedisBootVersionCheck() {
        return new BootVersionCheck();
    }

    @Bean
    static EffectiveProperties sorrelRedisEffectiveProperties(ObjectProvider<PropertiesClientOptions> options) {
        return new EffectiveProperties(options);
    }

    @Bean
    static ClientListenerRegistrar sorrelRedisClientListenerRegistrar(ObjectProvider<ClientListener> listeners) {
        return new ClientListenerRegistrar(listeners);
    }

    @Bean
    PropertiesClientOptions sorrelRedisPropertiesClientOptions(Environment environment) {
        return PropertiesClientOptions.of(environment);
    }

    @Bean
    @ConditionalOnMissingBean(RedisConnectionDetails.class)
    PropertiesRedisConnectionDetails sorrelRedisConnectionDetails(PropertiesClientOptions properties) {
        return new PropertiesRedisConnectionDetails(properties.options());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    RedisClient sorrelRedisClient(
            RedisProperties properties,
            PropertiesClientOptions propertiesOptions,
            RedisConnectionDetails details,
            Environment environment,
            ObjectProvider<ClientOptionsCustomizer> optionsCustomizers,
            ObjectProvider<ClientListener> listeners,
            ObjectProvider<RedisClientBuilderCustomizer> customizers) {
        if (details instanceof PropertiesRedisConnectionDetails) {
            new ServerProperties(environment).check(propertiesOptions);
        }
        ClientOptions.Builder options = propertiesOptions.options().toBuilder()
                .endpoint(details.getEndpoint())
                .tls(details.isTls())
                .credentials(details.getCredentials())
                .database(details.getDatabase());
        optionsCustomizers.orderedStream().forEach(customizer -> customizer.customize(options));
        RedisClient.Builder builder = RedisClient.builder().options(options.build());
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        RedisClient client = build(builder, details);
        if (properties.startup() == Startup.CONNECT) {
            connect(client);
        }
        return client;
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(RedisClient.class)
    RedisCommands<String, String> sorrelRedisCommands(RedisClient client) {
        return client.sync();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(RedisClient.class)
    RedisAsyncCommands<String, String> sorrelRedisAsyncCommands(RedisClient client) {
        return client.async();
    }

    /** What this version cannot do, such as TLS, is asked for by the URL unless details of the application do so. */
    private static RedisClient build(RedisClient.Builder builder, RedisConnectionDetails details) {
        try {
            return builder.build();
        } catch (IllegalArgumentException refused) {
            throw details instanceof PropertiesRedisConnectionDetails
                    ? Refusals.explain(refused, "sorrel.redis.url")
                    : refused;
        }
    }

    private static void connect(RedisClient client) {
        try {
            client.connect();
        } catch (RedisException failure) {
            client.close();
            throw failure;
        }
    }
}
