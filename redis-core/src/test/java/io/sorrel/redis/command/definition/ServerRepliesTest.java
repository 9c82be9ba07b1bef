package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.CommandLogType;
import io.sorrel.redis.command.reply.BackgroundStart;
import io.sorrel.redis.command.reply.CommandLogEntry;
import io.sorrel.redis.command.reply.DebugObject;
import io.sorrel.redis.command.reply.LatencyEvent;
import io.sorrel.redis.command.reply.LatencyHistogram;
import io.sorrel.redis.command.reply.LatencySample;
import io.sorrel.redis.command.reply.MemoryStats;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.command.reply.ServerRole;
import io.sorrel.redis.command.reply.SlowlogEntry;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about the server as servers of both protocols send them, and with parts that later ones may add. */
class ServerRepliesTest {
    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());

    @Test
    void readsTheTimeWithItsMicroseconds() throws IOException {
        Instant time = Instant.ofEpochSecond(1_700_000_000, 7_000);

        assertThat(RecordedReply.read(commands.server().time(), "*2|'1700000000|'7"))
                .isEqualTo(time);
        assertThat(RecordedReply.read(commands.server().time(), "*3|'1700000000|'7|'later"))
                .isEqualTo(time);
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(commands.server().time(), "*1|'1700000000"))
                .withMessage("expected a time of 2 values, but the server sent 1");
    }

    @Test
    void tellsWhetherATaskHasStarted() throws IOException {
        PersistenceDefinitions<String, String> persistence = commands.persistence();

        assertThat(RecordedReply.read(persistence.bgSave(), "+Background saving started"))
                .isEqualTo(BackgroundStart.STARTED);
        assertThat(RecordedReply.read(persistence.bgSaveSchedule(), "+Background saving scheduled"))
                .isEqualTo(BackgroundStart.SCHEDULED);
        assertThat(RecordedReply.read(persistence.bgRewriteAof(), "+Background append only file rewriting scheduled"))
                .isEqualTo(BackgroundStart.SCHEDULED);
        assertThat(RecordedReply.read(persistence.lastSave(), ":1700000000"))
                .isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @Test
    void readsEachRole() throws IOException {
        Command<ServerRole> role = commands.replication().role();

        assertThat(RecordedReply.read(role, "*3|'master|:14|*2|*3|'h1|'6380|'14|*4|'h2|'6381|'0|'later"))
                .isEqualTo(new ServerRole.Primary(
                        14,
                        List.of(
                                new ServerRole.ConnectedReplica("h1", 6380, 14),
                                new ServerRole.ConnectedReplica("h2", 6381, 0))));
        assertThat(RecordedReply.read(role, "*3|'master|:0|*0")).isEqualTo(new ServerRole.Primary(0, List.of()));
        assertThat(RecordedReply.read(role, "*5|'slave|'h|:6379|'sync|:-1"))
                .isEqualTo(new ServerRole.Replica("h", 6379, ServerRole.Link.SYNC, -1));
        assertThat(RecordedReply.read(role, "*6|'slave|'h|:6379|'dreaming|:5|'later"))
                .isEqualTo(new ServerRole.Replica("h", 6379, ServerRole.Link.UNKNOWN, 5));
        assertThat(RecordedReply.read(role, "*2|'sentinel|*2|'a|'b"))
                .isEqualTo(new ServerRole.Sentinel(List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'king|:1", "*2|'slave|'h", "*2|'master|:1", "*1|'master", "*-1"})
    void refusesWhatIsNoRole(String wire) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(commands.replication().role(), wire));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%7|'peak.allocated|:100|'db.0|%3|'overhead.hashtable.main|:72|'overhead.hashtable.expires|:8"
                        + "|'overhead.hashtable.slot-to-keys|:0|'db.dict.rehashing.count|:3|'fragmentation|,1.5"
                        + "|'db.15|%0|'later|'text|'more|%1|'a|:1",
                "*14|'peak.allocated|:100|'db.0|*6|'overhead.hashtable.main|:72|'overhead.hashtable.expires|:8"
                        + "|'overhead.hashtable.slot-to-keys|:0|'db.dict.rehashing.count|:3|'fragmentation|'1.5"
                        + "|'db.15|*0|'later|'text|'more|*2|'a|:1"
            })
    void readsWhatMemoryIsUsedFor(String wire) throws IOException {
        MemoryStats stats = RecordedReply.read(commands.memory().memoryStats(), wire);

        assertThat(stats.values())
                .containsExactly(
                        entry("peak.allocated", 100L),
                        entry("db.dict.rehashing.count", 3L),
                        entry("fragmentation", 1.5));
        assertThat(stats.databases())
                .containsExactly(
                        entry(0, new MemoryStats.Database(72, 8)), entry(15, new MemoryStats.Database(-1, -1)));
        assertThat(stats.peak()).isEqualTo(100);
        assertThat(stats.fragmentationRatio()).isEqualTo(1.5);
        assertThat(stats.total()).isEqualTo(-1);
        assertThat(stats.datasetPercentage()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "_"})
    void readsThatAKeyIsMissing(String wire) throws IOException {
        assertThat(RecordedReply.read(commands.memory().memoryUsage("k"), wire)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1|%5|'name|'vectorset|'ver|:1|'path|'|'args|*1|'x|'later|:1",
                "*1|*10|'name|'vectorset|'ver|:1|'path|'|'args|*1|'x|'later|:1"
            })
    void readsModules(String wire) throws IOException {
        assertThat(RecordedReply.read(commands.modules().moduleList(), wire))
                .containsExactly(new ServerHello.Module("vectorset", 1, "", List.of("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2|'maxmemory|'0|'save|'900 1 300 10", "*4|'maxmemory|'0|'save|'900 1 300 10"})
    void readsParameters(String wire) throws IOException {
        assertThat(RecordedReply.read(commands.config().configGet("*"), wire))
                .containsExactly(entry("maxmemory", "0"), entry("save", "900 1 300 10"));
    }

    @Test
    void readsWhatTookLong() throws IOException {
        Instant time = Instant.ofEpochSecond(1_700_000_000);
        Duration five = Duration.ofMillis(5);

        assertThat(RecordedReply.read(
                        commands.latency().latencyLatest(),
                        "*3|*4|'fork|:1700000000|:5|:9|*6|'command|:1700000000|:5|:9|:14|:2"
                                + "|*7|'eviction-del|:1700000000|:5|:9|:14|:2|:1"))
                .containsExactly(
                        new LatencyEvent("fork", time, five, Duration.ofMillis(9), null, -1),
                        new LatencyEvent("command", time, five, Duration.ofMillis(9), Duration.ofMillis(14), 2),
                        new LatencyEvent("eviction-del", time, five, Duration.ofMillis(9), Duration.ofMillis(14), 2));
        assertThat(RecordedReply.read(commands.latency().latencyHistory("fork"), "*1|*3|:1700000000|:5|:1"))
                .containsExactly(new LatencySample(time, five));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1|'get|%3|'calls|:3|'histogram_usec|%2|:1|:2|:16|:3|'later|%0",
                "*2|'get|*6|'calls|:3|'histogram_usec|*4|:1|:2|:16|:3|'later|*0"
            })
    void readsHowLongCallsTook(String wire) throws IOException {
        Map<String, LatencyHistogram> histograms =
                RecordedReply.read(commands.latency().latencyHistogram("get"), wire);

        assertThat(histograms).containsOnlyKeys("get");
        assertThat(histograms.get("get").calls()).isEqualTo(3);
        assertThat(histograms.get("get").within())
                .containsExactly(entry(Duration.ofNanos(1_000), 2L), entry(Duration.ofNanos(16_000), 3L));
    }

    @Test
    void readsEntriesOfTheLogs() throws IOException {
        String wire = "*2|*6|:7|:1700000000|:1500|*2|'GET|'k|'127.0.0.1:5000|'me|*7|:6|:1700000000|:12|*1|'PING|'|'|:1";
        Instant time = Instant.ofEpochSecond(1_700_000_000);
        List<String> get = List.of("GET", "k");

        assertThat(RecordedReply.read(commands.commandLog().slowlogGet(), wire))
                .containsExactly(
                        new SlowlogEntry(7, time, Duration.ofNanos(1_500_000), get, "127.0.0.1:5000", "me"),
                        new SlowlogEntry(6, time, Duration.ofNanos(12_000), List.of("PING"), null, null));
        assertThat(RecordedReply.read(commands.commandLog().commandLogGetAll(CommandLogType.LARGE_REPLY), wire))
                .containsExactly(
                        new CommandLogEntry(7, time, 1500, get, "127.0.0.1:5000", "me"),
                        new CommandLogEntry(6, time, 12, List.of("PING"), null, null));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(commands.commandLog().slowlogGet(), "*1|*1|:7"));
    }

    @Test
    void readsHowAValueIsStored() throws IOException {
        DebugObject object = RecordedReply.read(
                commands.debug().debugObject("k"),
                "+Value at:0x7f refcount:1 encoding:quicklist serializedlength:20 lru:1 lru_seconds_idle:9 ql_nodes:1");

        assertThat(object.address()).isEqualTo("0x7f");
        assertThat(object.referenceCount()).isEqualTo(1);
        assertThat(object.encoding()).isEqualTo("quicklist");
        assertThat(object.serializedLength()).isEqualTo(20);
        assertThat(object.idle()).isEqualTo(Duration.ofSeconds(9));
        assertThat(object.fields()).containsEntry("ql_nodes", "1");
    }
}
