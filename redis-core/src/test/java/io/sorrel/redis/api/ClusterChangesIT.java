package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.args.ClusterFailoverMode;
import io.sorrel.redis.command.args.ClusterResetMode;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.command.args.SlotState;
import io.sorrel.redis.command.reply.ClusterLink;
import io.sorrel.redis.command.reply.ClusterNode;
import io.sorrel.redis.command.reply.ServerRole;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.error.AskException;
import io.sorrel.redis.error.MovedException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerBuilder;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that change a real cluster of two nodes, seen from both, with each protocol and each facade once. */
@ParameterizedClass
@EnumSource(names = {"RESP2_SYNC", "RESP3_ASYNC"})
@TimingTest
class ClusterChangesIT {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(15);

    @RegisterExtension
    static final RedisServerExtension FIRST = RedisServerExtension.of(node());

    @RegisterExtension
    static final RedisServerExtension SECOND = RedisServerExtension.of(node());

    @Parameter
    CallPath path;

    private RedisClient firstClient;
    private RedisClient secondClient;
    private RedisCommands<String, String> one;
    private RedisCommands<String, String> two;
    private String idOne;
    private String idTwo;

    private static RedisServerBuilder node() {
        return RedisServer.builder().config("cluster-enabled", "yes");
    }

    @BeforeEach
    void meet() {
        firstClient = client(FIRST.uri());
        secondClient = client(SECOND.uri());
        one = path.commands(firstClient);
        two = path.commands(secondClient);
        idOne = one.clusterMyId();
        idTwo = two.clusterMyId();
        nodeTimeout(SHORT);
        one.clusterAddSlots(IntStream.range(0, SlotRange.SLOTS).toArray());
        one.clusterMeet(SECOND.server().host(), SECOND.server().port());
        Await.until(() -> knows(one, idTwo) && knows(two, idOne));
        Await.until(() -> one.clusterInfo().isOk() && two.clusterInfo().isOk());
        nodeTimeout(LONG);
    }

    private RedisClient client(String url) {
        return path.client(url);
    }

    /** A new cluster takes no commands for this long; once it does, a longer time keeps slow nodes in it. */
    private void nodeTimeout(Duration timeout) {
        one.configSet("cluster-node-timeout", String.valueOf(timeout.toMillis()));
        two.configSet("cluster-node-timeout", String.valueOf(timeout.toMillis()));
    }

    @AfterEach
    void part() {
        try {
            leave(one);
            leave(two);
        } finally {
            firstClient.close();
            secondClient.close();
        }
    }

    /** A primary leaves only without keys, and a replica cannot delete them. */
    private static void leave(RedisCommands<String, String> node) {
        if (node.role() instanceof ServerRole.Primary) {
            node.flushAll();
        }
        node.clusterReset(ClusterResetMode.HARD);
    }

    private static boolean knows(RedisCommands<String, String> node, String other) {
        return node.clusterNodes().stream()
                .anyMatch(each -> each.id().equals(other) && each.connected() && each.pongReceived() != null);
    }

    private static ClusterNode describe(RedisCommands<String, String> node, String id) {
        return node.clusterNodes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void movesASlot() {
        int slot = one.clusterKeySlot("foo");
        one.set("foo", "1");
        two.clusterSetSlot(slot, SlotState.importing(idOne));
        one.clusterSetSlot(slot, SlotState.migrating(idTwo));
        assertThat(describe(one, idOne).migrating()).containsEntry(slot, idTwo);
        assertThat(describe(two, idTwo).importing()).containsEntry(slot, idOne);
        assertThatExceptionOfType(AskException.class).isThrownBy(() -> one.get("{foo}2"));

        two.restoreAsking("foo", one.dump("foo"), RestoreArgs.defaults());
        one.del("foo");
        assertThatExceptionOfType(MovedException.class).isThrownBy(() -> two.get("foo"));
        try (RedisSession session = secondClient.openSession()) {
            session.sync().asking();
            assertThat(session.sync().get("foo")).isEqualTo("1");
        }
        two.clusterSetSlot(slot, SlotState.ownedBy(idTwo));
        one.clusterSetSlot(slot, SlotState.ownedBy(idTwo));

        assertThat(two.get("foo")).isEqualTo("1");
        assertThat(describe(two, idTwo).slots()).containsExactly(SlotRange.of(slot));
        assertThat(one.clusterSlots()).hasSize(3);
        assertThat(one.clusterSlots().get(1).range()).isEqualTo(SlotRange.of(slot));
        assertThat(one.clusterSlots().get(1).primary().id()).isEqualTo(idTwo);
    }

    @Test
    void makesAReplicaAndLetsItTakeOver() {
        one.set("foo", "1");
        two.clusterReplicate(idOne);
        Await.until(() -> two.role() instanceof ServerRole.Replica role && role.link() == ServerRole.Link.CONNECTED);
        one.incr("foo"); // CLUSTER SLOTS leaves out a replica as long as it has got nothing after the snapshot.
        Await.until(() -> one.clusterReplicas(idOne).size() == 1);

        ClusterNode replica = one.clusterReplicas(idOne).get(0);
        assertThat(replica.id()).isEqualTo(idTwo);
        assertThat(replica.isReplica()).isTrue();
        assertThat(replica.primaryId()).isEqualTo(idOne);
        readFromTheReplica();
        Await.until(() -> one.clusterSlots().get(0).replicas().size() == 1);
        assertThat(one.clusterSlots().get(0).replicas().get(0).id()).isEqualTo(idTwo);
        if (ServerKnows.since(FIRST.server(), "7.0", "7.2")) {
            assertThat(one.clusterShards().get(0).nodes()).hasSize(2);
            assertThat(one.clusterLinks()).extracting(ClusterLink::nodeId).contains(idTwo);
        }

        two.clusterFailover(ClusterFailoverMode.TAKEOVER);
        Await.until(
                () -> describe(one, idTwo).isPrimary() && describe(one, idOne).isReplica());
        assertThat(two.get("foo")).isEqualTo("2");
        Await.until(() -> one.role() instanceof ServerRole.Replica role && role.link() == ServerRole.Link.CONNECTED);
        Await.until(() -> two.clusterReplicas(idTwo).size() == 1); // It ignores who is not yet its replica.
        one.clusterFailover();
        Await.until(
                () -> describe(two, idOne).isPrimary() && describe(two, idTwo).isReplica());
    }

    private void readFromTheReplica() {
        try (RedisSession session = secondClient.openSession()) {
            RedisCommands<String, String> own = session.sync();
            assertThatExceptionOfType(MovedException.class).isThrownBy(() -> own.get("foo"));
            own.readOnly();
            Await.until(() -> "2".equals(own.get("foo")));
            own.readWrite();
            assertThatExceptionOfType(MovedException.class).isThrownBy(() -> own.get("foo"));
        }
    }

    @Test
    void forgetsANode() {
        two.clusterReset(ClusterResetMode.HARD);
        one.clusterForget(idTwo);

        assertThat(one.clusterNodes()).extracting(ClusterNode::id).isEqualTo(List.of(idOne));
        one.clusterMeet(
                SECOND.server().host(), SECOND.server().port(), SECOND.server().port() + 10_000);
        Await.until(() -> knows(one, two.clusterMyId()));
    }
}
