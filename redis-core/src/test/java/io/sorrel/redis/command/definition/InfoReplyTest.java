package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.reply.Info;
import io.sorrel.redis.command.reply.InfoModule;
import io.sorrel.redis.command.reply.InfoReplication;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text of INFO as servers send it. */
class InfoReplyTest {
    private final ServerDefinitions<String, String> server = new ServerDefinitions<>(RedisCodec.utf8());

    @Test
    void readsTheTextFromEitherKindOfString() throws IOException {
        for (String wire : List.of("$23|# CPU|used_cpu_sys:1.5", "=27|txt:# CPU|used_cpu_sys:1.5")) {
            assertThat(RecordedReply.read(server.info(), wire).sections())
                    .containsExactly(entry("cpu", Map.of("used_cpu_sys", "1.5")));
        }
        assertThat(RecordedReply.read(server.info(), "$0|").sections()).isEmpty();
    }

    @Test
    void tellsTheProductFromTheVersionOfRedisThatItClaims() throws IOException {
        Info valkey = info(
                "# Server",
                "redis_version:7.2.4",
                "server_name:valkey",
                "valkey_version:8.1.1",
                "server_mode:cluster",
                "availability_zone:");
        Info redis = info(
                "# Server",
                "redis_version:8.0.2",
                "redis_mode:standalone",
                "server_time_usec:1700000000000007",
                "uptime_in_seconds:90",
                "arch_bits:64",
                "tcp_port:6379",
                "process_id:17",
                "hz:10",
                "run_id:abc",
                "executable:/usr/bin/redis-server",
                "config_file:",
                "io_threads_active:1",
                "os:Linux 6");

        assertThat(valkey.server().product()).isEqualTo("valkey");
        assertThat(valkey.server().version()).isEqualTo("8.1.1");
        assertThat(valkey.server().redisVersion()).isEqualTo("7.2.4");
        assertThat(valkey.server().mode()).isEqualTo("cluster");
        assertThat(valkey.server().availabilityZone()).isNull();
        assertThat(redis.server().product()).isEqualTo("redis");
        assertThat(redis.server().version()).isEqualTo("8.0.2");
        assertThat(redis.server().mode()).isEqualTo("standalone");
        assertThat(redis.server().time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 7_000));
        assertThat(redis.server().uptime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(redis.server().configurationFile()).isNull();
        assertThat(redis.server().isIoThreaded()).isTrue();
        assertThat(redis.server().operatingSystem()).isEqualTo("Linux 6");
        assertThat(redis.server().runId()).isEqualTo("abc");
        assertThat(redis.server().executable()).isEqualTo("/usr/bin/redis-server");
        assertThat(List.of(
                        redis.server().architectureBits(),
                        redis.server().port(),
                        redis.server().frequency()))
                .containsExactly(64, 6379, 10);
        assertThat(redis.server().processId()).isEqualTo(17);
    }

    @Test
    void passesOverCommentsWithinASection() throws IOException {
        Info info = info(
                "# Keyspace",
                "# Last scan db time: Thu Jan  1 00:00:00 1970",
                "#no:1",
                "# two words",
                "#",
                "db0:keys=3,expires=0,avg_ttl=0,expired=0",
                "#Module_1 ",
                "x:1");

        assertThat(info.sections().keySet()).containsExactly("keyspace", "module_1");
        assertThat(info.databases().get(0).keys()).isEqualTo(3);
        assertThat(info.section("keyspace")).hasSize(1);
        assertThat(info.section("module_1")).containsExactly(entry("x", "1"));
    }

    @Test
    void givesDefaultsForWhatIsNotTold() throws IOException {
        Info info = info("# Other", "x:1");

        assertThat(info.section("OTHER")).containsExactly(entry("x", "1"));
        assertThat(info.section("none")).isEmpty();
        assertThat(info.server().product()).isNull();
        assertThat(info.server().version()).isNull();
        assertThat(info.server().uptime()).isNull();
        assertThat(info.server().processId()).isEqualTo(-1);
        assertThat(info.memory().used()).isEqualTo(-1);
        assertThat(info.memory().fragmentationRatio()).isNaN();
        assertThat(info.memory().peakPercentage()).isNaN();
        assertThat(info.memory().isDefragmenting()).isFalse();
        assertThat(info.persistence().lastSave()).isNull();
        assertThat(info.persistence().hasLastSaveSucceeded()).isFalse();
        assertThat(info.replication().replicas()).isEmpty();
        assertThat(info.replication().primaryHost()).isNull();
        assertThat(info.cpu().user()).isNull();
        assertThat(info.isClusterEnabled()).isFalse();
        assertThat(info.modules()).isEmpty();
        assertThat(info.commands()).isEmpty();
        assertThat(info.errors()).isEmpty();
        assertThat(info.latencies()).isEmpty();
        assertThat(info.databases()).isEmpty();
    }

