package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint.ConfigurationPropertiesBeanDescriptor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

/** What the actuator shows of the properties. */
class EffectivePropertiesTest {
    private static final Set<String> WITHOUT_DEFAULT = Set.of("username", "password", "client-name");

    private static final Pattern DASH = Pattern.compile("-(.)");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SorrelRedisAutoConfiguration.class,
                    SorrelRedisSanitizingAutoConfiguration.class,
                    ConfigurationPropertiesReportEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "management.endpoints.web.exposure.include=configprops",
                    "management.endpoint.configprops.show-values=always");

    private Map<String, Object> shown(String... properties) {
        AtomicReference<Map<String, Object>> shown = new AtomicReference<>(Map.of());
        runner.withPropertyValues(properties).run(context -> {
            assertThat(context).hasNotFailed();
            List<ConfigurationPropertiesBeanDescriptor> beans = context
                    .getBean(ConfigurationPropertiesReportEndpoint.class)
                    .configurationPropertiesWithPrefix("sorrel.redis")
                    .getContexts()
                    .values()
                    .stream()
                    .flatMap(each -> each.getBeans().values().stream())
                    .toList();
            assertThat(beans).hasSize(1);
            shown.set(beans.get(0).getProperties());
        });
        return shown.get();
    }

    private static @Nullable Object at(Map<String, Object> shown, String property) {
        Object value = shown;
        for (String part : List.of(property.split("\\.", -1))) {
            value = ((Map<?, ?>) value).get(camelCase(part));
        }
        return value;
    }

    private static String camelCase(String name) {
        return DASH.matcher(name).replaceAll(dash -> dash.group(1).toUpperCase(Locale.ROOT));
    }

    @Test
    void showsTheDefaultOfEachPropertyThatIsNotSet() {
        Map<String, Object> shown = shown();
        Set<String> missing = new HashSet<>();
        for (PropertyMapping<?> mapping : PropertyMappings.ALL) {
            if (at(shown, mapping.name()) == null) {
                missing.add(mapping.name());
            }
        }
        assertThat(missing).isEqualTo(WITHOUT_DEFAULT);
        assertThat(at(shown, "host")).isEqualTo("localhost");
        assertThat(at(shown, "pool.max-size")).isEqualTo(8);
        assertThat(at(shown, "pool.max-wait")).isEqualTo("PT5S");
        assertThat(at(shown, "shared.queue-max-bytes"))
                .hasToString(DataSize.ofMegabytes(32).toString());
        assertThat(at(shown, "startup")).isEqualTo("LAZY");
        assertThat(at(shown, "health.timeout")).isEqualTo("PT1S");
        assertThat(at(shown, "metrics.pool.enabled")).isEqualTo(true);
        assertThat(at(shown, "dev-server.enabled")).isEqualTo(false);
    }

    @Test
    void showsWhatIsInEffectAndNoSecret() {
        Map<String, Object> shown = shown(
                "sorrel.redis.url=redis://bob:s3cret@server:7001/2?pool-max-size=5&command-timeout=3s",
                "sorrel.redis.password=0ther",
                "sorrel.redis.pool.max-size=6",
                "sorrel.redis.pool.min-idle=4",
                "sorrel.redis.startup=lazy",
                "sorrel.redis.health.timeout=2s",
                "sorrel.redis.metrics.pool.enabled=false");
        assertThat(at(shown, "url")).isEqualTo("******");
        assertThat(at(shown, "password")).isEqualTo("******");
        assertThat(at(shown, "username")).isEqualTo("bob");
        assertThat(at(shown, "host")).isEqualTo("server");
        assertThat(at(shown, "port")).isEqualTo(7001);
        assertThat(at(shown, "database")).isEqualTo(2);
        assertThat(at(shown, "command-timeout")).isEqualTo("PT3S");
        assertThat(at(shown, "pool.max-wait")).isEqualTo("PT3S");
        assertThat(at(shown, "pool.max-size")).isEqualTo(5);
        assertThat(at(shown, "pool.min-idle")).isEqualTo(4);
        assertThat(at(shown, "health.timeout")).isEqualTo("PT2S");
        assertThat(at(shown, "metrics.pool.enabled")).isEqualTo(false);
        assertThat(shown.toString()).doesNotContain("s3cret").doesNotContain("0ther");
    }

    @Test
    void whatIsShownIsNotTakenForWhatIsSet() {
        runner.withPropertyValues("sorrel.redis.url=redis://server?command-timeout=3s")
                .run(context -> {
                    PropertiesClientOptions options = context.getBean(PropertiesClientOptions.class);
                    assertThat(options.options().pool().maxWait()).isNull();
                    assertThat(options.overridden()).isEmpty();
                });
    }
}
