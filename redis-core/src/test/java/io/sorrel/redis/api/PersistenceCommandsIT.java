package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.args.InfoSection;
import io.sorrel.redis.command.reply.BackgroundStart;
import io.sorrel.redis.command.reply.InfoPersistence;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that write the data to disk, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class PersistenceCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER =
            RedisServerExtension.of(RedisServer.builder().config("appendonly", "yes"));

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        awaitNoTask();
    }

    @AfterEach
    void close() {
        awaitNoTask();
        client.close();
    }

    private InfoPersistence persistence() {
        return redis.info(InfoSection.PERSISTENCE).persistence();
    }

    private void awaitNoTask() {
        Await.until(() -> {
            InfoPersistence now = persistence();
            return !now.isSaving() && !now.isAofRewriting() && !now.isAofRewriteScheduled();
        });
    }

    @Test
    void savesTheData() {
        redis.set("a", "1");
        assertThat(persistence().changesSinceSave()).isPositive();

        redis.save();

        assertThat(persistence().changesSinceSave()).isZero();
        assertThat(redis.lastSave()).isEqualTo(persistence().lastSave());
        assertThat(redis.lastSave()).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void savesInTheBackground() {
        redis.set("a", "2");

        assertThat(redis.bgSave()).isEqualTo(BackgroundStart.STARTED);

        awaitNoTask();
        assertThat(persistence().changesSinceSave()).isZero();
        assertThat(persistence().lastSaveDuration()).isNotNull();
        assertThat(redis.bgSaveSchedule()).isEqualTo(BackgroundStart.STARTED);
    }

    @Test
    void rewritesTheAppendOnlyFile() {
        assertThat(redis.bgRewriteAof()).isEqualTo(BackgroundStart.STARTED);

        awaitNoTask();
        assertThat(persistence().lastAofRewriteDuration()).isNotNull();
        assertThat(persistence().hasLastAofRewriteSucceeded()).isTrue();
        assertThat(persistence().isAofEnabled()).isTrue();
        assertThat(persistence().aofSize()).isNotNegative();
        assertThat(persistence().aofBaseSize()).isNotNegative();
    }

    @Test
    void schedulesWhatMustWait() {
        startALongSave();
        try {
            assertThat(redis.bgRewriteAof()).isEqualTo(BackgroundStart.SCHEDULED);
            assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.bgSave());
        } finally {
            endIt();
        }
    }

    @Test
    void givesUpASaveWhereTheServerCan() {
        assumeTrue(ServerKnows.saveCancel(SERVER.server()), "BGSAVE CANCEL is since Valkey 8.1");
        startALongSave();
        try {
            redis.bgSaveCancel();
            Await.until(() -> !persistence().isSaving());
            assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.bgSaveCancel());
        } finally {
            endIt();
        }
    }

    @Test
    void passesOnThatAServerCannotGiveUpASave() {
        assumeFalse(ServerKnows.saveCancel(SERVER.server()), "BGSAVE CANCEL is since Valkey 8.1");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.bgSaveCancel());
    }

    /** One that sleeps behind each of many keys, until its process is killed. */
    private void startALongSave() {
        redis.debugPopulate(1_000);
        redis.configSet("rdb-key-save-delay", "200000");
        assertThat(redis.bgSave()).isEqualTo(BackgroundStart.STARTED);
    }

    /** Deleting all keys kills the process that saves them. */
    private void endIt() {
        redis.configSet("rdb-key-save-delay", "0");
        redis.flushAll();
    }
}
