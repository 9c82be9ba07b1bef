package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.sorrel.redis.config.ClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfigurationMetadataTest {
    private static final String GENERATED = "META-INF/spring-configuration-metadata.json";
    private static final String WRITTEN = "META-INF/additional-spring-configuration-metadata.json";

    private final List<Map<String, Object>> properties = properties(GENERATED);

    @Test
    void describesEachProperty() {
        for (Map<String, Object> property : properties) {
            String description = (String) property.get("description");
            assertThat(description).as("%s", property).isNotBlank().endsWith(".");
            assertThat(description)
                    .doesNotStartWith("The ")
                    .doesNotStartWith("A ")
                    .doesNotContain("  ");
            assertThat(description.toLowerCase(Locale.ROOT)).doesNotContain("default");
            if ("java.lang.Boolean".equals(property.get("type"))) {
                assertThat(description).startsWith("Whether ");
            }
        }
    }

    @Test
    void knowsEachPropertyOfTheTable() {
        List<String> mapped =
                PropertyMappings.ALL.stream().map(PropertyMapping::fullName).toList();
        assertThat(names(properties))
                .containsAll(mapped)
                .contains(
                        "sorrel.redis.url",
                        "sorrel.redis.startup",
                        "sorrel.redis.health.timeout",
                        "sorrel.redis.metrics.commands.enabled",
                        "sorrel.redis.metrics.pool.enabled",
                        "sorrel.redis.metrics.shared.enabled",
                        "sorrel.redis.dev-server.enabled",
                        "management.health.redis.enabled",
                        "management.health.sorrel-redis.enabled")
                .hasSize(mapped.size() + 9);
    }

    @Test
    void isSortedAndWithoutDuplicates() {
        for (String file : List.of(GENERATED, WRITTEN)) {
            assertThat(names(properties(file))).as(file).isSorted().doesNotHaveDuplicates();
        }
        assertThat(names(properties)).containsAll(names(properties(WRITTEN)));
    }

    @Test
    void defaultsAreThoseOfTheClient() {
        Map<String, Object> defaults = properties.stream()
                .filter(property -> property.containsKey("defaultValue"))
                .filter(property -> ((String) property.get("name")).startsWith("sorrel."))
                .collect(Collectors.toMap(
                        property -> (String) property.get("name"),
                        property -> property.get("defaultValue").toString()));
        RedisProperties bound = new Binder(new MapConfigurationPropertySource(defaults))
                .bind("sorrel.redis", RedisProperties.class)
                .get();
        RedisProperties unset = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("sorrel.redis", RedisProperties.class);
        assertThat(PropertiesClientOptions.of(bound).options()).isEqualTo(ClientOptions.defaults());
        assertThat(List.of(bound.startup(), bound.health(), bound.metrics(), bound.devServer()))
                .isEqualTo(List.of(unset.startup(), unset.health(), unset.metrics(), unset.devServer()));
        assertThat(names(properties))
                .filteredOn(name -> !defaults.containsKey(name) && name.startsWith("sorrel."))
                .containsExactlyInAnyOrder(
                        "sorrel.redis.client-name",
                        "sorrel.redis.password",
                        "sorrel.redis.pool.max-wait",
                        "sorrel.redis.shared.silence-timeout",
                        "sorrel.redis.url",
                        "sorrel.redis.username");
    }

    @Test
    void listsOfAutoConfigurationsAndFactoriesAreSortedAndExist() throws Exception {
        List<String> configurations = Files.readAllLines(Path.of(
                "src/main/resources/META-INF/spring",
                "org.springframework.boot.autoconfigure.AutoConfiguration.imports"));
        assertThat(configurations).isSorted().doesNotHaveDuplicates();
        for (String line : Files.readAllLines(Path.of("src/main/resources/META-INF/spring.factories"))) {
            if (!line.contains("=")) {
                Class.forName(line.replaceAll("[,\\\\]", ""));
            }
        }
        for (String configuration : configurations) {
            Class.forName(configuration);
        }
    }

    private static List<String> names(List<Map<String, Object>> properties) {
        return properties.stream()
                .map(property -> (String) property.get("name"))
                .toList();
    }

    private static List<Map<String, Object>> properties(String file) {
        try {
            String text = Files.readString(Path.of("target/classes", file), StandardCharsets.UTF_8);
            return JsonPath.parse(text).read("$.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
