package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.command.args.CommandLogType;
import io.sorrel.redis.command.reply.CommandLogEntry;
import io.sorrel.redis.command.reply.LatencyEvent;
import io.sorrel.redis.command.reply.LatencyHistogram;
import io.sorrel.redis.command.reply.LatencySample;
import io.sorrel.redis.command.reply.SlowlogEntry;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about what the server has observed, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitoringCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void remembersWhatTookLong() {
        redis.latencyReset();
        redis.configSet("latency-monitor-threshold", "2");
        redis.debugSleep(Duration.ofMillis(5));
        redis.configSet("latency-monitor-threshold", "0");

        List<LatencyEvent> latest = redis.latencyLatest();
        List<LatencySample> history = redis.latencyHistory("command");

        assertThat(latest).extracting(LatencyEvent::name).contains("command");
        LatencyEvent event = latest.stream()
                .filter(each -> each.name().equals("command"))
                .findFirst()
                .orElseThrow();
        assertThat(event.latest()).isGreaterThanOrEqualTo(Duration.ofMillis(2));
        assertThat(event.maximum()).isGreaterThanOrEqualTo(event.latest());
        assertThat(event.time()).isAfter(Instant.now().minusSeconds(60));
        assertThat(event.total() != null && event.count() > 0).isEqualTo(ServerKnows.latencyTotals(SERVER.server()));
        assertThat(history).isNotEmpty();
        assertThat(history.get(0).latency()).isGreaterThanOrEqualTo(Duration.ofMillis(2));
        assertThat(history.get(0).time()).isAfter(Instant.now().minusSeconds(60));
        assertThat(redis.latencyGraph("command")).contains("command");
        assertThat(redis.latencyDoctor()).contains("command");
        assertThat(redis.latencyReset("command", "no-such-event")).isEqualTo(1);
        assertThat(redis.latencyHistory("command")).isEmpty();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.latencyGraph("command"));
    }

    @Test
    void countsHowLongCallsTookWhereTheServerDoes() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "LATENCY HISTOGRAM is since Redis 7.0");
        redis.configResetStat();
        redis.get("a");
        redis.get("a");
        redis.configGet("save");

        Map<String, LatencyHistogram> some = redis.latencyHistogram("get", "config|get", "never-heard-of");

        assertThat(some).containsOnlyKeys("get", "config|get");
        assertThat(some.get("get").calls()).isEqualTo(2);
        assertThat(some.get("get").within().lastEntry().getValue()).isEqualTo(2);
        assertThat(redis.latencyHistogram()).containsKeys("get", "config|get", "config|resetstat");
    }

    @Test
    void passesOnThatAnOlderServerDoesNotCount() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "LATENCY HISTOGRAM is since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.latencyHistogram());
    }

    @Test
    void listsSubcommands() {
        assertThat(redis.latencyHelp()).isNotEmpty();
        assertThat(redis.slowlogHelp()).isNotEmpty();
    }

    @Test
    void logsSlowCommands() {
        redis.configSet("slowlog-log-slower-than", "0");
        redis.slowlogReset();
        try (RedisSession session = client.openSession()) {
            session.sync().clientSetName("me");
            session.sync().set("a", "1");
        }
        redis.get("a");
        redis.configSet("slowlog-log-slower-than", "-1");

        List<SlowlogEntry> all = redis.slowlogGetAll();
        SlowlogEntry set = entry(all, "SET");

        assertThat(set.arguments()).containsExactly("SET", "a", "1");
        assertThat(set.clientName()).isEqualTo("me");
        assertThat(set.clientAddress()).startsWith("127.0.0.1:");
        assertThat(set.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(set.time())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(entry(all, "GET").id()).isGreaterThan(set.id());
        assertThat(entry(all, "GET").clientName()).isNull();
        assertThat(redis.slowlogLen()).isEqualTo(all.size());
        assertThat(redis.slowlogGet()).hasSizeLessThanOrEqualTo(10);
        assertThat(redis.slowlogGet(1)).containsExactly(all.get(0));
        assertThat(redis.slowlogGet(0)).isEmpty();
        redis.slowlogReset();
        assertThat(redis.slowlogLen()).isZero();
    }

    private static SlowlogEntry entry(List<SlowlogEntry> all, String command) {
        return all.stream()
                .filter(entry -> entry.arguments().get(0).equals(command))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void logsLargeCommandsAndRepliesWhereTheServerCan() {
        assumeTrue(ServerKnows.commandLog(SERVER.server()), "COMMANDLOG is since Valkey 8.1");
        redis.configSet(Map.of("commandlog-request-larger-than", "1000", "commandlog-reply-larger-than", "1000"));
        redis.set("a", "x".repeat(2000));
        redis.get("a");
        redis.configSet(Map.of("commandlog-request-larger-than", "-1", "commandlog-reply-larger-than", "-1"));

        List<CommandLogEntry> requests = redis.commandLogGetAll(CommandLogType.LARGE_REQUEST);
        List<CommandLogEntry> replies = redis.commandLogGet(1, CommandLogType.LARGE_REPLY);

        assertThat(requests.get(0).arguments()).startsWith("SET", "a");
        assertThat(requests.get(0).amount()).isGreaterThan(2000);
        assertThat(replies).singleElement().satisfies(reply -> {
            assertThat(reply.arguments()).containsExactly("GET", "a");
            assertThat(reply.amount()).isGreaterThan(2000);
            assertThat(reply.clientAddress()).startsWith("127.0.0.1:");
            assertThat(reply.clientName()).isNull();
        });
        assertThat(redis.commandLogLen(CommandLogType.LARGE_REQUEST)).isEqualTo(requests.size());
        redis.commandLogReset(CommandLogType.LARGE_REQUEST);
        assertThat(redis.commandLogLen(CommandLogType.LARGE_REQUEST)).isZero();
        assertThat(redis.commandLogLen(CommandLogType.SLOW)).isEqualTo(redis.slowlogLen());
        assertThat(redis.commandLogHelp()).isNotEmpty();
    }

    @Test
    void passesOnThatAServerHasNoSuchLog() {
        assumeFalse(ServerKnows.commandLog(SERVER.server()), "COMMANDLOG is since Valkey 8.1");

        assertThatExceptionOfType(UnknownCommandException.class)
                .isThrownBy(() -> redis.commandLogLen(CommandLogType.SLOW));
    }
}
