package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.SortArgs;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SORT and SORT_RO against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SortCommandsIT {
    private static final SortArgs SORT = SortArgs.defaults();

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
        push("ids", "3", "1", "20");
        redis.mset(Map.of("weight_1", "9", "weight_3", "5", "weight_20", "7", "name_1", "one", "name_3", "three"));
        redis.hset("user_1", "age", "40");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void sortsNumbersAndText() {
        assertThat(redis.sort("ids")).containsExactly("1", "3", "20");
        assertThat(redis.sort("ids", SORT.descending())).containsExactly("20", "3", "1");
        assertThat(redis.sort("ids", SORT.alphabetical())).containsExactly("1", "20", "3");
        assertThat(redis.sort("ids", SORT.alphabetical().descending().limit(1, 1)))
                .containsExactly("20");
        assertThat(redis.sort("missing")).isEmpty();
    }

    @Test
    void sortsByOtherKeysOrNotAtAll() {
        assertThat(redis.sort("ids", SORT.by("weight_*"))).containsExactly("3", "20", "1");
        assertThat(redis.sort("ids", SORT.unsorted())).containsExactly("3", "1", "20");
    }

    @Test
    void looksUpOtherKeysAndSaysWhichAreMissing() {
        assertThat(redis.sort("ids", SORT.get("#", "name_*"))).containsExactly("1", "one", "3", "three", "20", null);
        assertThat(redis.sort("ids", SORT.get("user_*->age").limit(0, 2))).containsExactly("40", null);
    }

    @Test
    void storesWhatItHasSorted() {
        assertThat(redis.sortStore("ids", SORT.descending(), "sorted")).isEqualTo(3);
        assertThat(redis.sort("sorted", SORT.unsorted())).containsExactly("20", "3", "1");
        assertThat(redis.sortStore("missing", SORT, "sorted")).isZero();
        assertThat(redis.exists("sorted")).isZero();
    }

    @Test
    void saysThatTextIsNotANumber() {
        push("words", "b", "a");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.sort("words"));
        assertThat(redis.sort("words", SORT.alphabetical())).containsExactly("a", "b");
    }

    @Test
    void sortsWithoutTheRightToWrite() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "SORT_RO is since Redis 7.0");

        assertThat(redis.sortReadOnly("ids")).containsExactly("1", "3", "20");
        assertThat(redis.sortReadOnly("ids", SORT.by("weight_*").get("name_*"))).containsExactly("three", null, "one");
    }

    @Test
    void passesOnThatAnOlderServerDoesNotKnowTheReadOnlyForm() {
        assumeFalse(ServerKnows.since(SERVER.server(), "7.0", "7.2"), "SORT_RO is since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.sortReadOnly("ids"));
    }

    private void push(String key, String... elements) {
        CommandBuilder<String, String> command = redis.commands().raw("RPUSH").key(key);
        for (String element : elements) {
            command.value(element);
        }
        client.execute(command.reply(ReplyDecoders.integer()));
    }
}
