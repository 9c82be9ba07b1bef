package io.sorrel.redis.spring.autoconfigure.dev;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.spring.autoconfigure.RedisConnectionDetails;
import io.sorrel.redis.spring.autoconfigure.SorrelRedisAutoConfiguration;
import io.sorrel.redis.test.RedisServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration of an embedded server for applications in development that name no server. */
@AutoConfiguration(before = SorrelRedisAutoConfiguration.class)
@ConditionalOnClass(RedisClient.class)
@ConditionalOnBooleanProperty("sorrel.redis.dev-server.enabled")
@Conditional(OnNoServerNamed.class)
@ConditionalOnMissingBean(RedisConnectionDetails.class)
public final class SorrelRedisDevServerAutoConfiguration {
    SorrelRedisDevServerAutoConfiguration() {}

    /** The server, where redis-test is on the class path. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RedisServer.class)
    static class Embedded {
        @Bean(destroyMethod = "close")
        DevServerConnectionDetails sorrelRedisDevServer() {
            return DevServerConnectionDetails.start();
        }
    }

    /** A warning, where it is not. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("io.sorrel.redis.test.RedisServer")
    static class Missing {
        private static final Log LOG = LogFactory.getLog(SorrelRedisDevServerAutoConfiguration.class);

        Missing() {
            LOG.warn("'sorrel.redis.dev-server.enabled' is true, but there is no embedded server on the class path:"
                    + " add the dependency io.sorrel:redis-test");
        }
    }
}
