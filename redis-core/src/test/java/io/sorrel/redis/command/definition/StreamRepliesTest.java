package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.GroupStart;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XPendingArgs;
import io.sorrel.redis.command.reply.ClaimedPage;
import io.sorrel.redis.command.reply.PendingEntry;
import io.sorrel.redis.command.reply.PendingSummary;
import io.sorrel.redis.command.reply.StreamConsumerInfo;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.command.reply.StreamFullInfo;
import io.sorrel.redis.command.reply.StreamGroupInfo;
import io.sorrel.redis.command.reply.StreamInfo;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about streams as servers of both protocols and of several versions send them. */
class StreamRepliesTest {
    private static final StreamId ONE = StreamId.of("1-1");
    private static final StreamId TWO = StreamId.of("2-0");
    private static final StreamEntry<String, String> FIRST =
            new StreamEntry<>(ONE, List.of(entry("a", "1"), entry("b", "2")));
    private static final StreamEntry<String, String> SECOND =
            new StreamEntry<>(TWO, List.of(entry("a", "1"), entry("a", "2")));
    private static final String BOTH = "*2|*2|'1-1|*4|'a|'1|'b|'2|*2|'2-0|*4|'a|'1|'a|'2";

    private final StreamDefinitions<String, String> streams = new StreamDefinitions<>(RedisCodec.utf8());
    private final StreamInfoDefinitions<String, String> info = new StreamInfoDefinitions<>(RedisCodec.utf8());
    private final StreamGroupDefinitions<String, String> groups = new StreamGroupDefinitions<>(RedisCodec.utf8());
    private final StreamPendingDefinitions<String, String> pending = new StreamPendingDefinitions<>(RedisCodec.utf8());
    private final Map<String, StreamStart> starts = Map.of("s", StreamStart.beginning());

