package io.sorrel.redis.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootVersion;

/**
 * Ends the start on a version of Spring Boot in which health and metrics have other places, so that they would be missing
 * without a word. It comes before all beans.
 */
final class BootVersionCheck implements BeanFactoryPostProcessor {
    private static final String SUPPORTED_MAJOR = "4.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        check(SpringBootVersion.getVersion());
    }

    /** A version that Spring Boot does not tell passes. */
    static void check(@Nullable String version) {
        if (version != null && !version.startsWith(SUPPORTED_MAJOR)) {
            throw new UnsupportedBootVersionException(version);
        }
    }
}
