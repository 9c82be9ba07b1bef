package io.sorrel.redis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sorrel.redis.config.PoolOptions.WhenDirty;
import io.sorrel.redis.config.PoolOptions.WhenExhausted;
import io.sorrel.redis.config.SharedOptions.WhenFull;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionRangesTest {
    private static final Duration NEGATIVE = Duration.ofSeconds(-1);
    private static final Duration TOO_LONG = Duration.ofDays(366);

    static Stream<Arguments> wrongValues() {
        return Stream.of(wrongShared(), wrongPool(), wrongRetry(), wrongOthers())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> wrongShared() {
        return Stream.of(
                shared("queue-max-commands is 0; it must be from 1 to 16777216", s -> s.maxQueuedCommands(0)),
                shared(
                        "queue-max-commands is 16777217; it must be from 1 to 16777216",
                        s -> s.maxQueuedCommands(16_777_217)),
                shared("queue-max-bytes is 1023; it must be from 1024 to 1099511627776", s -> s.maxQueuedBytes(1023)),
                shared(
                        "queue-max-bytes is 1099511627777; it must be from 1024 to 1099511627776",
                        s -> s.maxQueuedBytes((1L << 40) + 1)),
                shared("silence-timeout is -1s; it must be from 0 (never) to 365d", s -> s.silenceTimeout(NEGATIVE)),
                shared("fence-commands is -1; it must be from 0 to 16777216", s -> s.fenceCommands(-1)),
                shared(
                        "fence-interval is -1s; it must be from 0 (not by time) to 365d",
                        s -> s.fenceInterval(NEGATIVE)),
                shared("silence-timeout is PT8784H; it must be", s -> s.silenceTimeout(TOO_LONG)),
                shared("direct-lanes is -1; it must be from 0 to 1024", s -> s.directLanes(-1)),
                shared("direct-lanes is 1025; it must be from 0 to 1024", s -> s.directLanes(1025)),
                shared(
                        "reconnect-base-delay is 0; it must be from 1ms to 365d",
                        s -> s.reconnectBaseDelay(Duration.ZERO)),
                shared("reconnect-max-delay is -1s; it must be from 1ms to 365d", s -> s.reconnectMaxDelay(NEGATIVE)),
                shared(
                        "reconnect-base-delay is 2s; it must be at most reconnect-max-delay, which is 1s",
                        s -> s.reconnectBaseDelay(Duration.ofSeconds(2))));
    }

    private static Stream<Arguments> wrongPool() {
        return Stream.of(
                pool("pool-max-size is 0; it must be from 1 to 65536", p -> p.maxSize(0)),
                pool("pool-max-size is 65537; it must be from 1 to 65536", p -> p.maxSize(65537)),
                pool("pool-min-idle is -1; it must be from 0 to 65536", p -> p.minIdle(-1)),
                pool("pool-min-idle is 9; it must be at most pool-max-size, which is 8", p -> p.minIdle(9)),
                pool("pool-max-wait is 0; it must be from 1ms to 365d", p -> p.maxWait(Duration.ZERO)),
                pool("pool-max-wait is -1s; it must be from 1ms to 365d", p -> p.maxWait(NEGATIVE)),
                pool("pool-idle-timeout is -1s; it must be from 0 (never) to 365d", p -> p.idleTimeout(NEGATIVE)),
                pool("pool-max-lifetime is -1s; it must be from 0 (never) to 365d", p -> p.maxLifetime(NEGATIVE)),
                pool("pool-lifetime-spread is -0.1; it must be from 0 to 0.9", p -> p.lifetimeSpread(-0.1)),
                pool("pool-lifetime-spread is 1.0; it must be from 0 to 0.9", p -> p.lifetimeSpread(1)),
                pool("pool-lifetime-spread is NaN; it must be from 0 to 0.9", p -> p.lifetimeSpread(Double.NaN)),
                pool(
                        "pool-check-after-idle is -1s; it must be from 0 (before every use) to 365d",
                        p -> p.checkAfterIdle(NEGATIVE)),
                pool(
                        "pool-leak-detection-threshold is -1s; it must be from 0 (off) to 365d",
                        p -> p.leakDetectionThreshold(NEGATIVE)));
    }

    private static Stream<Arguments> wrongRetry() {
        return Stream.of(
                retry("retries is -1; it must be from 0 to 100", r -> r.maxRetries(-1)),
                retry("retries is 101; it must be from 0 to 100", r -> r.maxRetries(101)),
                retry("retry-base-delay is 0; it must be from 1ms to 365d", r -> r.baseDelay(Duration.ZERO)),
                retry("retry-max-delay is -1s; it must be from 1ms to 365d", r -> r.maxDelay(NEGATIVE)),
                retry(
                        "retry-base-delay is 2s; it must be at most retry-max-delay, which is 1s",
                        r -> r.baseDelay(Duration.ofSeconds(2))),
                retry("retry-budget-ratio is -0.1; it must be from 0 to 1", r -> r.budgetRatio(-0.1)),
                retry("retry-budget-ratio is 1.1; it must be from 0 to 1", r -> r.budgetRatio(1.1)),
                retry("retry-budget-ratio is NaN; it must be from 0 to 1", r -> r.budgetRatio(Double.NaN)),
                retry("retry-budget-reserve is 0; it must be from 1 to 1000000", r -> r.budgetReserve(0)));
    }

    private static Stream<Arguments> wrongOthers() {
        return Stream.of(
                client(
                        "connect-timeout is 0; it must be from 1ms to 365d",
                        b -> b.timeouts(t -> t.connect(Duration.ZERO))),
                client(
                        "connect-timeout is -1s; it must be from 1ms to 365d",
                        b -> b.timeouts(t -> t.connect(NEGATIVE))),
                client(
                        "command-timeout is -1s; it must be from 1ms to 365d",
                        b -> b.timeouts(t -> t.command(NEGATIVE))),
                client("command-timeout is PT8784H; it must be", b -> b.timeouts(t -> t.command(TOO_LONG))),
                client(
                        "command-timeout is PT0.000001S; it must be",
                        b -> b.timeouts(t -> t.command(Duration.ofNanos(1000)))),
                client(
                        "close-timeout is -1s; it must be from 0 (do not wait)",
                        b -> b.timeouts(t -> t.close(NEGATIVE))),
                client(
                        "keep-alive-idle is 500ms; it must be whole seconds",
                        b -> b.keepAlive(k -> k.idle(Duration.ofMillis(500)))),
                client("keep-alive-idle is 0; it must be whole seconds", b -> b.keepAlive(k -> k.idle(Duration.ZERO))),
                client(
                        "keep-alive-interval is 1d; it must be whole seconds",
                        b -> b.keepAlive(k -> k.interval(Duration.ofDays(1)))),
                client("keep-alive-count is 0; it must be from 1 to 127", b -> b.keepAlive(k -> k.count(0))),
                client("reply-max-depth is 7; it must be from 8 to 1024", b -> b.replyLimits(l -> l.maxDepth(7))),
                client("reply-max-line is 1023; it must be from 1024", b -> b.replyLimits(l -> l.maxLine(1023))),
                client("reply-max-bulk is 1; it must be from 1024", b -> b.replyLimits(l -> l.maxBulk(1))),
                client("reply-max-elements is 0; it must be from 1024", b -> b.replyLimits(l -> l.maxElements(0))),
                client("reply-max-bytes is -1; it must be from 65536", b -> b.replyLimits(l -> l.maxBytes(-1))),
                client("db is -1; it must be from 0 to 2147483647", b -> b.database(-1)),
                client("client-name is 'two words'; it must be", b -> b.clientName("two words")),
                client("client-name is 'line\\u000aend'; it must be", b -> b.clientName("line\nend")),
                client("client-name is 'caf\\u00e9'; it must be", b -> b.clientName("café")),
                client("client-name is ''; it must be", b -> b.clientName("")),
                client("port is 0; it must be from 1 to 65535", b -> b.port(0)),
                client("port is 65536; it must be from 1 to 65535", b -> b.port(65536)),
                client("host must not be empty", b -> b.host("")),
                client("host must be a host name", b -> b.host("redis://:secret@host")),
                client(
                        "handshake is minimal; it must be full for protocol=resp3",
                        b -> b.handshake(HandshakeMode.MINIMAL).protocol(ProtocolVersion.RESP3)),
                client(
                        "tls is true; it must be false for a Unix",
                        b -> b.tls(true).endpoint(Endpoint.unix("/a"))));
    }

    private static Arguments shared(String message, Consumer<SharedOptions.Builder> wrong) {
        return client(message, b -> b.shared(wrong));
    }

    private static Arguments pool(String message, Consumer<PoolOptions.Builder> wrong) {
        return client(message, b -> b.pool(wrong));
    }

    private static Arguments retry(String message, Consumer<RetryOptions.Builder> wrong) {
        return client(message, b -> b.retry(wrong));
    }

    private static Arguments client(String message, Consumer<ClientOptions.Builder> wrong) {
        return arguments(message, wrong);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongValues")
    void refusesAWrongValueByNameAndSaysWhatIsAllowed(String message, Consumer<ClientOptions.Builder> wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    ClientOptions.Builder builder = ClientOptions.builder();
                    wrong.accept(builder);
                    builder.build();
                })
                .withMessageStartingWith(message)
                .withMessageNotContaining("secret");
    }

    @Test
    void keepsEveryValueThroughTheBuilder() {
        ClientOptions options = everythingChanged();

        ClientOptions copy = options.toBuilder().build();

        assertThat(copy).isEqualTo(options).hasSameHashCodeAs(options).hasToString(options.toString());
        assertThat(options).isNotEqualTo(ClientOptions.defaults());
        assertThat(options.timeouts()).isNotEqualTo(TimeoutOptions.defaults());
        assertThat(options.keepAlive()).isNotEqualTo(KeepAliveOptions.defaults());
        assertThat(options.replyLimits()).isNotEqualTo(ReplyLimits.defaults());
        assertThat(options.mode()).isEqualTo(ConnectionMode.POOLED);
        assertThat(options.shared()).isNotEqualTo(SharedOptions.defaults());
        assertThat(options.shared().whenFull()).isEqualTo(WhenFull.FAIL);
        assertThat(options.pool()).isNotEqualTo(PoolOptions.defaults());
        assertThat(options.retry()).isNotEqualTo(RetryOptions.defaults());
        assertThat(options.retry().retryIf()).isNotNull();
        assertThat(options.pool().maxWait()).isEqualTo(Duration.ofMillis(250));
        assertThat(options.pool().whenDirty()).isEqualTo(WhenDirty.RESET);
        assertThat(options.clientName()).isEqualTo("orders");
    }

    @Test
    void replacesAGroupOrChangesAPartOfIt() {
        ClientOptions options = ClientOptions.builder()
                .pool(PoolOptions.builder().maxSize(16).minIdle(2).build())
                .pool(p -> p.minIdle(3))
                .shared(SharedOptions.builder()
                        .reconnectMaxDelay(Duration.ofSeconds(9))
                        .directLanes(16)
                        .build())
                .shared(s -> s.directLanes(2).reconnectBaseDelay(Duration.ofSeconds(4)))
                .build();

        assertThat(options.pool().maxSize()).isEqualTo(16);
        assertThat(options.pool().minIdle()).isEqualTo(3);
        assertThat(options.shared().directLanes()).isEqualTo(2);
        assertThat(options.shared().reconnectBackoff())
                .isEqualTo(Backoff.fullJitter(Duration.ofSeconds(4), Duration.ofSeconds(9)));
    }

    @Test
    void acceptsTheEndsOfTheRangesOfTheSharedConnection() {
        SharedOptions least = SharedOptions.builder()
                .maxQueuedCommands(1)
                .maxQueuedBytes(1024)
                .silenceTimeout(Duration.ZERO)
                .fenceCommands(0)
                .fenceInterval(Duration.ZERO)
                .directLanes(0)
                .reconnectBackoff(Backoff.constant(Duration.ofMillis(1)))
                .build();
        SharedOptions most = SharedOptions.builder()
                .maxQueuedCommands(16_777_216)
                .maxQueuedBytes(1L << 40)
                .silenceTimeout(Duration.ofDays(365))
                .fenceCommands(16_777_216)
                .fenceInterval(Duration.ofDays(365))
                .directLanes(1024)
                .reconnectMaxDelay(Duration.ofDays(365))
                .reconnectBaseDelay(Duration.ofDays(365))
                .build();

        assertThat(least)
                .hasToString(
                        "SharedOptions[maxQueuedCommands=1, maxQueuedBytes=1024, whenFull=WAIT, silenceTimeout=0,"
                                + " fenceCommands=0, fenceInterval=0, directLanes=0, reconnectBackoff=Backoff[strategy=CONSTANT, base=1ms, cap=1s]]");
        assertThat(most)
                .hasToString("SharedOptions[maxQueuedCommands=16777216, maxQueuedBytes=1099511627776, whenFull=WAIT,"
                        + " silenceTimeout=365d, fenceCommands=16777216, fenceInterval=365d, directLanes=1024, reconnectBackoff=Backoff[strategy=FULL_JITTER,"
                        + " base=365d, cap=365d]]");
    }

    @Test
    void doesNotShareStateBetweenABuilderAndWhatItBuilt() {
        ClientOptions.Builder builder = ClientOptions.builder();
        ClientOptions before = builder.build();

        builder.pool(p -> p.maxSize(99)).shared(s -> s.directLanes(99)).timeouts(t -> t.command(Duration.ofDays(1)));

        assertThat(before).isEqualTo(ClientOptions.defaults());
    }

    @Test
    void hasFiniteDefaults() {
        ClientOptions options = ClientOptions.defaults();

        assertThat(options.endpoint()).hasToString("localhost:6379");
        assertThat(options.timeouts())
                .hasToString("TimeoutOptions[connect=2s, command=5s, close=2s, disconnectedWait=1s]");
        assertThat(options.keepAlive()).hasToString("KeepAliveOptions[enabled=true, idle=30s, interval=5s, count=3]");
        assertThat(options.mode()).isEqualTo(ConnectionMode.ADAPTIVE);
        assertThat(options.shared())
                .isEqualTo(SharedOptions.defaults())
                .hasToString("SharedOptions[maxQueuedCommands=65536, maxQueuedBytes=33554432, whenFull=WAIT,"
                        + " silenceTimeout=command timeout, fenceCommands=1000, fenceInterval=100ms, directLanes=6, reconnectBackoff=Backoff[strategy=FULL_JITTER, base=20ms,"
                        + " cap=1s]]");
        assertThat(options.shared().reconnectBackoff()).isEqualTo(Backoff.defaults());
        assertThat(options.pool())
                .hasToString("PoolOptions[maxSize=8, minIdle=0, maxWait=command timeout, whenExhausted=WAIT, fair=true,"
                        + " lifo=true, idleTimeout=5m, maxLifetime=30m, lifetimeSpread=0.1, checkAfterIdle=1s,"
                        + " whenDirty=DESTROY, leakDetectionThreshold=0, warmUp=false]");
        assertThat(options.retry())
                .isEqualTo(RetryOptions.defaults())
                .hasToString("RetryOptions[maxRetries=2, backoff=Backoff[strategy=FULL_JITTER, base=20ms, cap=1s],"
                        + " budgetRatio=0.1, budgetReserve=10, retryIf=none]");
        assertThat(RetryOptions.none().maxRetries()).isZero();
    }

    private static ClientOptions everythingChanged() {
        return ClientOptions.builder()
                .endpoint(Endpoint.tcp("::1", 7000))
                .tls(true)
                .credentials(Credentials.of("app", "secret"))
                .database(3)
                .clientName("orders")
                .libraryInfo(false)
                .protocol(ProtocolVersion.RESP2)
                .handshake(HandshakeMode.MINIMAL)
                .timeouts(t -> t.connect(Duration.ofSeconds(1))
                        .command(Duration.ofMillis(1500))
                        .close(Duration.ZERO)
                        .disconnectedWait(Duration.ZERO))
                .keepAlive(k -> k.enabled(false)
                        .idle(Duration.ofMinutes(1))
                        .interval(Duration.ofSeconds(9))
                        .count(9))
                .replyLimits(l -> l.maxDepth(9)
                        .maxLine(9000)
                        .maxBulk(9000)
                        .maxElements(9000)
                        .maxBytes(90_000))
                .mode(ConnectionMode.POOLED)
                .shared(s -> s.maxQueuedCommands(99)
                        .maxQueuedBytes(9000)
                        .whenFull(WhenFull.FAIL)
                        .silenceTimeout(Duration.ofSeconds(9))
                        .fenceCommands(9)
                        .fenceInterval(Duration.ofSeconds(9))
                        .directLanes(9)
                        .reconnectBackoff(Backoff.equalJitter(Duration.ofMillis(9), Duration.ofSeconds(9))))
                .pool(p -> p.maxSize(32)
                        .minIdle(4)
                        .maxWait(Duration.ofMillis(250))
                        .whenExhausted(WhenExhausted.FAIL)
                        .fair(false)
                        .lifo(false)
                        .idleTimeout(Duration.ZERO)
                        .maxLifetime(Duration.ofHours(2))
                        .lifetimeSpread(0.5)
                        .checkAfterIdle(Duration.ofSeconds(7))
                        .whenDirty(WhenDirty.RESET)
                        .leakDetectionThreshold(Duration.ofMinutes(1))
                        .warmUp(true))
                .retry(r -> r.maxRetries(7)
                        .backoff(Backoff.decorrelatedJitter(Duration.ofMillis(3), Duration.ofSeconds(3)))
                        .budgetRatio(0.5)
                        .budgetReserve(50)
                        .retryIf(failure -> failure.attempts() < 7))
                .build();
    }
}
