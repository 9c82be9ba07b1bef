package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.StreamId;
import io.sorrel.redis.command.args.GroupStart;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.command.args.StreamStart;
import io.sorrel.redis.command.args.XAddArgs;
import io.sorrel.redis.command.args.XClaimArgs;
import io.sorrel.redis.command.args.XGroupCreateArgs;
import io.sorrel.redis.command.args.XPendingArgs;
import io.sorrel.redis.command.args.XReadGroupArgs;
import io.sorrel.redis.command.reply.ClaimedPage;
import io.sorrel.redis.command.reply.PendingEntry;
import io.sorrel.redis.command.reply.PendingSummary;
import io.sorrel.redis.command.reply.StreamConsumerInfo;
import io.sorrel.redis.command.reply.StreamEntry;
import io.sorrel.redis.command.reply.StreamFullInfo;
import io.sorrel.redis.command.reply.StreamGroupInfo;
import io.sorrel.redis.command.reply.StreamInfo;
import io.sorrel.redis.error.BusyGroupException;
import io.sorrel.redis.error.NoGroupException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
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

/** Groups of consumers of streams against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class StreamGroupCommandsIT {
    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final StreamId ONE = StreamId.of("1-0");
    private static final StreamId TWO = StreamId.of("2-0");
    private static final StreamId THREE = StreamId.of("3-0");
    private static final XPendingArgs ALL_PENDING = XPendingArgs.range(StreamRange.all(), 10);
    private static final Map<String, GroupStart> UNDELIVERED = Map.of("s", GroupStart.undelivered());
    private static final Map<String, GroupStart> PENDING = Map.of("s", GroupStart.pending());

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
        for (StreamId id : List.of(ONE, TWO, THREE)) {
            redis.xadd("s", Map.of("id", id.toString()), XAddArgs.defaults().id(id));
        }
        redis.xgroupCreate("s", "g", StreamStart.beginning());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void makesAndDeletesGroups() {
        assertThatExceptionOfType(BusyGroupException.class)
                .isThrownBy(() -> redis.xgroupCreate("s", "g", StreamStart.newEntries()));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.xgroupCreate("missing", "g", StreamStart.beginning()));
        redis.xgroupCreate(
                "new",
                "g",
                StreamStart.newEntries(),
                XGroupCreateArgs.defaults().makeStream());
        assertThat(redis.xlen("new")).isZero();
        assertThat(redis.xgroupDestroy("s", "g")).isTrue();
        assertThat(redis.xgroupDestroy("s", "g")).isFalse();
        assertThatExceptionOfType(NoGroupException.class).isThrownBy(() -> redis.xreadGroup("g", "alice", UNDELIVERED));
    }

    @Test
    void makesAndDeletesConsumers() {
        assertThat(redis.xgroupCreateConsumer("s", "g", "alice")).isTrue();
        assertThat(redis.xgroupCreateConsumer("s", "g", "alice")).isFalse();
        read("alice", 2);
        assertThat(redis.xgroupDelConsumer("s", "g", "alice")).isEqualTo(2);
        assertThat(redis.xgroupDelConsumer("s", "g", "alice")).isZero();
        assertThatExceptionOfType(NoGroupException.class)
                .isThrownBy(() -> redis.xgroupCreateConsumer("s", "missing", "alice"));
    }

    @Test
    void givesEachEntryToOneConsumerUntilItIsAcknowledged() {
        assertThat(read("alice", 2)).containsExactly(ONE, TWO);
        assertThat(read("bob", 5)).containsExactly(THREE);
        assertThat(redis.xreadGroup("g", "bob", UNDELIVERED)).isEmpty();

        assertThat(ids(redis.xreadGroup("g", "alice", PENDING))).containsExactly(ONE, TWO);
        assertThat(redis.xack("s", "g", ONE, THREE, StreamId.of("9-9"))).isEqualTo(2);
        assertThat(ids(redis.xreadGroup("g", "alice", PENDING))).containsExactly(TWO);
        assertThat(ids(redis.xreadGroup("g", "alice", Map.of("s", GroupStart.pendingAfter(TWO)))))
                .isEmpty();
        assertThat(redis.xack("s", "g", List.of(TWO))).isEqualTo(1);
        assertThat(redis.xack("missing", "g", ONE)).isZero();
    }

    @Test
    void keepsNothingPendingWhereNothingIsToBeAcknowledged() {
        redis.xreadGroup("g", "alice", UNDELIVERED, XReadGroupArgs.defaults().noAck());

        assertThat(redis.xpending("s", "g")).isEqualTo(new PendingSummary(0, null, null, Map.of()));
    }

    @Test
    void tellsThatAPendingEntryWasDeleted() {
        read("alice", 2);
        redis.xdel("s", ONE);

        List<StreamEntry<String, String>> entries =
                redis.xreadGroup("g", "alice", PENDING).get("s");
        assertThat(entries).extracting(StreamEntry::id).containsExactly(ONE, TWO);
        assertThat(entries).extracting(StreamEntry::isDeleted).containsExactly(true, false);
    }

    @Test
    void waitsForEntries() {
        read("alice", 3);
        assertThat(redis.xreadGroup(
                        "g", "alice", UNDELIVERED, XReadGroupArgs.defaults().block(Duration.ofMillis(10))))
                .isEmpty();

        CompletableFuture<Map<String, List<StreamEntry<String, String>>>> read =
                InBackground.call(() -> redis.xreadGroup(
                        "g", "alice", UNDELIVERED, XReadGroupArgs.defaults().block(LONG)));
        Await.until(() -> redis.clientList().stream().anyMatch(each -> each.hasFlag('b')));
        StreamId added = redis.xadd("s", Map.of("n", "4"));

        assertThat(ids(read.join())).containsExactly(added);
    }

    @Test
    void setsWhatAGroupIsGivenNext() {
        redis.xgroupSetId("s", "g", StreamStart.after(TWO));
        assertThat(read("alice", 5)).containsExactly(THREE);
        redis.xgroupSetId("s", "g", StreamStart.beginning());
        assertThat(read("alice", 1)).containsExactly(ONE);
        redis.xgroupSetId("s", "g", StreamStart.newEntries());
        assertThat(redis.xreadGroup("g", "alice", UNDELIVERED)).isEmpty();
    }

    @Test
    void setsWhatAGroupCounts() {
        assumeTrue(ServerKnows.streamCounts(SERVER.server()), "ENTRIESREAD needs Redis 7.0");
        redis.xgroupCreate(
                "s", "h", StreamStart.after(ONE), XGroupCreateArgs.defaults().entriesRead(1));
        redis.xgroupSetId("s", "g", StreamStart.after(TWO), 2);

        assertThat(redis.xinfoGroups("s"))
                .containsExactly(
                        new StreamGroupInfo("g", 0, 0, TWO, 2L, 1L), new StreamGroupInfo("h", 0, 0, ONE, 1L, 2L));
    }

    @Test
    void tellsWhatIsPending() {
        read("alice", 2);
        read("bob", 1);

        assertThat(redis.xpending("s", "g"))
                .isEqualTo(new PendingSummary(3, ONE, THREE, Map.of("alice", 2L, "bob", 1L)));
        assertThat(redis.xpendingEntries("s", "g", ALL_PENDING))
                .extracting(PendingEntry::id, PendingEntry::consumer, PendingEntry::deliveries)
                .containsExactly(tuple(ONE, "alice", 1L), tuple(TWO, "alice", 1L), tuple(THREE, "bob", 1L));
        assertThat(redis.xpendingEntries("s", "g", ALL_PENDING.consumer("bob")))
                .extracting(PendingEntry::id)
                .containsExactly(THREE);
        assertThat(redis.xpendingEntries("s", "g", XPendingArgs.range(StreamRange.greaterThan(ONE), 1)))
                .extracting(PendingEntry::id)
                .containsExactly(TWO);
        assertThat(redis.xpendingEntries("s", "g", ALL_PENDING.idle(Duration.ofHours(1))))
                .isEmpty();
        assertThatExceptionOfType(NoGroupException.class).isThrownBy(() -> redis.xpending("s", "missing"));
    }

    @Test
    void letsAnotherConsumerTakeOver() {
        read("alice", 3);

        assertThat(redis.xclaim("s", "g", "bob", Duration.ofHours(1), ONE)).isEmpty();
        assertThat(redis.xclaim("s", "g", "bob", NO_TIME, ONE, StreamId.of("9-9")))
                .extracting(StreamEntry::id)
                .containsExactly(ONE);
        assertThat(redis.xclaimJustId("s", "g", "bob", NO_TIME, List.of(TWO))).containsExactly(TWO);
        assertThat(redis.xpendingEntries("s", "g", ALL_PENDING.consumer("bob")))
                .extracting(PendingEntry::id, PendingEntry::deliveries)
                .containsExactly(tuple(ONE, 2L), tuple(TWO, 1L));
    }

    @Test
    void notesWhatTheCallerSaysOfAClaim() {
        read("alice", 1);
        XClaimArgs args = XClaimArgs.defaults().deliveries(7);
        Duration hour = Duration.ofHours(1);

        assertThat(redis.xclaim("s", "g", "bob", NO_TIME, args.deliveredBefore(hour), ONE))
                .extracting(StreamEntry::id)
                .containsExactly(ONE);
        assertThat(redis.xpendingEntries("s", "g", ALL_PENDING.idle(hour)))
                .extracting(PendingEntry::consumer, PendingEntry::deliveries)
                .containsExactly(tuple("bob", 7L));
        assertThat(redis.xclaimJustId(
                        "s", "g", "bob", NO_TIME, args.force().lastId(THREE).deliveredAt(Instant.now()), List.of(TWO)))
                .containsExactly(TWO);
        assertThat(redis.xpendingEntries("s", "g", ALL_PENDING.idle(hour))).hasSize(1);
        assertThat(redis.xreadGroup("g", "alice", UNDELIVERED)).isEmpty();
    }

    @Test
    void takesOverWhateverIsPending() {
        read("alice", 3);

        ClaimedPage<StreamEntry<String, String>> page = redis.xautoClaim("s", "g", "bob", NO_TIME, StreamId.MIN, 2);
        assertThat(page.claimed()).extracting(StreamEntry::id).containsExactly(ONE, TWO);
        assertThat(page.isLast()).isFalse();
        ClaimedPage<StreamId> rest = redis.xautoClaimJustId("s", "g", "bob", NO_TIME, page.next(), 2);
        assertThat(rest.claimed()).containsExactly(THREE);
        assertThat(rest.isLast()).isTrue();
        assertThat(redis.xautoClaim("s", "g", "carol", Duration.ofHours(1), StreamId.MIN))
                .isEqualTo(new ClaimedPage<>(StreamId.MIN, List.of(), List.of()));
    }

    @Test
    void tellsWhatItFindsDeletedWhenItTakesOver() {
        read("alice", 3);
        redis.xdel("s", TWO);

        assertThat(redis.xclaim("s", "g", "bob", NO_TIME, ONE, TWO))
                .extracting(StreamEntry::id)
                .containsExactly(ONE);
        redis.xdel("s", THREE);
        ClaimedPage<StreamEntry<String, String>> page = redis.xautoClaim("s", "g", "bob", NO_TIME, StreamId.MIN);

        assertThat(page.claimed()).extracting(StreamEntry::id).containsExactly(ONE);
        assertThat(page.deleted()).isEqualTo(ServerKnows.streamCounts(SERVER.server()) ? List.of(THREE) : List.of());
    }

    @Test
    void describesAStream() {
        StreamInfo<String, String> info = redis.xinfoStream("s");

        assertThat(info.statistics().length()).isEqualTo(3);
        assertThat(info.statistics().lastGeneratedId()).isEqualTo(THREE);
        assertThat(info.groups()).isEqualTo(1);
        assertThat(info.firstEntry().id()).isEqualTo(ONE);
        assertThat(info.lastEntry().fields()).isEqualTo(Map.of("id", "3-0"));
        redis.xdel("s", ONE, TWO, THREE);
        assertThat(redis.xinfoStream("s").firstEntry()).isNull();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.xinfoStream("missing"));
    }

    @Test
    void describesGroupsAndConsumers() {
        read("alice", 2);
        redis.xgroupCreateConsumer("s", "g", "bob");

        StreamGroupInfo group = redis.xinfoGroups("s").get(0);
        assertThat(group.name()).isEqualTo("g");
        assertThat(group.consumers()).isEqualTo(2);
        assertThat(group.pending()).isEqualTo(2);
        assertThat(group.lastDeliveredId()).isEqualTo(TWO);
        assertThat(group.lag()).isEqualTo(ServerKnows.streamCounts(SERVER.server()) ? 1L : null);
        List<StreamConsumerInfo> consumers = redis.xinfoConsumers("s", "g");
        assertThat(consumers).extracting(StreamConsumerInfo::name).containsExactly("alice", "bob");
        assertThat(consumers).extracting(StreamConsumerInfo::pending).containsExactly(2L, 0L);
        assertThat(consumers.get(0).idle()).isBetween(NO_TIME, Duration.ofMinutes(1));
        assertThat(consumers.get(0).inactive() != null).isEqualTo(ServerKnows.consumerActivity(SERVER.server()));
        assertThat(consumers.get(1).inactive()).isNull();
    }

    @Test
    void describesAStreamWithAllThatBelongsToIt() {
        read("alice", 2);

        StreamFullInfo<String, String> info = redis.xinfoStreamFull("s");
        assertThat(info.entries()).extracting(StreamEntry::id).containsExactly(ONE, TWO, THREE);
        assertThat(info.statistics().length()).isEqualTo(3);
        StreamFullInfo.Group group = info.groups().get(0);
        assertThat(group.name()).isEqualTo("g");
        assertThat(group.pendingCount()).isEqualTo(2);
        assertThat(group.pending()).extracting(StreamFullInfo.Delivery::id).containsExactly(ONE, TWO);
        assertThat(group.consumers().get(0).name()).isEqualTo("alice");
        assertThat(group.consumers().get(0).pending()).isEqualTo(group.pending());
        assertThat(redis.xinfoStreamFull("s", 1).entries()).hasSize(1);
        assertThat(redis.xinfoStreamFull("s", 0).entries()).hasSize(3);
    }

    @Test
    void listsSubcommandsForPeopleToRead() {
        assertThat(redis.xgroupHelp()).anyMatch(line -> line.contains("CREATE"));
        assertThat(redis.xinfoHelp()).anyMatch(line -> line.contains("STREAM"));
    }

    private List<StreamId> read(String consumer, long count) {
        return ids(redis.xreadGroup(
                "g", consumer, UNDELIVERED, XReadGroupArgs.defaults().count(count)));
    }

    private static List<StreamId> ids(Map<String, List<StreamEntry<String, String>>> streams) {
        return streams.get("s").stream().map(StreamEntry::id).toList();
    }
}