    @Test
    void readsEntriesWhoseFieldsMayRepeat() throws IOException {
        List<StreamEntry<String, String>> entries = RecordedReply.read(streams.xrange("s", StreamRange.all()), BOTH);

        assertThat(entries).containsExactly(FIRST, SECOND);
        assertThat(entries.get(0).fields()).containsExactly(entry("a", "1"), entry("b", "2"));
        assertThat(entries.get(1).fields()).containsExactly(entry("a", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "*0", "_"})
    void readsThatThereIsNothing(String wire) throws IOException {
        assertThat(RecordedReply.read(streams.xrange("s", StreamRange.all(), 1), wire))
                .isEmpty();
        assertThat(RecordedReply.read(streams.xread(starts), wire)).isEmpty();
        assertThat(RecordedReply.read(streams.xreadLast("s"), wire)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "_"})
    void readsThatNothingWasAdded(String wire) throws IOException {
        assertThat(RecordedReply.read(streams.xaddExisting("s", Map.of("a", "1")), wire))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|*2|'s|" + BOTH + "|*2|'t|*0", "%2|'s|" + BOTH + "|'t|*0"})
    void readsEntriesByKey(String wire) throws IOException {
        assertThat(RecordedReply.read(streams.xread(starts), wire))
                .containsExactly(entry("s", List.of(FIRST, SECOND)), entry("t", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|*2|'s|*1|*2|'1-1|*4|'a|'1|'b|'2", "%1|'s|*1|*2|'1-1|*4|'a|'1|'b|'2"})
    void readsTheLastEntryByKey(String wire) throws IOException {
        assertThat(RecordedReply.read(streams.xreadLast("s"), wire)).containsExactly(entry("s", FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|*2|'s|*1|*2|'1-1|*-1", "%1|'s|*1|*2|'1-1|_"})
    void readsAPendingEntryThatWasDeleted(String wire) throws IOException {
        List<StreamEntry<String, String>> entries = RecordedReply.read(
                        groups.xreadGroup("g", "c", Map.of("s", GroupStart.pending())), wire)
                .get("s");

        assertThat(entries).containsExactly(new StreamEntry<>(ONE, List.of()));
        assertThat(entries.get(0).isDeleted()).isTrue();
        assertThat(FIRST.isDeleted()).isFalse();
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(streams.xadd("s", Map.of("a", "1")), "'hello"));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(streams.xrange("s", StreamRange.all()), "*1|*3|'1-1|*0|:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*4|:3|'1-1|'2-0|*2|*2|'c1|'2|*2|'c2|'1",
                "*4|:3|'1-1|'2-0|*2|*2|'c1|:2|*2|'c2|:1",
            })
    void readsWhatIsPending(String wire) throws IOException {
        assertThat(RecordedReply.read(pending.xpending("s", "g"), wire))
                .isEqualTo(new PendingSummary(3, ONE, TWO, Map.of("c1", 2L, "c2", 1L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|:0|$-1|$-1|*-1", "*4|:0|_|_|_"})
    void readsThatNothingIsPending(String wire) throws IOException {
        assertThat(RecordedReply.read(pending.xpending("s", "g"), wire))
                .isEqualTo(new PendingSummary(0, null, null, Map.of()));
    }

    @Test
    void readsPendingEntries() throws IOException {
        XPendingArgs args = XPendingArgs.range(StreamRange.all(), 10);

        assertThat(RecordedReply.read(pending.xpendingEntries("s", "g", args), "*1|*4|'1-1|'c|:1500|:4"))
                .containsExactly(new PendingEntry(ONE, "c", Duration.ofMillis(1500), 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|$-1|*2|'1-1|*4|'a|'1|'b|'2", "*2|_|*2|'1-1|*4|'a|'1|'b|'2"})
    void leavesOutClaimedEntriesThatAnOlderServerFindsDeleted(String wire) throws IOException {
        assertThat(RecordedReply.read(pending.xclaim("s", "g", "c", Duration.ZERO, ONE, TWO), wire))
                .containsExactly(FIRST);
        assertThat(RecordedReply.read(
                        pending.xautoClaim("s", "g", "c", Duration.ZERO, StreamId.MIN), "*2|'2-0|" + wire))
                .isEqualTo(new ClaimedPage<>(TWO, List.of(FIRST), List.of()));
    }

    @Test
    void readsWhatWasClaimed() throws IOException {
        ClaimedPage<StreamId> page = RecordedReply.read(
                pending.xautoClaimJustId("s", "g", "c", Duration.ZERO, StreamId.MIN, 1), "*3|'0-0|*1|'1-1|*1|'2-0");

        assertThat(page).isEqualTo(new ClaimedPage<>(StreamId.MIN, List.of(ONE), List.of(TWO)));
        assertThat(page.isLast()).isTrue();
        assertThat(RecordedReply.read(
                                pending.xautoClaim("s", "g", "c", Duration.ZERO, StreamId.MIN, 1), "*3|'2-0|*0|*0")
                        .isLast())
                .isFalse();
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(
                        pending.xautoClaim("s", "g", "c", Duration.ZERO, StreamId.MIN), "*4|'2-0|*0|*0|*0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*22", "%11"})
    void readsAStreamsNumbersAndSkipsWhatItDoesNotKnow(String map) throws IOException {
        assertThat(RecordedReply.read(
                        info.xinfoStream("s"),
                        map + "|'length|:2|'radix-tree-keys|:1|'radix-tree-nodes|:3|'last-generated-id|'2-0"
                                + "|'max-deleted-entry-id|'0-0|'entries-added|:7|'recorded-first-entry-id|'1-1"
                                + "|'later|*1|:1|'groups|:4|'first-entry|*2|'1-1|*4|'a|'1|'b|'2"
                                + "|'last-entry|*2|'2-0|*4|'a|'1|'a|'2"))
                .isEqualTo(new StreamInfo<>(
                        new StreamInfo.Statistics(2, 1, 3, TWO, StreamId.MIN, 7, ONE), 4, FIRST, SECOND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*14|'length|:0|'radix-tree-keys|:0|'radix-tree-nodes|:1|'last-generated-id|'0-0|'groups|:1"
                        + "|'first-entry|$-1|'last-entry|$-1",
                "%7|'length|:0|'radix-tree-keys|:0|'radix-tree-nodes|:1|'last-generated-id|'0-0|'groups|:1"
                        + "|'first-entry|_|'last-entry|_"
            })
    void readsAnEmptyStreamOfAServerBefore7(String wire) throws IOException {
        assertThat(RecordedReply.read(info.xinfoStream("s"), wire))
                .isEqualTo(new StreamInfo<String, String>(
                        new StreamInfo.Statistics(0, 0, 1, StreamId.MIN, null, -1, null), 1, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|%6|'name|'g|'consumers|:2|'pending|:3|'last-delivered-id|'1-1|'entries-read|:5|'lag|:1"
                        + "|%6|'name|'h|'consumers|:0|'pending|:0|'last-delivered-id|'0-0|'entries-read|_|'lag|_",
                "*2|*12|'name|'g|'consumers|:2|'pending|:3|'last-delivered-id|'1-1|'entries-read|:5|'lag|:1"
                        + "|*8|'name|'h|'consumers|:0|'pending|:0|'last-delivered-id|'0-0"
            })
    void readsGroups(String wire) throws IOException {
        assertThat(RecordedReply.read(info.xinfoGroups("s"), wire))
                .containsExactly(
                        new StreamGroupInfo("g", 2, 3, ONE, 5L, 1L),
                        new StreamGroupInfo("h", 0, 0, StreamId.MIN, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|%4|'name|'c|'pending|:2|'idle|:70|'inactive|:90|%4|'name|'d|'pending|:0|'idle|:5|'inactive|:-1",
                "*2|*8|'name|'c|'pending|:2|'idle|:70|'inactive|:90|*6|'name|'d|'pending|:0|'idle|:5"
            })
    void readsConsumers(String wire) throws IOException {
        assertThat(RecordedReply.read(info.xinfoConsumers("s", "g"), wire))
                .containsExactly(
                        new StreamConsumerInfo("c", 2, Duration.ofMillis(70), Duration.ofMillis(90)),
                        new StreamConsumerInfo("d", 0, Duration.ofMillis(5), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%9|'length|:2|'radix-tree-keys|:1|'radix-tree-nodes|:2|'last-generated-id|'2-0"
                        + "|'max-deleted-entry-id|'0-0|'entries-added|:2|'recorded-first-entry-id|'1-1"
                        + "|'entries|" + BOTH + "|'groups|*1|%7|'name|'g|'last-delivered-id|'2-0|'entries-read|:2"
                        + "|'lag|_|'pel-count|:3|'pending|*1|*4|'1-1|'c|:1700000000000|:4|'consumers|*2"
                        + "|%5|'name|'c|'seen-time|:1700000000001|'active-time|:1700000000000|'pel-count|:3"
                        + "|'pending|*1|*3|'1-1|:1700000000000|:4"
                        + "|%5|'name|'d|'seen-time|:1700000000001|'active-time|:-1|'pel-count|:0|'pending|*0",
                "*18|'length|:2|'radix-tree-keys|:1|'radix-tree-nodes|:2|'last-generated-id|'2-0"
                        + "|'max-deleted-entry-id|'0-0|'entries-added|:2|'recorded-first-entry-id|'1-1"
                        + "|'entries|" + BOTH + "|'groups|*1|*14|'name|'g|'last-delivered-id|'2-0|'entries-read|:2"
                        + "|'lag|$-1|'pel-count|:3|'pending|*1|*4|'1-1|'c|:1700000000000|:4|'consumers|*2"
                        + "|*10|'name|'c|'seen-time|:1700000000001|'active-time|:1700000000000|'pel-count|:3"
                        + "|'pending|*1|*3|'1-1|:1700000000000|:4"
                        + "|*8|'name|'d|'seen-time|:1700000000001|'pel-count|:0|'pending|*0"
            })
    void readsAStreamWithAllThatBelongsToIt(String wire) throws IOException {
        Instant delivered = Instant.ofEpochMilli(1_700_000_000_000L);
        StreamFullInfo.Delivery delivery = new StreamFullInfo.Delivery(ONE, "c", delivered, 4);

        assertThat(RecordedReply.read(info.xinfoStreamFull("s", 1), wire))
                .isEqualTo(new StreamFullInfo<>(
                        new StreamInfo.Statistics(2, 1, 2, TWO, StreamId.MIN, 2, ONE),
                        List.of(FIRST, SECOND),
                        List.of(new StreamFullInfo.Group(
                                "g",
                                TWO,
                                2L,
                                null,
                                3,
                                List.of(delivery),
                                List.of(
                                        new StreamFullInfo.Consumer(
                                                "c", delivered.plusMillis(1), delivered, 3, List.of(delivery)),
                                        new StreamFullInfo.Consumer(
                                                "d", delivered.plusMillis(1), null, 0, List.of()))))));
    }
}
