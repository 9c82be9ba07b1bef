package io.sorrel.redis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sorrel.redis.config.Backoff.Strategy;
import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.config.SharedOptions.WhenFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RedisUriTest {
    @ParameterizedTest
    @CsvSource({
        "redis://, localhost:6379, false",
        "redis:///, localhost:6379, false",
        "redis://localhost, localhost:6379, false",
        "REDIS://Host, Host:6379, false",
        "RedisS://host:6380, host:6380, true",
        "rediss://host/, host:6379, true",
        "redis://:6380, localhost:6380, false",
        "redis://[::1], [::1]:6379, false",
        "redis://[::1]:6380/2, [::1]:6380, false",
        "redis://:pw@[2001:db8::7]:6380, [2001:db8::7]:6380, false",
        "redis://[fe80::1%25eth0]:6380, [fe80::1%eth0]:6380, false",
        "redis://h%6Fst, host:6379, false",
        "redis://host?, host:6379, false",
        "redis://host?db=1&&, host:6379, false",
        "redis+unix:///run/redis.sock, /run/redis.sock, false",
        "REDIS+UNIX:///run/my%20redis%2Bx+y.sock?db=2, /run/my redis+x+y.sock, false",
        "redis+unix://user:pw@/run/redis.sock, /run/redis.sock, false"
    })
    void readsSchemeAndEndpoint(String url, String endpoint, boolean tls) {
        ClientOptions options = ClientOptions.of(url);

        assertThat(options.endpoint()).hasToString(endpoint);
        assertThat(options.tls()).isEqualTo(tls);
    }

    static Stream<Arguments> userInformation() {
        return Stream.of(
                arguments("redis://host", null),
                arguments("redis://@host", null),
                arguments("redis://:@host", null),
                arguments("redis://:pw@host", Credentials.password("pw")),
                arguments("redis://user:pw@host", Credentials.of("user", "pw")),
                arguments("redis://user:@host", Credentials.of("user", "")),
                arguments("redis://user:a:b@host", Credentials.of("user", "a:b")),
                arguments("redis://u%40x%3Ay:p%40%2F%3A%3F%23%25w@host", Credentials.of("u@x:y", "p@/:?#%w")),
                arguments("redis://user:a+b%2Bc%20d@host", Credentials.of("user", "a+b+c d")),
                arguments("redis://user:%2540@host", Credentials.of("user", "%40")),
                arguments("redis://user:p%C3%A4ss@host", Credentials.of("user", "päss")),
                arguments("redis://user:päss@host", Credentials.of("user", "päss")),
                arguments("redis://:[x]@host", Credentials.password("[x]")),
                arguments("redis://host?password=pw", Credentials.password("pw")),
                arguments("redis://host?username=u&password=p%26w%3D", Credentials.of("u", "p&w=")),
                arguments("redis://host?password=p=w", Credentials.password("p=w")),
                arguments("redis://host?username=u&password=", Credentials.of("u", "")),
                arguments("redis://a:b@host?password=c", Credentials.of("a", "c")),
                arguments("redis://a:b@host?username=c", Credentials.of("c", "b")),
                arguments("redis://a@host?password=c", Credentials.of("a", "c")),
                arguments("redis+unix://a:b@/s", Credentials.of("a", "b")),
                arguments("redis+unix:///s?password=b", Credentials.password("b")));
    }

    @ParameterizedTest
    @MethodSource("userInformation")
    void readsCredentials(String url, Credentials expected) {
        assertThat(ClientOptions.of(url).credentials()).isEqualTo(expected);
        assertThat(RedisUri.parse(url).credentials()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://host, 0",
        "redis://host/, 0",
        "redis://host/7, 7",
        "redis://host?db=8, 8",
        "redis://host/7?db=8, 8",
        "redis+unix:///1?db=3, 3"
    })
    void readsTheDatabaseFromTheQueryBeforeThePath(String url, int database) {
        assertThat(ClientOptions.of(url).database()).isEqualTo(database);
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                row("db=5", b -> b.database(5)),
                row("client-name=a+b", b -> b.clientName("a+b")),
                row("library-info=FALSE", b -> b.libraryInfo(false)),
                row("protocol=2", b -> b.protocol(ProtocolVersion.RESP2)),
                row("protocol=resp3", b -> b.protocol(ProtocolVersion.RESP3)),
                row("protocol=auto", b -> b.protocol(ProtocolVersion.AUTO)),
                row("handshake=minimal", b -> b.handshake(HandshakeMode.MINIMAL)),
                row("handshake=FULL", b -> b.handshake(HandshakeMode.FULL)),
                row("connect-timeout=500ms", b -> b.timeouts(t -> t.connect(Duration.ofMillis(500)))),
                row("command-timeout=PT1.5S", b -> b.timeouts(t -> t.command(Duration.ofMillis(1500)))),
                row("command-timeout=1500000us", b -> b.timeouts(t -> t.command(Duration.ofMillis(1500)))),
                row("close-timeout=0", b -> b.timeouts(t -> t.close(Duration.ZERO))),
                row("disconnected-wait=0", b -> b.timeouts(t -> t.disconnectedWait(Duration.ZERO))),
                row("keep-alive=false", b -> b.keepAlive(k -> k.enabled(false))),
                row("keep-alive-idle=1m", b -> b.keepAlive(k -> k.idle(Duration.ofMinutes(1)))),
                row("keep-alive-interval=7s", b -> b.keepAlive(k -> k.interval(Duration.ofSeconds(7)))),
                row("keep-alive-count=7", b -> b.keepAlive(k -> k.count(7))),
                row("reply-max-depth=100", b -> b.replyLimits(l -> l.maxDepth(100))),
                row("reply-max-line=8KiB", b -> b.replyLimits(l -> l.maxLine(8192))),
                row("reply-max-bulk=64mb", b -> b.replyLimits(l -> l.maxBulk(64 << 20))),
                row("reply-max-elements=1024", b -> b.replyLimits(l -> l.maxElements(1024))),
                row("reply-max-bytes=4GB", b -> b.replyLimits(l -> l.maxBytes(4L << 30))),
                row("reply-max-bytes=99999", b -> b.replyLimits(l -> l.maxBytes(99_999))),
                row("mode=pooled", b -> b.mode(ConnectionMode.POOLED)),
                row("mode=SHARED", b -> b.mode(ConnectionMode.SHARED)),
                row("direct-lanes=0", b -> b.shared(s -> s.directLanes(0))),
                row("queue-max-commands=100", b -> b.shared(s -> s.maxQueuedCommands(100))),
                row("queue-max-bytes=1024GB", b -> b.shared(s -> s.maxQueuedBytes(1L << 40))),
                row("queue-when-full=fail", b -> b.shared(s -> s.whenFull(WhenFull.FAIL))),
                row("silence-timeout=0", b -> b.shared(s -> s.silenceTimeout(Duration.ZERO))),
                row("fence-commands=50", b -> b.shared(s -> s.fenceCommands(50))),
                row("fence-interval=0", b -> b.shared(s -> s.fenceInterval(Duration.ZERO))),
                row("reconnect-backoff=constant", b -> b.shared(s -> s.reconnectStrategy(Strategy.CONSTANT))),
                row("reconnect-base-delay=5ms", b -> b.shared(s -> s.reconnectBaseDelay(Duration.ofMillis(5)))),
                row("reconnect-max-delay=9s", b -> b.shared(s -> s.reconnectMaxDelay(Duration.ofSeconds(9)))),
                row(
                        "reconnect-base-delay=3s&reconnect-max-delay=4s",
                        b -> b.shared(s ->
                                s.reconnectBackoff(Backoff.fullJitter(Duration.ofSeconds(3), Duration.ofSeconds(4))))),
                row("pool-max-size=16", b -> b.pool(p -> p.maxSize(16))),
                row(
                        "pool-min-idle=12&pool-max-size=16",
                        b -> b.pool(p -> p.maxSize(16).minIdle(12))),
                row("pool-max-wait=250ms", b -> b.pool(p -> p.maxWait(Duration.ofMillis(250)))),
                row("pool-when-exhausted=fail", b -> b.pool(p -> p.whenExhausted(WhenExhausted.FAIL))),
                row("pool-fair=false", b -> b.pool(p -> p.fair(false))),
                row("pool-lifo=false", b -> b.pool(p -> p.lifo(false))),
                row("pool-warm-up=true", b -> b.pool(p -> p.warmUp(true))),
                row("pool-idle-timeout=1h", b -> b.pool(p -> p.idleTimeout(Duration.ofHours(1)))),
                row("pool-max-lifetime=1d", b -> b.pool(p -> p.maxLifetime(Duration.ofDays(1)))),
                row("pool-lifetime-spread=0.25", b -> b.pool(p -> p.lifetimeSpread(0.25))),
                row("pool-check-after-idle=0", b -> b.pool(p -> p.checkAfterIdle(Duration.ZERO))),
                row("pool-when-dirty=reset", b -> b.pool(p -> p.whenDirty(WhenDirty.RESET))),
                row(
                        "pool-leak-detection-threshold=30s",
                        b -> b.pool(p -> p.leakDetectionThreshold(Duration.ofSeconds(30)))),
                row("retries=0", b -> b.retry(r -> r.maxRetries(0))),
                row("retries=5", b -> b.retry(r -> r.maxRetries(5))),
                row("retry-backoff=none", b -> b.retry(r -> r.backoffStrategy(Strategy.NONE))),
                row(
                        "retry-backoff=constant&retry-base-delay=3s&retry-max-delay=4s",
                        b -> b.retry(r -> r.backoff(
                                new Backoff(Strategy.CONSTANT, Duration.ofSeconds(3), Duration.ofSeconds(4))))),
                row(
                        "retry-backoff=Exponential-With-Jitter",
                        b -> b.retry(r -> r.backoffStrategy(Strategy.EXPONENTIAL_WITH_JITTER))),
                row("retry-base-delay=5ms", b -> b.retry(r -> r.baseDelay(Duration.ofMillis(5)))),
                row("retry-max-delay=500ms", b -> b.retry(r -> r.maxDelay(Duration.ofMillis(500)))),
                row("retry-budget-ratio=0.25", b -> b.retry(r -> r.budgetRatio(0.25))),
                row("retry-budget-reserve=99", b -> b.retry(r -> r.budgetReserve(99))),
                row("d%62=5", b -> b.database(5)));
    }

    private static Arguments row(String query, Consumer<ClientOptions.Builder> same) {
        return arguments(query, same);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void setsEveryOptionByQuery(String query, Consumer<ClientOptions.Builder> same) {
        ClientOptions.Builder expected = ClientOptions.builder();
        same.accept(expected);

        assertThat(ClientOptions.of("redis://?" + query)).isEqualTo(expected.build());
    }

    @Test
    void testsEveryParameterOfTheTable() {
        Set<String> tested = new HashSet<>(Set.of("username", "password"));
        parameters().forEach(row -> {
            for (String parameter : row.get()[0].toString().split("&", -1)) {
                tested.add(parameter.substring(0, parameter.indexOf('=')));
            }
        });

        assertThat(RedisUri.options())
                .extracting(UriOption::key)
                .doesNotHaveDuplicates()
                .isSubsetOf(tested);
    }

    @Test
    void statesTheRealDefaults() {
        ClientOptions.Builder builder = ClientOptions.builder()
                .timeouts(t -> t.connect(Duration.ofDays(1))
                        .command(Duration.ofDays(1))
                        .close(Duration.ofDays(1))
                        .disconnectedWait(Duration.ofDays(1)))
                .mode(ConnectionMode.SHARED)
                .shared(SharedOptions.builder()
                        .maxQueuedCommands(9)
                        .maxQueuedBytes(9000)
                        .whenFull(WhenFull.FAIL)
                        .fenceCommands(9)
                        .fenceInterval(Duration.ofDays(1))
                        .directLanes(9)
                        .reconnectBackoff(Backoff.constant(Duration.ofMillis(9)))
                        .reconnectMaxDelay(Duration.ofSeconds(9))
                        .build())
                .pool(PoolOptions.builder()
                        .maxSize(99)
                        .fair(false)
                        .lifo(false)
                        .warmUp(true)
                        .build())
                .retry(RetryOptions.builder()
                        .maxRetries(9)
                        .backoff(Backoff.constant(Duration.ofSeconds(9)))
                        .budgetRatio(0.9)
                        .budgetReserve(9)
                        .build());
        for (UriOption option : RedisUri.options()) {
            if (!option.defaultValue().isEmpty()) {
                builder.uri("redis://?" + option.key() + "=" + option.defaultValue());
            }
        }

        assertThat(builder.build()).isEqualTo(ClientOptions.defaults());
    }

    @Test
    void listsEveryParameterInTheJavadoc() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/sorrel/redis/config/RedisUri.java"));

        assertThat(RedisUri.options())
                .allSatisfy(option -> assertThat(source)
                        .contains("<tr><td>{@code " + option.key() + "}</td><td>" + option.form() + "</td><td>"
                                + (option.defaultValue().isEmpty() ? "none" : option.defaultValue()) + "</td><td>"
                                + option.description() + "</td></tr>"));
        assertThat(source.lines()
                        .filter(line -> line.contains("<tr><td>{@code "))
                        .count())
                .isEqualTo(RedisUri.options().size() + 3L);
    }

    @Test
    void overridesWhatWasSetBeforeAndIsOverriddenByWhatIsSetAfter() {
        ClientOptions options = ClientOptions.builder()
                .endpoint(Endpoint.tcp("before", 1))
                .tls(true)
                .credentials(Credentials.password("kept"))
                .database(1)
                .clientName("kept")
                .pool(p -> p.maxSize(5).minIdle(5))
                .uri("redis://url/2?pool-max-size=6")
                .pool(p -> p.minIdle(6))
                .build();

        assertThat(options.endpoint()).isEqualTo(Endpoint.tcp("url", 6379));
        assertThat(options.tls()).isFalse();
        assertThat(options.credentials()).isEqualTo(Credentials.password("kept"));
        assertThat(options.database()).isEqualTo(2);
        assertThat(options.clientName()).isEqualTo("kept");
        assertThat(options.pool().maxSize()).isEqualTo(6);
        assertThat(options.pool().minIdle()).isEqualTo(6);
        assertThat(options.toBuilder().uri("redis://").database(9).build().database())
                .isEqualTo(9);
        assertThat(options.toBuilder().host("other").port(7).build().endpoint()).hasToString("other:7");
    }

    @ParameterizedTest
    @CsvSource({
        "redis://user:pw@host, redis://***@host:6379",
        "REDISS://:pw@[::1]:1/3?pool-max-size=4&db=5, rediss://***@[::1]:1?db=5&pool-max-size=4",
        "redis://host?username=u&password=p&client-name=a%26b, redis://***@host:6379?client-name=a%26b",
        "redis+unix://user:pw@/run/a%20b?db=1, redis+unix://***@/run/a%20b?db=1",
        "redis://, redis://localhost:6379"
    })
    void showsItselfWithoutCredentials(String url, String shown) {
        assertThat(RedisUri.parse(url)).hasToString(shown);
    }

    @Test
    void comparesByValue() {
        assertThat(RedisUri.parse("redis://:a@host/1"))
                .isEqualTo(RedisUri.parse("REDIS://host?password=a&db=1"))
                .hasSameHashCodeAs(RedisUri.parse("redis://host?db=1&password=a"))
                .isNotEqualTo(RedisUri.parse("redis://:b@host/1"));
    }
}
