package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.event.ClientListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Adds all listeners that are beans to each client that is a bean, whether it is auto-configured or not. */
final class ClientListenerRegistrar implements BeanPostProcessor {
    private final ObjectProvider<ClientListener> listeners;

    ClientListenerRegistrar(ObjectProvider<ClientListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof RedisClient client) {
            listeners.orderedStream().forEach(client::addListener);
        }
        return bean;
    }
}
