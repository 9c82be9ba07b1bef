package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.error.ExecAbortException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of transactions within sessions on a real server, in both protocols; neither facade has them outside. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransactionCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> others;
    private RedisSession session;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        others = path.commands(client);
        session = client.openSession();
        redis = session.sync();
    }

    @AfterEach
    void close() {
        session.close();
        client.close();
    }

    private String queue(String name, String... arguments) {
        var command = redis.commands().raw(name);
        for (String argument : arguments) {
            command.text("argument", argument);
        }
        return session.execute(command.reply(ReplyDecoders.string()));
    }

    @Test
    void runsItsCommandsTogether() {
        redis.watch("n", "other");
        redis.multi();
        assertThat(queue("INCR", "n")).isEqualTo("QUEUED");
        assertThat(queue("RPUSH", "n", "a")).isEqualTo("QUEUED");
        assertThat(queue("GET", "missing")).isEqualTo("QUEUED");
        assertThat(others.get("n")).isNull();

        List<@Nullable Object> replies = redis.exec();

        assertThat(replies).hasSize(3).startsWith(1L).endsWith((Object) null);
        assertThat(replies.get(1)).isInstanceOf(WrongTypeException.class);
        assertThat(others.get("n")).isEqualTo("1");
    }

    @Test
    void runsNothingWhereAWatchedKeyHasChanged() {
        redis.watch(List.of("n"));
        others.set("n", "5");
        redis.multi();
        queue("INCR", "n");

        assertThat(redis.exec()).isNull();
        assertThat(others.get("n")).isEqualTo("5");
    }

    @Test
    void watchesNoKeyAnyMore() {
        redis.watch("n");
        others.set("n", "5");
        redis.unwatch();
        redis.multi();
        queue("INCR", "n");

        assertThat(redis.exec()).containsExactly(6L);
    }

    @Test
    void runsNothingThatIsDiscarded() {
        redis.multi();
        queue("INCR", "n");
        redis.discard();

        assertThat(redis.get("n")).isNull();
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(redis::exec);
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(redis::discard);
    }

    @Test
    void runsNothingWhereACommandWasRefused() {
        redis.multi();
        queue("INCR", "n");
        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> queue("NO-SUCH-COMMAND"));

        assertThatExceptionOfType(ExecAbortException.class).isThrownBy(redis::exec);
        assertThat(redis.get("n")).isNull();
    }

    @Test
    void refusesATransactionWithinATransaction() {
        redis.multi();

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(redis::multi);
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.watch("n"));
    }

    @Test
    void staysInStepWhereATypedReplyIsStillToCome() {
        redis.multi();
        assertThatExceptionOfType(UnexpectedReplyException.class).isThrownBy(() -> redis.incr("n"));

        assertThat(redis.exec()).containsExactly(1L);
    }

    @Test
    void leavesNothingToTheNextOneOfItsConnection() {
        redis.watch("n");
        redis.multi();
        queue("INCR", "n");
        session.close();

        assertThat(others.get("n")).isNull();
        assertThat(others.incr("n")).isEqualTo(1);
    }

    @Test
    void isRefusedOutsideOfASession() {
        assertThatIllegalStateException().isThrownBy(others::multi).withMessageContaining("MULTI");
        assertThatIllegalStateException().isThrownBy(others::exec).withMessageContaining("EXEC");
        assertThatIllegalStateException().isThrownBy(others::discard).withMessageContaining("DISCARD");
        assertThatIllegalStateException().isThrownBy(others::unwatch).withMessageContaining("UNWATCH");
        assertThatIllegalStateException()
                .isThrownBy(() -> others.watch("n"))
                .withMessageContaining("WATCH changes the state of one connection")
                .withMessageContaining("redis.openSession()");
    }
}
