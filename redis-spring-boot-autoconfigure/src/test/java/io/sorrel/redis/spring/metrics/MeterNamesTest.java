package io.sorrel.redis.spring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.ConnectFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The meters as Prometheus sees them: it appends the base unit to the name, and some words are its own. */
class MeterNamesTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<String> refused = new ArrayList<>();

    private void bindAll() {
        registry.config().onMeterRegistrationFailed((id, reason) -> refused.add(id.getName() + ": " + reason));
        try (RedisClient client = RedisClient.create("redis://127.0.0.1:1?retries=1")) {
            new RedisCommandMetrics(client, "orders").bindTo(registry);
            new RedisPoolMetrics(client, "orders").bindTo(registry);
            new RedisSharedMetrics(client, "orders").bindTo(registry);
            assertThatThrownBy(() -> client.sync().ping()).isInstanceOf(ConnectFailedException.class);
        }
    }

    @Test
    void noNameRepeatsAWordOrItsBaseUnit() {
        bindAll();
        assertThat(registry.getMeters()).extracting(Meter::getId).allSatisfy(id -> {
            List<String> words = List.of(id.getName().split("\\."));
            assertThat(words).doesNotHaveDuplicates().doesNotContain(String.valueOf(id.getBaseUnit()));
        });
        assertThat(names()).allSatisfy(name -> assertThat(name.split("_")).doesNotHaveDuplicates());
    }

    @Test
    void prometheusTakesAllMeters() {
        bindAll();
        assertThat(refused).isEmpty();
        assertThat(names())
                .contains(
                        "sorrel_redis_commands_seconds_count",
                        "sorrel_redis_retries_total",
                        "sorrel_redis_connections",
                        "sorrel_redis_connections_active",
                        "sorrel_redis_connections_opened_total",
                        "sorrel_redis_connections_acquire_seconds_count",
                        "sorrel_redis_shared_queued_bytes",
                        "sorrel_redis_shared_in_flight_commands",
                        "sorrel_redis_shared_commands_total");
    }

    private Set<String> names() {
        return registry.scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());
    }
}
