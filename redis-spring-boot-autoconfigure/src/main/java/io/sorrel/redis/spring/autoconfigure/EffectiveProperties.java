package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Replaces the bean of the properties by one that holds the effective values: what the URL says, else what the property says,
 * else the client's default. This is what the actuator shows of them.
 */
final class EffectiveProperties implements BeanPostProcessor {
    private final ObjectProvider<PropertiesClientOptions> options;

    EffectiveProperties(ObjectProvider<PropertiesClientOptions> options) {
        this.options = options;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof RedisProperties stated
                ? effective(stated, options.getObject().options())
                : bean;
    }

    private static RedisProperties effective(RedisProperties stated, ClientOptions options) {
        RedisProperties client = ofClient(options);
        return new RedisProperties(
                stated.url(),
                client.host(),
                client.port(),
                client.database(),
                client.username(),
                client.password(),
                client.clientName(),
                client.libraryInfo(),
                client.protocol(),
                client.handshake(),
                stated.startup(),
                client.connectTimeout(),
                client.commandTimeout(),
                client.closeTimeout(),
                client.disconnectedWait(),
                client.keepAlive(),
                client.replyLimits(),
                client.mode(),
                client.shared(),
                client.pool(),
                client.retry(),
                stated.health(),
                stated.metrics(),
                stated.devServer());
    }

    /** The options read back by the table that writes them. */
    private static RedisProperties ofClient(ClientOptions options) {
        Map<String, Object> values = new HashMap<>();
        for (PropertyMapping<?> mapping : PropertyMappings.ALL) {
            Object value = mapping.option().apply(options);
            if (value != null) {
                values.put(mapping.fullName(), value);
            }
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate(PropertyMapping.ROOT, RedisProperties.class);
    }
}
