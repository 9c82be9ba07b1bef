package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.Endpoint;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesClientOptionsTest {
    /** A value for each property that differs from its default, and what it becomes as a query parameter of a URL. */
    private static final Map<String, String> CHANGED = Map.ofEntries(
            Map.entry("client-name", "orders"),
            Map.entry("library-info", "false"),
            Map.entry("connect-timeout", "11s"),
            Map.entry("command-timeout", "12s"),
            Map.entry("close-timeout", "13s"),
            Map.entry("disconnected-wait", "40ms"),
            Map.entry("handshake", "minimal"),
            Map.entry("keep-alive.enabled", "false"),
            Map.entry("keep-alive.idle", "14s"),
            Map.entry("keep-alive.interval", "15s"),
            Map.entry("keep-alive.count", "16"),
            Map.entry("reply-limits.max-depth", "17"),
            Map.entry("reply-limits.max-line", "18KB"),
            Map.entry("reply-limits.max-bulk", "19MB"),
            Map.entry("reply-limits.max-elements", "20000"),
            Map.entry("reply-limits.max-bytes", "21MB"),
            Map.entry("mode", "pooled"),
            Map.entry("shared.direct-lanes", "34"),
            Map.entry("shared.queue-max-commands", "35"),
            Map.entry("shared.queue-max-bytes", "36MB"),
            Map.entry("shared.queue-when-full", "fail"),
            Map.entry("shared.silence-timeout", "37s"),
            Map.entry("shared.fence-commands", "41"),
            Map.entry("shared.fence-interval", "42ms"),
            Map.entry("shared.reconnect-backoff", "equal-jitter"),
            Map.entry("shared.reconnect-base-delay", "38ms"),
            Map.entry("shared.reconnect-max-delay", "39s"),
            Map.entry("pool.max-size", "22"),
            Map.entry("pool.min-idle", "3"),
            Map.entry("pool.max-wait", "24ms"),
            Map.entry("pool.when-exhausted", "fail"),
            Map.entry("pool.fair", "false"),
            Map.entry("pool.lifo", "false"),
            Map.entry("pool.idle-timeout", "25s"),
            Map.entry("pool.max-lifetime", "26s"),
            Map.entry("pool.lifetime-spread", "0.27"),
            Map.entry("pool.check-after-idle", "28s"),
            Map.entry("pool.when-dirty", "reset"),
            Map.entry("pool.leak-detection-threshold", "29s"),
            Map.entry("pool.warm-up", "true"),
            Map.entry("retry.max-retries", "5"),
            Map.entry("retry.backoff", "decorrelated-jitter"),
            Map.entry("retry.base-delay", "30ms"),
            Map.entry("retry.max-delay", "31s"),
            Map.entry("retry.budget-ratio", "0.32"),
            Map.entry("retry.budget-reserve", "33"));

    private static PropertiesClientOptions options(String... pairs) {
        Map<String, String> values = Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> "sorrel.redis." + pair[0], pair -> pair[1]));
        return PropertiesClientOptions.of(new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sorrel.redis", RedisProperties.class));
    }

    @Test
    void nothingSetMeansTheDefaultsOfTheClient() {
        assertThat(options().options()).isEqualTo(ClientOptions.defaults());
        assertThat(options("url=", "host=", "username= ", "password=", "client-name=")
                        .options())
                .isEqualTo(ClientOptions.defaults());
    }

    @Test
    void eachPropertySetsTheOptionThatTheUrlSetsByTheSameName() {
        CHANGED.forEach((name, value) -> {
            String key = mapping(name).optionName();
            ClientOptions changed = options(name + "=" + value).options();
            assertThat(changed).as(name).isNotEqualTo(ClientOptions.defaults());
            assertThat(changed).as(name).isEqualTo(ClientOptions.of("redis://localhost?" + key + "=" + value));
        });
    }

    private static PropertyMapping<?> mapping(String name) {
        return PropertyMappings.ALL.stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void serverPropertiesSetTheServer() {
        ClientOptions options = options(
                        "host=redis.example.org",
                        "port=7000",
                        "database=3",
                        "username=alice",
                        "password=s3cret",
                        "protocol=resp3")
                .options();
        assertThat(options).isEqualTo(ClientOptions.of("redis://alice:s3cret@redis.example.org:7000/3?protocol=resp3"));
    }

    @Test
    void tableHasARowForEachProperty() {
        Set<String> expected = new TreeSet<>(CHANGED.keySet());
        expected.addAll(List.of("host", "port", "database", "username", "password", "protocol"));
        assertThat(PropertyMappings.ALL)
                .extracting(PropertyMapping::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aPasswordAloneIsThatOfTheDefaultUser() {
        assertThat(options("password=s3cret").options().credentials()).isEqualTo(Credentials.password("s3cret"));
    }

    @Test
    void theUrlWinsWhereItSpeaksAndPropertiesCountWhereItIsSilent() {
        PropertiesClientOptions result = options(
                "url=redis://:fromUrl@from-url:7001/1?pool-max-size=5",
                "host=ignored",
                "port=7000",
                "database=2",
                "password=ignored",
                "pool.max-size=6",
                "pool.min-idle=4",
                "client-name=orders",
                "command-timeout=9s");
        assertThat(result.options())
                .isEqualTo(ClientOptions.of("redis://:fromUrl@from-url:7001/1?pool-max-size=5&pool-min-idle=4"
                        + "&client-name=orders&command-timeout=9s"));
        assertThat(result.overridden())
                .containsExactly(
                        "sorrel.redis.host",
                        "sorrel.redis.port",
                        "sorrel.redis.database",
                        "sorrel.redis.password",
                        "sorrel.redis.pool.max-size");
    }

    @Test
    void credentialsAndDatabaseMayStandBesideAUrlWithoutThem() {
        PropertiesClientOptions result =
                options("url=redis://server:7001", "username=alice", "password=s3cret", "database=2");
        assertThat(result.options()).isEqualTo(ClientOptions.of("redis://alice:s3cret@server:7001/2"));
        assertThat(result.overridden()).isEmpty();
    }

    @Test
    void aPropertyThatSaysTheSameAsTheUrlIsNoConflict() {
        assertThat(options("url=redis://server:7001/1", "host=server", "port=7001", "database=1")
                        .overridden())
                .isEmpty();
    }

    @Test
    void theUrlSetsTheEndpointEvenWhereItLeavesThePortOut() {
        PropertiesClientOptions result = options("url=redis://server", "port=7000");
        assertThat(result.options().endpoint()).isEqualTo(Endpoint.tcp("server", 6379));
        assertThat(result.overridden()).containsExactly("sorrel.redis.port");
    }

    @ParameterizedTest
    @CsvSource({
        "port, 0, from 1 to 65535",
        "port, 65536, from 1 to 65535",
        "host, redis://localhost, belongs into the option for URLs",
        "database, -1, from 0",
        "client-name, two words, without spaces",
        "connect-timeout, -1s, from 1ms",
        "command-timeout, 0s, from 1ms",
        "keep-alive.idle, 500ms, whole seconds",
        "reply-limits.max-bulk, 8GB, 2147483647",
        "pool.max-size, 0, from 1",
        "health.timeout, -1s, longer than zero",
        "shared.queue-max-commands, 0, from 1 to 16777216",
        "shared.queue-max-bytes, 1023B, from 1024 to 1099511627776",
        "shared.silence-timeout, -1s, from 0 (never)",
        "shared.fence-commands, -1, from 0 to 16777216",
        "shared.fence-interval, -1s, from 0 (not by time)",
        "disconnected-wait, -1s, from 0 (fail at once)",
        "shared.direct-lanes, 1025, from 0 to 1024",
        "shared.reconnect-base-delay, 0s, from 1ms",
        "pool.lifetime-spread, 1.5, from 0 to 0.9",
        "retry.max-retries, -1, from 0 to 100",
        "retry.base-delay, 0s, from 1ms",
        "retry.budget-ratio, 1.5, from 0 to 1",
        "url, http://localhost, redis://",
        "url, redis://localhost:0, port",
        "url, redis://localhost?pool-max-size=0, pool-max-size",
    })
    void aRefusedValueNamesThePropertyAndWhatIsAllowed(String property, String value, String allowed) {
        assertThatThrownBy(() -> options(property + "=" + value))
                .isInstanceOf(InvalidRedisPropertyException.class)
                .hasMessageStartingWith("The property 'sorrel.redis." + property + "' cannot be used: ")
                .hasMessageContaining(allowed)
                .extracting(failure -> ((InvalidRedisPropertyException) failure).property())
                .isEqualTo("sorrel.redis." + property);
    }

    @ParameterizedTest
    @CsvSource({
        "database, -1",
        "pool.max-size, 0",
        "shared.queue-max-commands, 0",
        "reply-limits.max-depth, 0",
        "retry.max-retries, -1",
        "keep-alive.count, 0"
    })
    void aRefusedValueIsNotCalledByTheNameThatTheClientHasForIt(String property, String value) {
        assertThatThrownBy(() -> options(property + "=" + value))
                .hasMessageStartingWith("The property 'sorrel.redis." + property + "' cannot be used: it is " + value
                        + "; it must be from ");
    }

    @Test
    void valuesThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> options("pool.max-size=2", "pool.min-idle=3"))
                .isInstanceOf(InvalidRedisPropertyException.class)
                .hasMessage("The property 'sorrel.redis.pool.min-idle' cannot be used: it is 3;"
                        + " it must be at most 'sorrel.redis.pool.max-size', which is 2");
        assertThatThrownBy(() -> options("shared.reconnect-base-delay=2s"))
                .isInstanceOf(InvalidRedisPropertyException.class)
                .hasMessage("The property 'sorrel.redis.shared.reconnect-base-delay' cannot be used: it is 2s;"
                        + " it must be at most 'sorrel.redis.shared.reconnect-max-delay', which is 1s");
        assertThatThrownBy(() -> options("retry.base-delay=2s"))
                .hasMessage("The property 'sorrel.redis.retry.base-delay' cannot be used: it is 2s;"
                        + " it must be at most 'sorrel.redis.retry.max-delay', which is 1s");
    }

    @Test
    void whatContradictsTheUrlIsCalledAsInTheUrl() {
        assertThatThrownBy(() -> options("pool.min-idle=3", "url=redis://localhost?pool-max-size=2"))
                .hasMessage("The property 'sorrel.redis.url' cannot be used: pool-min-idle is 3;"
                        + " it must be at most pool-max-size, which is 2");
    }

    @Test
    void neitherMessagesNorPropertiesShowAPassword() {
        Map<String, String> values = new HashMap<>();
        values.put("sorrel.redis.url", "redis://alice:s3cret-part@localhost:99999");
        values.put("sorrel.redis.password", "s3cret");
        RedisProperties properties = new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("sorrel.redis", RedisProperties.class);
        assertThat(properties.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> PropertiesClientOptions.of(properties))
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("alice");
    }
}
