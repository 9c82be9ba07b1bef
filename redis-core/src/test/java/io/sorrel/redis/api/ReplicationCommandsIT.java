package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.args.FailoverArgs;
import io.sorrel.redis.command.reply.InfoReplication;
import io.sorrel.redis.command.reply.ServerRole;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about primaries and replicas, against two real servers, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class ReplicationCommandsIT {
    @RegisterExtension
    static final RedisServerExtension FIRST = RedisServerExtension.create();

    @RegisterExtension
    static final RedisServerExtension SECOND = RedisServerExtension.create();

    @Parameter
    CallPath path;

    private RedisClient firstClient;
    private RedisClient secondClient;
    private RedisCommands<String, String> first;
    private RedisCommands<String, String> second;

    @BeforeEach
    void open() {
        firstClient = client(FIRST.server());
        secondClient = client(SECOND.server());
        first = path.commands(firstClient);
        second = path.commands(secondClient);
    }

    @AfterEach
    void close() {
        second.replicaOfNoOne();
        first.replicaOfNoOne();
        firstClient.close();
        secondClient.close();
    }

    private RedisClient client(RedisServer server) {
        return path.client(server.uri());
    }

    private static boolean isConnected(RedisCommands<String, String> replica) {
        return replica.role() instanceof ServerRole.Replica role && role.link() == ServerRole.Link.CONNECTED;
    }

    private void replicate() {
        RedisServer server = FIRST.server();
        second.replicaOf(server.host(), server.port());
        Await.until(() -> isConnected(second));
        Await.until(() -> first.role() instanceof ServerRole.Primary role
                && role.replicas().size() == 1);
    }

    @Test
    void tellsTheRoleOfAServerAlone() {
        assertThat(first.role())
                .isInstanceOfSatisfying(
                        ServerRole.Primary.class,
                        role -> assertThat(role.replicas()).isEmpty());
    }

    @Test
    void makesAReplicaAndAPrimaryAgain() {
        first.set("a", "1");

        replicate();

        assertThat(second.get("a")).isEqualTo("1");
        assertThat(second.role()).isInstanceOfSatisfying(ServerRole.Replica.class, role -> {
            assertThat(role.primaryHost()).isEqualTo(FIRST.server().host());
            assertThat(role.primaryPort()).isEqualTo(FIRST.server().port());
            assertThat(role.offset()).isNotNegative();
        });
        ServerRole.Primary primary = (ServerRole.Primary) first.role();
        assertThat(primary.replicas()).singleElement().satisfies(replica -> {
            assertThat(replica.host()).isEqualTo(SECOND.server().host());
            assertThat(replica.port()).isEqualTo(SECOND.server().port());
            assertThat(replica.offset()).isNotNegative();
        });

        second.replicaOfNoOne();
        assertThat(second.role()).isInstanceOf(ServerRole.Primary.class);
        assertThat(second.get("a")).isEqualTo("1");
    }

    @Test
    void tellsOfReplicationOnBothSides() {
        replicate();
        Await.until(() ->
                first.info().replication().replicas().stream().anyMatch(replica -> "online".equals(replica.state())));

        InfoReplication primary = first.info().replication();
        InfoReplication replica = second.info().replication();

        assertThat(primary.connectedReplicas()).isEqualTo(1);
        assertThat(primary.replicas().get(0).port()).isEqualTo(SECOND.server().port());
        assertThat(primary.replicas().get(0).offset()).isNotNegative();
        assertThat(primary.isBacklogActive()).isTrue();
        assertThat(replica.isPrimary()).isFalse();
        assertThat(replica.primaryHost()).isEqualTo(FIRST.server().host());
        assertThat(replica.primaryPort()).isEqualTo(FIRST.server().port());
        assertThat(replica.isPrimaryLinkUp()).isTrue();
        assertThat(replica.primaryIdle()).isNotNull();
        assertThat(replica.primaryLinkDown()).isNull();
        assertThat(replica.isSyncing()).isFalse();
        assertThat(replica.isReadOnly()).isTrue();
        assertThat(replica.priority()).isEqualTo(100);
        assertThat(replica.replicaOffset()).isNotNegative();
        assertThat(replica.replicationId()).isEqualTo(primary.replicationId());
    }

    @Test
    @SuppressWarnings("deprecation")
    void makesAReplicaInTheOldWords() {
        RedisServer server = FIRST.server();

        second.slaveOf(server.host(), server.port());
        assertThat(second.role()).isInstanceOf(ServerRole.Replica.class);
        second.slaveOfNoOne();
        assertThat(second.role()).isInstanceOf(ServerRole.Primary.class);
    }

    @Test
    void exchangesTheRoles() {
        replicate();

        first.failover();

        Await.until(() -> second.role() instanceof ServerRole.Primary);
        Await.until(() -> isConnected(first));
    }

    @Test
    void exchangesTheRolesWithACertainReplica() {
        replicate();
        RedisServer replica = SECOND.server();

        first.failover(FailoverArgs.to(replica.host(), replica.port()).forceAfter(Duration.ofSeconds(1)));

        Await.until(() -> second.role() instanceof ServerRole.Primary);
        Await.until(() -> isConnected(first));
    }

    @Test
    void passesOnThatThereIsNoFailover() {
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> first.failover(FailoverArgs.defaults().timeout(Duration.ofSeconds(1))));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> first.failoverAbort());
    }
}
