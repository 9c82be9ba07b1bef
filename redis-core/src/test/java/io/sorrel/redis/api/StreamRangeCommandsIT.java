package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.args.XAddArgs;
import io.sorrel.redis.command.args.XTrimArgs;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges of streams page by page, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamRangeCommandsIT {
    private static final StreamId TWO = new StreamId(2, 0);
    private static final StreamId FIVE = new StreamId(5, 0);

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
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** Adds entries whose timestamps are these. */
    private void add(long... timestamps) {
        for (long each : timestamps) {
            redis.xadd("s", Map.of("n", "" + each), XAddArgs.defaults().id(new StreamId(each, 0)));
        }
    }

    private static List<Long> timestamps(Iterable<StreamEntry<String, String>> entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.id().timestamp())
                .toList();
    }

    private static List<Long> rest(Iterator<StreamEntry<String, String>> entries) {
        return timestamps(() -> entries);
    }

    /** What pages of each size find, and that the other direction finds the same. */
    private List<Long> found(StreamRange range) {
        List<Long> found = timestamps(redis.xrangeAll("s", range, 1));
        List<Long> reversed = new ArrayList<>(found);
        Collections.reverse(reversed);
        for (long size = 1; size <= 8; size++) {
            assertThat(timestamps(redis.xrangeAll("s", range, size))).isEqualTo(found);
            assertThat(timestamps(redis.xrevRangeAll("s", range, size))).isEqualTo(reversed);
        }
        return found;
    }

    @Test
    void findsAllEntriesOfALongStreamInOrder() {
        add(LongStream.rangeClosed(1, 250).toArray());
        List<StreamEntry<String, String>> all = redis.xrange("s", StreamRange.all());
        List<StreamEntry<String, String>> reversed = redis.xrevRange("s", StreamRange.all());

        assertThat(all).hasSize(250);
        assertThat(redis.xrangeAll("s", StreamRange.all())).containsExactlyElementsOf(all);
        assertThat(redis.xrangeAll("s", StreamRange.all(), 7).stream()).containsExactlyElementsOf(all);
        assertThat(redis.xrevRangeAll("s", StreamRange.all())).containsExactlyElementsOf(reversed);
        assertThat(redis.xrevRangeAll("s", StreamRange.all(), 7).stream()).containsExactlyElementsOf(reversed);
    }

    @Test
    void keepsToBothBounds() {
        add(1, 2, 3, 4, 5, 6);

        assertThat(found(StreamRange.all())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(found(StreamRange.closed(TWO, FIVE))).containsExactly(2L, 3L, 4L, 5L);
        assertThat(found(StreamRange.open(TWO, FIVE))).containsExactly(3L, 4L);
        assertThat(found(StreamRange.closedOpen(TWO, FIVE))).containsExactly(2L, 3L, 4L);
        assertThat(found(StreamRange.openClosed(TWO, FIVE))).containsExactly(3L, 4L, 5L);
        assertThat(found(StreamRange.atLeast(FIVE))).containsExactly(5L, 6L);
        assertThat(found(StreamRange.greaterThan(FIVE))).containsExactly(6L);
        assertThat(found(StreamRange.atMost(TWO))).containsExactly(1L, 2L);
        assertThat(found(StreamRange.lessThan(TWO))).containsExactly(1L);
        assertThat(found(StreamRange.closed(TWO, TWO))).containsExactly(2L);
    }

    @Test
    void goesOnWithinAMillisecond() {
        for (long sequence : new long[] {1, 2, 7, -1}) {
            redis.xadd("s", Map.of("n", "1"), XAddArgs.defaults().id(new StreamId(3, sequence)));
        }

        assertThat(redis.xrangeAll("s", StreamRange.all(), 1))
                .extracting(entry -> entry.id().sequence())
                .containsExactly(1L, 2L, 7L, -1L);
        assertThat(redis.xrevRangeAll("s", StreamRange.all(), 1))
                .extracting(entry -> entry.id().sequence())
                .containsExactly(-1L, 7L, 2L, 1L);
    }

    @Test
    void endsWithTheLowestAndTheHighestId() {
        for (StreamId id : List.of(new StreamId(0, 1), StreamId.MAX)) {
            redis.xadd("s", Map.of("n", "1"), XAddArgs.defaults().id(id));
        }

        assertThat(found(StreamRange.all())).containsExactly(0L, -1L);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(found(StreamRange.all())).isEmpty();

        add(1, 2);
        assertThat(found(StreamRange.greaterThan(TWO))).isEmpty();

        redis.xtrim("s", XTrimArgs.maxLen(0));
        assertThat(found(StreamRange.all())).isEmpty();
    }

    @Test
    void leavesOutWhatIsDeletedBeforeItsPage() {
        add(1, 2, 3, 4, 5, 6, 7, 8);
        Iterator<StreamEntry<String, String>> forward =
                redis.xrangeAll("s", StreamRange.all(), 2).iterator();
        assertThat(forward.next().id().timestamp()).isEqualTo(1);
        redis.xdel("s", TWO, new StreamId(3, 0));
        assertThat(rest(forward)).containsExactly(2L, 4L, 5L, 6L, 7L, 8L);

        Iterator<StreamEntry<String, String>> back =
                redis.xrevRangeAll("s", StreamRange.all(), 2).iterator();
        assertThat(back.next().id().timestamp()).isEqualTo(8);
        redis.xdel("s", new StreamId(7, 0), new StreamId(6, 0));
        assertThat(rest(back)).containsExactly(7L, 5L, 4L, 1L);
    }

    @Test
    void findsWhatIsAddedBeforeTheLastPageIfTheOldestComeFirst() {
        add(1, 2, 3, 4);
        Iterator<StreamEntry<String, String>> forward =
                redis.xrangeAll("s", StreamRange.all(), 2).iterator();
        Iterator<StreamEntry<String, String>> bounded =
                redis.xrangeAll("s", StreamRange.atMost(FIVE), 2).iterator();
        Iterator<StreamEntry<String, String>> back =
                redis.xrevRangeAll("s", StreamRange.all(), 2).iterator();
        assertThat(forward.next().id().timestamp()).isEqualTo(1);
        assertThat(bounded.next().id().timestamp()).isEqualTo(1);
        assertThat(back.next().id().timestamp()).isEqualTo(4);

        add(5, 6, 7);

        assertThat(rest(forward)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(rest(bounded)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rest(back)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void endsWithThePageThatIsNotFull() {
        add(1, 2, 3);
        Iterator<StreamEntry<String, String>> entries =
                redis.xrangeAll("s", StreamRange.all(), 2).iterator();
        entries.next();
        entries.next();
        assertThat(entries.next().id().timestamp()).isEqualTo(3);

        add(4);

        assertThat(entries.hasNext()).isFalse();
    }

    @Test
    void endsWhereTheStreamIsGone() {
        add(1, 2, 3);
        Iterator<StreamEntry<String, String>> entries =
                redis.xrangeAll("s", StreamRange.all(), 2).iterator();
        entries.next();

        redis.del("s");

        assertThat(rest(entries)).containsExactly(2L);
    }

    @Test
    void startsAnewForEachIteratorAndAsksForNothingBefore() {
        ScanIterable<StreamEntry<String, String>> entries = redis.xrangeAll("s", StreamRange.all());
        assertThat(timestamps(entries)).isEmpty();
        add(1);
        assertThat(timestamps(entries)).containsExactly(1L);
        redis.set("s", "no stream");

        Iterator<StreamEntry<String, String>> iterator = entries.iterator();
        assertThatExceptionOfType(WrongTypeException.class).isThrownBy(iterator::hasNext);
    }

    @Test
    void refusesWhatIsWrongBeforeItAsks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.xrangeAll(null, StreamRange.all()))
                .withMessageContaining("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.xrevRangeAll("s", null))
                .withMessageContaining("range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.xrangeAll("s", StreamRange.all(), 0))
                .withMessageContaining("pageSize");
    }
}
