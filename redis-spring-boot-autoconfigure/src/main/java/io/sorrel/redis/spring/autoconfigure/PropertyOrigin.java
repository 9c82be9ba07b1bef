package io.sorrel.redis.spring.autoconfigure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Where a property is set: file and line, or the property source. Never its value. */
final class PropertyOrigin {
    private PropertyOrigin() {}

    static @Nullable String find(Environment environment, String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
        for (var source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = source.getConfigurationProperty(name);
            if (found != null) {
                return Objects.toString(found.getOrigin(), null);
            }
        }
        return null;
    }

    static boolean isSet(Environment environment, String property) {
        return PropertyMappings.text(environment.getProperty(property)) != null;
    }
}
