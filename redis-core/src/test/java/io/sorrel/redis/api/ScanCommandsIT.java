package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.args.ScanArgs;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Scans of keys and of hashes against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScanCommandsIT {
    private static final Map<String, String> MANY = IntStream.range(0, 1000)
            .mapToObj(i -> "item:" + i)
            .collect(Collectors.toMap(Function.identity(), item -> "value of " + item));

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
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void findsEveryKey() {
        redis.mset(MANY);

        Set<String> found = new HashSet<>();
        redis.scanAll().forEach(found::add);

        assertThat(found).isEqualTo(MANY.keySet());
    }

    @Test
    void findsOnlyTheKeysAskedFor() {
        redis.mset(MANY);
        redis.hset("item:hash", "f", "v");

        assertThat(redis.scanAll(ScanArgs.match("item:99*").count(100)).stream())
                .hasSizeGreaterThanOrEqualTo(11)
                .allMatch(key -> key.startsWith("item:99"));
        assertThat(redis.scanAll(ScanArgs.all().type("hash")).stream().distinct())
                .containsExactly("item:hash");
        assertThat(redis.scanAll(ScanArgs.match("nothing:*"))).isEmpty();
    }

    @Test
    void goesFromPageToPage() {
        redis.mset(MANY);

        Set<String> found = new HashSet<>();
        ScanPage<String> page = redis.scan(ScanCursor.START);
        int pages = 1;
        found.addAll(page.elements());
        while (!page.isLast()) {
            page = redis.scan(page.cursor(), ScanArgs.all().count(200));
            found.addAll(page.elements());
            pages++;
        }

        assertThat(found).isEqualTo(MANY.keySet());
        assertThat(pages).isBetween(3, 10);
    }

    @Test
    void findsEveryFieldOfALargeHash() {
        redis.hset("hash", MANY);

        assertThat(redis.hscanAll("hash").stream().distinct()).containsExactlyInAnyOrderElementsOf(MANY.entrySet());
        assertThat(redis.hscanAll("hash", ElementScanArgs.match("item:77*").count(50)).stream()
                        .distinct())
                .hasSize(11)
                .allMatch(entry -> entry.getKey().startsWith("item:77"));
        assertThat(redis.hscanAll("missing")).isEmpty();
    }

    @Test
    void findsFieldsWithoutTheirValues() {
        assumeTrue(ServerKnows.hscanNoValues(SERVER.server()), "NOVALUES is since Redis 7.4 and Valkey 8.0");
        redis.hset("hash", MANY);

        assertThat(redis.hscanAllNoValues("hash").stream().distinct())
                .containsExactlyInAnyOrderElementsOf(MANY.keySet());
        assertThat(redis.hscanAllNoValues("hash", ElementScanArgs.match("item:5")).stream()
                        .distinct())
                .containsExactly("item:5");
    }

    @Test
    void passesOnThatAnOlderServerAlwaysSendsTheValues() {
        assumeFalse(ServerKnows.hscanNoValues(SERVER.server()), "NOVALUES is since Redis 7.4 and Valkey 8.0");
        redis.hset("hash", "f", "v");

        ScanIterable<String> fields = redis.hscanAllNoValues("hash");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> fields.iterator().hasNext());
    }
}
