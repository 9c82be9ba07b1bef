package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.env.Environment;

/** Points out what is wrong with the properties that name the server, once a client is made from them. */
final class ServerProperties {
    private static final Log LOG = LogFactory.getLog(ServerProperties.class);
    private static final String SPRING_DATA = "spring.data.redis.";
    private static final List<String> NAMING = List.of("url", "host");

    /** Properties of Spring Data Redis and those that say the same here. */
    private static final Map<String, String> COUNTERPARTS = Map.of(
            "url", "url",
            "host", "host",
            "port", "port",
            "database", "database",
            "username", "username",
            "password", "password",
            "client-name", "client-name",
            "timeout", "command-timeout",
            "connect-timeout", "connect-timeout");

    private final Environment environment;

    ServerProperties(Environment environment) {
        this.environment = environment;
    }

    /**
     * Checks them.
     *
     * @throws InvalidRedisPropertyException when there is a user and no password
     */
    void check(PropertiesClientOptions properties) {
        refuseUserAlone();
        warnOfOverridden(properties.overridden());
        warnOfSpringData();
    }

    private void refuseUserAlone() {
        if (isSet("username") && !isSet("password") && !urlHasCredentials()) {
            throw new InvalidRedisPropertyException(
                    name("username"),
                    "'" + name("password") + "' is not set; set both or neither, or, for a user without a password,"
                            + " 'sorrel.redis.url' such as redis://user:@host",
                    null);
        }
    }

    private static void warnOfOverridden(List<String> names) {
        for (String name : names) {
            LOG.warn("The property '" + name
                    + "' is ignored: 'sorrel.redis.url' says otherwise. Remove one of the two.");
        }
    }

    private void warnOfSpringData() {
        if (NAMING.stream().anyMatch(this::isSet)) {
            return;
        }
        List<String> names = COUNTERPARTS.entrySet().stream()
                .filter(pair -> PropertyOrigin.isSet(environment, SPRING_DATA + pair.getKey()))
                .filter(pair -> !isSet(pair.getValue()))
                .map(pair -> name(pair.getValue()))
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            LOG.warn(
                    "The server of 'spring.data.redis.*' is that of Spring Data Redis only; this client has none set and uses"
                            + " localhost. Set its own properties: '" + String.join("', '", names) + "'.");
        }
    }

    private boolean urlHasCredentials() {
        String url = PropertyMappings.text(environment.getProperty(name("url")));
        return url != null && ClientOptions.of(url.trim()).credentials() != null;
    }

    private boolean isSet(String name) {
        return PropertyOrigin.isSet(environment, name(name));
    }

    private static String name(String name) {
        return PropertyMapping.ROOT + "." + name;
    }
}