    @Test
    void readsMemoryAlsoWhereTheServerHasMiscounted() throws IOException {
        Info info = info(
                "# Memory",
                "used_memory:711016",
                "used_memory_peak_perc:103.26%",
                "used_memory_dataset:18446744073709525232",
                "mem_fragmentation_ratio:11.53",
                "mem_fragmentation_bytes:-5",
                "maxmemory:0",
                "maxmemory_policy:noeviction",
                "mem_allocator:jemalloc-5.3.0",
                "active_defrag_running:25");

        assertThat(info.memory().used()).isEqualTo(711_016);
        assertThat(info.memory().peakPercentage()).isEqualTo(103.26);
        assertThat(info.memory().dataset()).isEqualTo(-26_384);
        assertThat(info.memory().fragmentationRatio()).isEqualTo(11.53);
        assertThat(info.memory().fragmentation()).isEqualTo(-5);
        assertThat(info.memory().maximum()).isZero();
        assertThat(info.memory().evictionPolicy()).isEqualTo("noeviction");
        assertThat(info.memory().allocator()).isEqualTo("jemalloc-5.3.0");
        assertThat(info.memory().isDefragmenting()).isTrue();
    }

    @Test
    void readsPersistence() throws IOException {
        Info info = info(
                "# Persistence",
                "loading:1",
                "async_loading:1",
                "rdb_changes_since_last_save:3",
                "rdb_bgsave_in_progress:1",
                "rdb_last_save_time:1700000000",
                "rdb_last_bgsave_status:err",
                "rdb_last_bgsave_time_sec:-1",
                "rdb_current_bgsave_time_sec:2",
                "aof_enabled:1",
                "aof_rewrite_in_progress:1",
                "aof_rewrite_scheduled:1",
                "aof_last_rewrite_time_sec:4",
                "aof_last_bgrewrite_status:ok",
                "aof_last_write_status:ok",
                "aof_current_size:100",
                "aof_base_size:88");

        assertThat(info.persistence().isLoading()).isTrue();
        assertThat(info.persistence().isLoadingAside()).isTrue();
        assertThat(info.persistence().changesSinceSave()).isEqualTo(3);
        assertThat(info.persistence().isSaving()).isTrue();
        assertThat(info.persistence().lastSave()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(info.persistence().hasLastSaveSucceeded()).isFalse();
        assertThat(info.persistence().lastSaveDuration()).isNull();
        assertThat(info.persistence().currentSaveDuration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(info.persistence().isAofEnabled()).isTrue();
        assertThat(info.persistence().isAofRewriting()).isTrue();
        assertThat(info.persistence().isAofRewriteScheduled()).isTrue();
        assertThat(info.persistence().lastAofRewriteDuration()).isEqualTo(Duration.ofSeconds(4));
        assertThat(info.persistence().hasLastAofRewriteSucceeded()).isTrue();
        assertThat(info.persistence().hasLastAofWriteSucceeded()).isTrue();
        assertThat(info.persistence().aofSize()).isEqualTo(100);
        assertThat(info.persistence().aofBaseSize()).isEqualTo(88);
    }

    @Test
    void readsBothSidesOfReplication() throws IOException {
        InfoReplication primary = info(
                        "# Replication",
                        "role:master",
                        "connected_slaves:2",
                        "slave0:ip=10.0.0.1,port=6380,state=online,offset=14,lag=1",
                        "slave1:ip=::1,port=6381,state=wait_bgsave,offset=0,lag=-1",
                        "master_replid:abc",
                        "master_repl_offset:14",
                        "master_failover_state:no-failover",
                        "repl_backlog_active:1",
                        "repl_backlog_size:1048576")
                .replication();
        InfoReplication replica = info(
                        "# Replication",
                        "role:slave",
                        "master_host:10.0.0.9",
                        "master_port:6379",
                        "master_link_status:up",
                        "master_last_io_seconds_ago:3",
                        "master_sync_in_progress:0",
                        "slave_repl_offset:14",
                        "slave_priority:100",
                        "slave_read_only:1",
                        "connected_slaves:0",
                        "master_link_down_since_seconds:-1")
                .replication();

        assertThat(primary.isPrimary()).isTrue();
        assertThat(primary.connectedReplicas()).isEqualTo(2);
        assertThat(primary.replicas())
                .containsExactly(
                        new InfoReplication.Replica("10.0.0.1", 6380, "online", 14, Duration.ofSeconds(1)),
                        new InfoReplication.Replica("::1", 6381, "wait_bgsave", 0, null));
        assertThat(primary.replicationId()).isEqualTo("abc");
        assertThat(primary.offset()).isEqualTo(14);
        assertThat(primary.failoverState()).isEqualTo("no-failover");
        assertThat(primary.isBacklogActive()).isTrue();
        assertThat(primary.backlogSize()).isEqualTo(1 << 20);
        assertThat(primary.primaryPort()).isEqualTo(-1);
        assertThat(replica.isPrimary()).isFalse();
        assertThat(replica.primaryHost()).isEqualTo("10.0.0.9");
        assertThat(replica.primaryPort()).isEqualTo(6379);
        assertThat(replica.isPrimaryLinkUp()).isTrue();
        assertThat(replica.primaryIdle()).isEqualTo(Duration.ofSeconds(3));
        assertThat(replica.primaryLinkDown()).isNull();
        assertThat(replica.isSyncing()).isFalse();
        assertThat(replica.replicaOffset()).isEqualTo(14);
        assertThat(replica.priority()).isEqualTo(100);
        assertThat(replica.isReadOnly()).isTrue();
    }

    @Test
    void readsCommandsErrorsAndLatencies() throws IOException {
        Info info = info(
                "# Commandstats",
                "cmdstat_config|set:calls=3,usec=1500,usec_per_call=500.00,rejected_calls=1,failed_calls=2",
                "# Errorstats",
                "errorstat_WRONGTYPE:count=7",
                "# Latencystats",
                "latency_percentiles_usec_get:p50=1.003,p99=2.007,p99.9=16.063");

        assertThat(info.commands()).containsOnlyKeys("config|set");
        assertThat(info.commands().get("config|set").calls()).isEqualTo(3);
        assertThat(info.commands().get("config|set").duration()).isEqualTo(Duration.ofNanos(1_500_000));
        assertThat(info.commands().get("config|set").rejected()).isEqualTo(1);
        assertThat(info.commands().get("config|set").failed()).isEqualTo(2);
        assertThat(info.errors()).containsExactly(entry("WRONGTYPE", 7L));
        assertThat(info.latencies().get("get"))
                .containsExactly(
                        entry(50.0, Duration.ofNanos(1_003)),
                        entry(99.0, Duration.ofNanos(2_007)),
                        entry(99.9, Duration.ofNanos(16_063)));
    }

    @Test
    void readsDatabasesAndModules() throws IOException {
        Info info = info(
                "# Keyspace",
                "db0:keys=3,expires=1,avg_ttl=1500,subexpiry=2",
                "db15:keys=1,expires=0,avg_ttl=0",
                "# Modules",
                "module:name=vectorset,ver=1,api=1,filters=0,usedby=[],using=[],options=[handle-io-errors|other]",
                "module:name=search,ver=80001,api=1,filters=1,usedby=[a|b],using=[ReJSON],options=[]",
                "# Cluster",
                "cluster_enabled:1");

        assertThat(info.databases()).containsOnlyKeys(0, 15);
        assertThat(info.databases().get(0).keys()).isEqualTo(3);
        assertThat(info.databases().get(0).expiringKeys()).isEqualTo(1);
        assertThat(info.databases().get(0).averageTimeToLive()).isEqualTo(Duration.ofMillis(1500));
        assertThat(info.databases().get(0).hashesWithExpiringFields()).isEqualTo(2);
        assertThat(info.databases().get(15).hashesWithExpiringFields()).isEqualTo(-1);
        assertThat(info.modules())
                .containsExactly(
                        new InfoModule("vectorset", 1, List.of(), List.of(), List.of("handle-io-errors", "other")),
                        new InfoModule("search", 80_001, List.of("a", "b"), List.of("ReJSON"), List.of()));
        assertThat(info.isClusterEnabled()).isTrue();
    }

    private Info info(String... lines) throws IOException {
        return RecordedReply.readText(server.info(), String.join("\r\n", lines) + "\r\n");
    }
}
