package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.AggregateArgs;
import io.sorrel.redis.command.args.IndexArgs;
import io.sorrel.redis.command.args.Reducer;
import io.sorrel.redis.command.args.SearchField;
import io.sorrel.redis.command.args.TimeRange;
import io.sorrel.redis.command.reply.AggregateResult;
import io.sorrel.redis.command.reply.FilterAddResult;
import io.sorrel.redis.command.reply.SearchResult;
import io.sorrel.redis.command.reply.TimeSample;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands of modules that no server of the tests has: one round trip of each family, with a server that plays it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModuleCommandsTest {
    private final FakeRedis fake = FakeRedis.start();
    private final RedisClient client = RedisClient.create(fake.uri() + "?retries=0");
    private final RedisCommands<String, String> redis = client.sync();

    @AfterEach
    void end() {
        client.close();
        fake.close();
    }

    @Test
    void bloomFilters() {
        fake.on(
                "BF.MADD",
                FakeReply.array(
                        FakeReply.raw("#t\r\n"), FakeReply.raw("#f\r\n"), FakeReply.error("ERR filter is full")));
        fake.on("BF.EXISTS", FakeReply.raw("#t\r\n"));

        assertThat(redis.bfMadd("seen", "a", "b", "c"))
                .containsExactly(FilterAddResult.ADDED, FilterAddResult.PRESENT, FilterAddResult.FULL);
        assertThat(redis.bfExists("seen", "a")).isTrue();
        assertThat(fake.awaitCommand("BF.MADD")).isEqualTo(List.of("BF.MADD", "seen", "a", "b", "c"));
    }

    @Test
    void aFilterThatIsFull() {
        fake.on("BF.ADD", FakeReply.error("ERR non scaling filter is full"));

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.bfAdd("seen", "a"))
                .withMessageContaining("filter is full");
    }

    @Test
    void json() {
        fake.on("JSON.SET", FakeReply.ok());
        fake.on("JSON.GET", FakeReply.bulk("[3,null]"));
        fake.on("JSON.NUMINCRBY", FakeReply.array(FakeReply.integer(4), FakeReply.missing3()));

        assertThat(redis.jsonSet("doc", "$", "{\"a\":3}")).isTrue();
        assertThat(redis.jsonGet("doc", "$..a")).isEqualTo("[3,null]");
        assertThat(redis.jsonNumIncrBy("doc", "$..a", 1)).containsExactly(BigDecimal.valueOf(4), null);
        assertThat(fake.awaitCommand("JSON.SET")).isEqualTo(List.of("JSON.SET", "doc", "$", "{\"a\":3}"));
    }

    @Test
    void timeSeries() {
        fake.on("TS.ADD", FakeReply.integer(1000));
        fake.on("TS.RANGE", FakeReply.array(FakeReply.array(FakeReply.integer(1000), FakeReply.raw(",21.5\r\n"))));

        assertThat(redis.tsAdd("temp", Instant.ofEpochMilli(1000), 21.5)).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(redis.tsRange("temp", TimeRange.all()))
                .containsExactly(new TimeSample(Instant.ofEpochMilli(1000), 21.5));
        assertThat(fake.awaitCommand("TS.RANGE")).isEqualTo(List.of("TS.RANGE", "temp", "-", "+"));
    }

    @Test
    void search() {
        FakeReply document = FakeReply.array(FakeReply.bulk("title"), FakeReply.bulk("Hello"));
        fake.on("FT.CREATE", FakeReply.ok());
        fake.on("FT.SEARCH", FakeReply.array(FakeReply.integer(1), FakeReply.bulk("doc:1"), document));
        fake.on(
                "FT.AGGREGATE",
                FakeReply.array(FakeReply.integer(1), FakeReply.array(FakeReply.bulk("n"), FakeReply.bulk("4"))));

        redis.ftCreate("docs", IndexArgs.hashes().prefixes("doc:"), SearchField.text("title"));
        SearchResult<String, String> found = redis.ftSearch("docs", "hello");
        AggregateResult<String> counted = redis.ftAggregate(
                "docs", "*", AggregateArgs.defaults().groupAll(Reducer.count().as("n")));

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.documents().get(0).key()).isEqualTo("doc:1");
        assertThat(found.documents().get(0).fields()).isEqualTo(Map.of("title", "Hello"));
        assertThat(counted.rows().get(0).value("n")).isEqualTo("4");
        assertThat(fake.awaitCommand("FT.CREATE"))
                .isEqualTo(
                        List.of("FT.CREATE", "docs", "ON", "HASH", "PREFIX", "1", "doc:", "SCHEMA", "title", "TEXT"));
        assertThat(fake.awaitCommand("FT.SEARCH")).isEqualTo(List.of("FT.SEARCH", "docs", "hello", "DIALECT", "2"));
    }
}
