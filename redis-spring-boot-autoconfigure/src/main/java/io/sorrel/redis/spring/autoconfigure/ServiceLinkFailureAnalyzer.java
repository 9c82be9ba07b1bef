package io.sorrel.redis.spring.autoconfigure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Analyzes a start that ended because Kubernetes had set the port: for a service called {@code sorrel-redis} each pod gets an
 * environment variable {@code SORREL_REDIS_PORT} with an address. It comes before the analyzer of Spring Boot, which only
 * knows that this is no number.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ServiceLinkFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final ConfigurationPropertyName PORT = ConfigurationPropertyName.of("sorrel.redis.port");
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        if (property == null || !property.getName().equals(PORT) || !isAddress(property.getValue())) {
            return null;
        }
        return new FailureAnalysis(
                "The property 'sorrel.redis.port' is '" + property.getValue()
                        + "', which is no port but an address. Kubernetes sets the environment variable SORREL_REDIS_PORT to it"
                        + " in each pod where there is a service called 'sorrel-redis' (a service link), and Spring Boot reads"
                        + " that variable as 'sorrel.redis.port'.\n\n    Origin: " + property.getOrigin(),
                "Give the service another name, or switch the links off with 'enableServiceLinks: false' in the pod's"
                        + " specification, and name the server with 'sorrel.redis.url' or 'sorrel.redis.host'.",
                cause);
    }

    private static boolean isAddress(Object value) {
        return value instanceof CharSequence text && ADDRESS.matcher(text).matches();
    }
}
