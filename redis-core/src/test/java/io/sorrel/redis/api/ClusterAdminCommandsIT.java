package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ClusterFailoverMode;
import io.sorrel.redis.command.args.ClusterResetMode;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.command.args.SlotState;
import io.sorrel.redis.command.reply.ClusterEpoch;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that change one node of a cluster, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterAdminCommandsIT {
    private static final String NOBODY = "0".repeat(40);

    @RegisterExtension
    static final RedisServerExtension SERVER =
            RedisServerExtension.of(RedisServer.builder().config("cluster-enabled", "yes"));

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        redis.clusterReset(ClusterResetMode.HARD);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private List<SlotRange> ownSlots() {
        return redis.clusterNodes().get(0).slots();
    }

    @Test
    void takesAndGivesUpSlots() {
        redis.clusterAddSlots(0, 1, 2, 7);
        assertThat(ownSlots()).containsExactly(new SlotRange(0, 2), SlotRange.of(7));

        redis.clusterDelSlots(1, 7);
        assertThat(ownSlots()).containsExactly(SlotRange.of(0), SlotRange.of(2));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterAddSlots(5, 2));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterDelSlots(5));
        redis.clusterFlushSlots();
        assertThat(ownSlots()).isEmpty();
    }

    @Test
    void takesAndGivesUpRangesWhereItCan() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "ranges are since Redis 7.0");

        redis.clusterAddSlotsRange(new SlotRange(0, 99), new SlotRange(200, 299));
        redis.clusterDelSlotsRange(new SlotRange(50, 99), SlotRange.of(200));

        assertThat(ownSlots()).containsExactly(new SlotRange(0, 49), new SlotRange(201, 299));
    }

    @Test
    void passesOnThatAnOlderServerKnowsNoRanges() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "ranges are since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clusterAddSlotsRange(new SlotRange(0, 99)));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clusterDelSlotsRange(new SlotRange(0, 99)));
    }

    @Test
    void countsEpochs() {
        redis.clusterSetConfigEpoch(7);
        assertThat(redis.clusterInfo().myEpoch()).isEqualTo(7);
        assertThat(redis.clusterBumpEpoch()).isEqualTo(new ClusterEpoch(false, 7));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterSetConfigEpoch(8));

        redis.clusterReset(ClusterResetMode.HARD);
        assertThat(redis.clusterBumpEpoch()).isEqualTo(new ClusterEpoch(true, 1));
    }

    @Test
    void forgetsTheClusterAndItself() {
        redis.clusterAddSlots(1);
        String id = redis.clusterMyId();

        redis.clusterReset();
        assertThat(ownSlots()).isEmpty();
        assertThat(redis.clusterMyId()).isEqualTo(id);
        redis.clusterReset(ClusterResetMode.SOFT);
        assertThat(redis.clusterMyId()).isEqualTo(id);
        redis.clusterReset(ClusterResetMode.HARD);
        assertThat(redis.clusterMyId()).isNotEqualTo(id);
    }

    @Test
    void writesItsConfiguration() {
        redis.clusterSaveConfig();
    }

    @Test
    void saysWhatBecomesOfASlot() {
        String id = redis.clusterMyId();

        redis.clusterSetSlot(5, SlotState.ownedBy(id));
        assertThat(ownSlots()).containsExactly(SlotRange.of(5));
        redis.clusterSetSlot(5, SlotState.stable());
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clusterSetSlot(5, SlotState.migrating(NOBODY)));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clusterSetSlot(6, SlotState.importing(NOBODY)));
    }

    @Test
    void passesOnWhatANodeAloneCannotDo() {
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterFailover());
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.clusterFailover(ClusterFailoverMode.TAKEOVER));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterForget(NOBODY));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterReplicate(NOBODY));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.clusterMeet("no address", 6379));
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.restoreAsking("k", new byte[] {1}, RestoreArgs.defaults()));
    }
}
