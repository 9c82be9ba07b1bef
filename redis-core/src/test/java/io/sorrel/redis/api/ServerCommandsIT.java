package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.InfoSection;
import io.sorrel.redis.command.reply.Info;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about the server and its databases against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create().flushedBeforeEach();

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
    void countsAndDeletesKeys() {
        redis.mset(Map.of("a", "1", "b", "2"));
        assertThat(redis.dbSize()).isEqualTo(2);
        redis.flushDb();
        assertThat(redis.dbSize()).isZero();
        redis.set("a", "1");
        redis.flushDb(FlushMode.SYNC);
        assertThat(redis.dbSize()).isZero();
        redis.set("a", "1");
        redis.flushAll(FlushMode.ASYNC);
        assertThat(redis.dbSize()).isZero();
    }

    @Test
    void deletesTheKeysOfOneDatabaseOrOfAll() {
        try (RedisSession session = client.openSession()) {
            RedisCommands<String, String> other = session.sync();
            other.select(3);
            other.set("b", "2");
            redis.set("a", "1");

            redis.flushDb(FlushMode.ASYNC);
            assertThat(other.dbSize()).isEqualTo(1);
            assertThat(redis.dbSize()).isZero();
            redis.flushAll();
            assertThat(other.dbSize()).isZero();
        }
    }

    @Test
    void exchangesDatabases() {
        try (RedisSession session = client.openSession()) {
            session.sync().select(3);
            session.sync().set("a", "in 3");
            redis.set("a", "in 0");

            redis.swapDb(0, 3);

            assertThat(redis.get("a")).isEqualTo("in 3");
            assertThat(session.sync().get("a")).isEqualTo("in 0");
        }
    }

    @Test
    void tellsTheTime() {
        Instant before = Instant.now().minusSeconds(1);

        assertThat(redis.time()).isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void drawsPictures() {
        assertThat(redis.lolwut()).contains("ver");
        assertThat(redis.lolwut(5)).contains("ver");
        assertThat(redis.lolwut(5, 10, 2, 3)).contains("ver");
    }

    @Test
    void tellsAboutTheServer() {
        redis.set("a", "1");
        Info info = redis.info();

        assertThat(info.sections()).containsKeys("server", "clients", "memory", "persistence", "stats", "replication");
        assertThat(info.server().product())
                .isEqualToIgnoringCase(SERVER.server().product());
        assertThat(info.server().version()).isEqualTo(SERVER.server().version());
        assertThat(info.server().redisVersion()).isNotNull();
        assertThat(info.server().mode()).isEqualTo("standalone");
        assertThat(info.server().port()).isEqualTo(SERVER.server().port());
        assertThat(info.server().architectureBits()).isIn(32, 64);
        assertThat(info.server().processId()).isPositive();
        assertThat(info.server().runId()).hasSize(40);
        assertThat(info.server().uptime()).isBetween(Duration.ZERO, Duration.ofMinutes(10));
        assertThat(info.server().time())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(info.server().frequency()).isPositive();
        assertThat(info.server().operatingSystem()).isNotNull();
        assertThat(info.server().executable()).isNotNull();
        assertThat(info.server().configurationFile()).endsWith(".conf");
        assertThat(info.clients().connected()).isPositive();
        assertThat(info.clients().maximum()).isPositive();
        assertThat(info.clients().blocked()).isZero();
        assertThat(info.isClusterEnabled()).isFalse();
    }

    @Test
    void tellsOfItsMemoryAndDisk() {
        Info info = redis.info();

        assertThat(info.memory().used()).isPositive();
        assertThat(info.memory().peak()).isGreaterThanOrEqualTo(info.memory().used());
        assertThat(info.memory().peakPercentage()).isPositive();
        assertThat(info.memory().resident()).isPositive();
        assertThat(info.memory().startup()).isPositive();
        assertThat(info.memory().overhead()).isPositive();
        assertThat(info.memory().systemTotal()).isPositive();
        assertThat(info.memory().maximum()).isZero();
        assertThat(info.memory().evictionPolicy()).isEqualTo("noeviction");
        assertThat(info.memory().fragmentationRatio()).isPositive();
        assertThat(info.memory().allocator()).isNotNull();
        assertThat(info.memory().isDefragmenting()).isFalse();
        assertThat(info.persistence().isLoading()).isFalse();
        assertThat(info.persistence().isSaving()).isFalse();
        assertThat(info.persistence().isAofEnabled()).isFalse();
        assertThat(info.persistence().hasLastSaveSucceeded()).isTrue();
        assertThat(info.persistence().hasLastAofWriteSucceeded()).isTrue();
        assertThat(info.persistence().lastSave()).isAfter(Instant.now().minusSeconds(600));
        assertThat(info.persistence().aofSize()).isEqualTo(-1);
    }

    @Test
    void tellsWhatItHasDone() {
        redis.get("nothing");
        Info info = redis.info();

        assertThat(info.stats().connectionsReceived()).isPositive();
        assertThat(info.stats().connectionsRejected()).isZero();
        assertThat(info.stats().commandsProcessed()).isPositive();
        assertThat(info.stats().operationsPerSecond()).isNotNegative();
        assertThat(info.stats().inputBytes()).isPositive();
        assertThat(info.stats().outputBytes()).isPositive();
        assertThat(info.stats().keyspaceMisses()).isPositive();
        assertThat(info.stats().lastFork()).isNotNull();
        assertThat(info.replication().isPrimary()).isTrue();
        assertThat(info.replication().connectedReplicas()).isZero();
        assertThat(info.replication().replicas()).isEmpty();
        assertThat(info.replication().replicationId()).hasSize(40);
        assertThat(info.replication().failoverState()).isEqualTo("no-failover");
        assertThat(info.cpu().user()).isNotNull();
        assertThat(info.cpu().system()).isNotNull();
        assertThat(info.cpu().userOfChildren()).isNotNull();
        assertThat(info.cpu().systemOfChildren()).isNotNull();
    }

    @Test
    void tellsOfCommandsErrorsAndDatabases() {
        redis.set("a", "1");
        redis.set("b", "2");
        redis.expire("a", Duration.ofMinutes(5));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.hget("a", "f"));

        Info all = redis.info(InfoSection.EVERYTHING);

        assertThat(all.commands()).containsKeys("set", "expire");
        assertThat(all.commands().get("set").calls()).isGreaterThanOrEqualTo(2);
        assertThat(all.commands().get("set").duration()).isPositive();
        assertThat(all.commands().get("hget").failed()).isPositive();
        assertThat(all.commands().get("hget").rejected()).isNotNegative();
        assertThat(all.errors()).containsKey("WRONGTYPE");
        assertThat(all.databases()).containsOnlyKeys(0);
        assertThat(all.databases().get(0).keys()).isEqualTo(2);
        assertThat(all.databases().get(0).expiringKeys()).isEqualTo(1);
        assertThat(all.databases().get(0).averageTimeToLive()).isNotNull();
        assertThat(all.modules().stream().anyMatch(module -> module.name().equals("vectorset")))
                .isEqualTo(ServerKnows.vectorSets(SERVER.server()));
    }

    @Test
    void tellsOnlyTheSectionThatIsAskedFor() {
        assertThat(redis.info(InfoSection.CPU).sections()).containsOnlyKeys("cpu");
        assertThat(redis.info("memory").sections()).containsOnlyKeys("memory");
        assertThat(redis.info("none").sections()).isEmpty();
    }

    @Test
    void tellsSeveralSectionsWhereTheServerCan() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "several sections are since Redis 7.0");

        assertThat(redis.info(InfoSection.CPU, InfoSection.CLUSTER).sections()).containsOnlyKeys("cpu", "cluster");
        assertThat(redis.info("cpu", "none").sections()).containsOnlyKeys("cpu");
        redis.get("a");
        assertThat(redis.info(InfoSection.LATENCYSTATS).latencies().get("get")).isNotEmpty();
    }

    @Test
    void passesOnThatAnOlderServerRefusesSeveralSections() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "several sections are since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.info(InfoSection.CPU, InfoSection.CLUSTER));
    }
}
