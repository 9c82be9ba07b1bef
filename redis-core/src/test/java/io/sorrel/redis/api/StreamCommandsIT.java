package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XAddArgs;
import io.sorrel.redis.command.args.XReadArgs;
import io.sorrel.redis.command.args.XTrimArgs;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class StreamCommandsIT {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final StreamEntry<String, String> ONE = entryOf("1-0", "n", "1");
    private static final StreamEntry<String, String> TWO = entryOf("2-0", "n", "2");
    private static final StreamEntry<String, String> THREE = entryOf("3-5", "n", "3");

    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        for (StreamEntry<String, String> each : List.of(ONE, TWO, THREE)) {
            redis.xadd("s", each.fields(), XAddArgs.defaults().id(each.id()));
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void addsEntriesWithIdsOfTheServer() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "1");
        fields.put("a", "2");

        StreamId first = redis.xadd("t", fields);
        StreamId second = redis.xadd("t", Map.of("a", "3"));

        assertThat(second).isGreaterThan(first);
        assertThat(first.time())
                .isBetween(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(3600));
        assertThat(redis.xrange("t", StreamRange.atMost(first)))
                .containsExactly(new StreamEntry<>(first, List.of(entry("z", "1"), entry("a", "2"))));
    }

    @Test
    void addsEntriesWithIdsOfTheCaller() {
        assertThat(redis.xadd("s", Map.of("n", "4"), XAddArgs.defaults().id(StreamId.of("4-4"))))
                .isEqualTo(StreamId.of("4-4"));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() ->
                        redis.xadd("s", Map.of("n", "4"), XAddArgs.defaults().id(StreamId.of("4-4"))));
        assertThat(redis.xadd("s", Map.of("n", "5"), XAddArgs.defaults().id(StreamId.MAX)))
                .isEqualTo(StreamId.MAX);
        assertThat(redis.xrange("s", StreamRange.greaterThan(StreamId.of("4-4"))))
                .extracting(StreamEntry::id)
                .containsExactly(StreamId.MAX);
    }

    @Test
    void addsEntriesWithTimestampsOfTheCaller() {
        assumeTrue(ServerKnows.streamCounts(SERVER.server()), "half an ID needs Redis 7.0");
        XAddArgs args = XAddArgs.defaults().timestamp(Instant.ofEpochMilli(70));

        assertThat(redis.xadd("s", Map.of("n", "4"), args)).isEqualTo(new StreamId(70, 0));
        assertThat(redis.xadd("s", Map.of("n", "5"), args)).isEqualTo(new StreamId(70, 1));
    }

    @Test
    void addsOnlyToAStreamThatExists() {
        assertThat(redis.xaddExisting("missing", Map.of("n", "1"))).isNull();
        assertThat(redis.exists("missing")).isZero();
        assertThat(redis.xaddExisting("s", Map.of("n", "4"))).isNotNull();
        assertThat(redis.xaddExisting("s", Map.of("n", "5"), XAddArgs.defaults().trim(XTrimArgs.maxLen(2))))
                .isNotNull();
        assertThat(redis.xlen("s")).isEqualTo(2);
    }

    @Test
    void deletesOldEntries() {
        assertThat(redis.xtrim("s", XTrimArgs.maxLen(100).approximately())).isZero();
        assertThat(redis.xtrim("s", XTrimArgs.maxLen(100).approximately(10))).isZero();
        assertThat(redis.xtrim("s", XTrimArgs.minId(TWO.id()))).isEqualTo(1);
        assertThat(redis.xtrim("s", XTrimArgs.maxLen(1))).isEqualTo(1);
        assertThat(redis.xrange("s", StreamRange.all())).containsExactly(THREE);
        assertThat(redis.xtrim("missing", XTrimArgs.maxLen(1))).isZero();

        redis.xadd("s", Map.of("n", "4"), XAddArgs.defaults().trim(XTrimArgs.maxLen(1)));
        assertThat(redis.xlen("s")).isEqualTo(1);
    }

    @Test
    void deletesSingleEntries() {
        assertThat(redis.xdel("s", ONE.id(), StreamId.of("9-9"))).isEqualTo(1);
        assertThat(redis.xdel("s", List.of(TWO.id(), THREE.id()))).isEqualTo(2);
        assertThat(redis.xlen("s")).isZero();
        assertThat(redis.exists("s")).isEqualTo(1);
        assertThat(redis.xdel("missing", ONE.id())).isZero();
        assertThat(redis.xlen("missing")).isZero();
    }

    @Test
    void readsRanges() {
        assertThat(redis.xrange("s", StreamRange.all())).containsExactly(ONE, TWO, THREE);
        assertThat(redis.xrange("s", StreamRange.all(), 2)).containsExactly(ONE, TWO);
        assertThat(redis.xrange("s", StreamRange.closed(ONE.id(), TWO.id()))).containsExactly(ONE, TWO);
        assertThat(redis.xrange("s", StreamRange.open(ONE.id(), THREE.id()))).containsExactly(TWO);
        assertThat(redis.xrange("s", StreamRange.closedOpen(ONE.id(), TWO.id())))
                .containsExactly(ONE);
        assertThat(redis.xrange("s", StreamRange.openClosed(ONE.id(), TWO.id())))
                .containsExactly(TWO);
        assertThat(redis.xrange("s", StreamRange.atLeast(TWO.id()))).containsExactly(TWO, THREE);
        assertThat(redis.xrange("s", StreamRange.greaterThan(TWO.id()))).containsExactly(THREE);
        assertThat(redis.xrange("s", StreamRange.lessThan(TWO.id()))).containsExactly(ONE);
        assertThat(redis.xrange("s", StreamRange.between(Instant.ofEpochMilli(2), Instant.ofEpochMilli(3))))
                .containsExactly(TWO, THREE);
        assertThat(redis.xrange("missing", StreamRange.all())).isEmpty();
    }

    @Test
    void readsRangesFromTheEnd() {
        assertThat(redis.xrevRange("s", StreamRange.all())).containsExactly(THREE, TWO, ONE);
        assertThat(redis.xrevRange("s", StreamRange.lessThan(THREE.id()), 1)).containsExactly(TWO);
        assertThat(redis.xrevRange("missing", StreamRange.all())).isEmpty();
    }

    @Test
    void readsStreamsFromSomePlaceOn() {
        redis.xadd("t", ONE.fields(), XAddArgs.defaults().id(ONE.id()));
        Map<String, StreamStart> both = Map.of("s", StreamStart.after(ONE.id()), "t", StreamStart.beginning());

        assertThat(redis.xread(both)).isEqualTo(Map.of("s", List.of(TWO, THREE), "t", List.of(ONE)));
        assertThat(redis.xread(both, XReadArgs.defaults().count(1)))
                .isEqualTo(Map.of("s", List.of(TWO), "t", List.of(ONE)));
        assertThat(redis.xread(Map.of("s", StreamStart.newEntries(), "missing", StreamStart.beginning())))
                .isEmpty();
    }

    @Test
    void readsTheLastEntryOfStreams() {
        assumeTrue(ServerKnows.lastEntry(SERVER.server()), "the last entry needs Redis 7.4");

        assertThat(redis.xreadLast("s", "missing")).isEqualTo(Map.of("s", THREE));
        assertThat(redis.xreadLast("missing")).isEmpty();
    }

    @Test
    void saysThatAnOlderServerDoesNotFindTheLastEntry() {
        assumeFalse(ServerKnows.lastEntry(SERVER.server()), "this server knows the last entry");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.xreadLast("s"));
    }

    @Test
    void waitsForEntries() {
        Map<String, StreamStart> both = Map.of("s", StreamStart.newEntries(), "t", StreamStart.beginning());

        CompletableFuture<Map<String, List<StreamEntry<String, String>>>> read =
                InBackground.call(() -> redis.xread(both, XReadArgs.defaults().block(LONG)));
        Await.until(() -> redis.clientList().stream().anyMatch(each -> each.hasFlag('b')));
        StreamId added = redis.xadd("s", Map.of("n", "4"));

        assertThat(read.join()).isEqualTo(Map.of("s", List.of(new StreamEntry<>(added, List.of(entry("n", "4"))))));
    }

    @Test
    void doesNotWaitWhereThereIsSomethingAndGivesUpWhenTheTimeIsUp() {
        assertThat(redis.xread(
                        Map.of("s", StreamStart.after(TWO.id())),
                        XReadArgs.defaults().block(LONG).count(5)))
                .isEqualTo(Map.of("s", List.of(THREE)));
        assertThat(redis.xread(
                        Map.of("s", StreamStart.after(THREE.id())),
                        XReadArgs.defaults().block(SHORT)))
                .isEmpty();
    }

    @Test
    void setsTheHighestId() {
        redis.xsetId("s", StreamId.of("50-0"));

        assertThat(redis.xinfoStream("s").statistics().lastGeneratedId()).isEqualTo(StreamId.of("50-0"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.xsetId("s", ONE.id()));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.xsetId("missing", ONE.id()));
    }

    @Test
    void setsWhatAStreamCounts() {
        assumeTrue(ServerKnows.streamCounts(SERVER.server()), "ENTRIESADDED needs Redis 7.0");
        redis.xsetId("s", StreamId.of("50-0"), 70, StreamId.of("0-7"));

        assertThat(redis.xinfoStream("s").statistics().entriesAdded()).isEqualTo(70);
        assertThat(redis.xinfoStream("s").statistics().maxDeletedEntryId()).isEqualTo(StreamId.of("0-7"));
    }

    @Test
    void carriesBytesAsTheyAre() {
        RedisCommands<byte[], byte[]> bytes = path.commands(client, RedisCodec.bytes());
        byte[] key = {'b'};
        byte[] all = {0, '\r', '\n', (byte) 0xff};
        bytes.xadd(key, Map.of(all, all));

        List<Map.Entry<byte[], byte[]>> pairs =
                bytes.xrange(key, StreamRange.all()).get(0).pairs();
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).getKey()).isEqualTo(all);
        assertThat(pairs.get(0).getValue()).isEqualTo(all);
    }

    @Test
    void saysThatAKeyHoldsAnotherType() {
        redis.set("text", "v");

        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.xadd("text", Map.of("n", "1")));
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(() -> redis.xlen("text"));
    }

    private static StreamEntry<String, String> entryOf(String id, String field, String value) {
        return new StreamEntry<>(StreamId.of(id), List.of(entry(field, value)));
    }
}
