package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ShutdownArgs;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ConnectionLostException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.error.ScriptBusyException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.fault.Cut;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SHUTDOWN, which a server answers by closing the connection, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@TimingTest
class ShutdownIT {
    @Parameter
    CallPath path;

    private RedisClient client(String url) {
        return path.client(url);
    }

    @Test
    void endsTheServer() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = client(server.uri())) {
            path.commands(client).shutdown(ShutdownArgs.noSave());

            Await.until(() -> !server.isAlive());
            assertThat(client.poolStatistics().active()
                            + client.poolStatistics().idle())
                    .isZero();
        }
    }

    @Test
    void endsTheServerAtOnceWhereItCan() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = client(server.uri())) {
            assumeTrue(ServerKnows.since(server, "7.0", "7.2"), "NOW and FORCE are since Redis 7.0");

            path.commands(client).shutdown(ShutdownArgs.save().now().force());

            Await.until(() -> !server.isAlive());
        }
    }

    @Test
    void endsTheServerWithItsDefaults() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = client(server.uri())) {
            path.commands(client).shutdown(ShutdownArgs.defaults());

            Await.until(() -> !server.isAlive());
        }
    }

    @Test
    void endsAServerWhoseScriptRunsTooLong() {
        try (RedisServer server =
                        RedisServer.builder().config("lua-time-limit", "1").start();
                RedisClient client = client(server.uri());
                RedisClient another = client(server.uri() + "?retries=0")) {
            CompletableFuture<?> endless = client.async().eval("while true do end", ReplyDecoders.any(), List.of());
            Await.until(() -> isBusy(another));

            client.async().shutdown(ShutdownArgs.noSave()).join();

            Await.until(() -> !server.isAlive());
            assertThat(endless).failsWithin(Duration.ofMinutes(1));
        }
    }

    private boolean isBusy(RedisClient client) {
        try {
            path.commands(client).get("k");
            return false;
        } catch (ScriptBusyException e) {
            return true;
        }
    }

    @Test
    void passesOnThatTheServerGoesOn() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = client(server.uri())) {
            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> path.commands(client).shutdownAbort());
            assertThat(path.commands(client).ping()).isEqualTo("PONG");
        }
    }

    @Test
    void takesAnEndOfTheConnectionForAnAnswerOnlyHere() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri() + "?retries=0")) {
            fake.on("SHUTDOWN", FakeReply.nothing().thenCut(Cut.CLOSE));
            fake.on("DEL", FakeReply.nothing().thenCut(Cut.CLOSE));

            path.commands(client).shutdown(ShutdownArgs.defaults());

            assertThatExceptionOfType(ConnectionLostException.class)
                    .isThrownBy(() -> path.commands(client).del("k"))
                    .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(CommandOutcome.UNKNOWN));
        }
    }

    @Test
    void doesNotTakeABrokenConnectionForAnAnswer() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri() + "?retries=0")) {
            fake.on("SHUTDOWN", FakeReply.nothing().thenCut(Cut.RESET));
            assertThatExceptionOfType(ConnectionLostException.class)
                    .isThrownBy(() -> path.commands(client).shutdown(ShutdownArgs.defaults()));

            fake.on("SHUTDOWN", FakeReply.raw("-ERR Errors").thenCut(Cut.CLOSE));
            assertThatExceptionOfType(ConnectionLostException.class)
                    .isThrownBy(() -> path.commands(client).shutdown(ShutdownArgs.defaults()));
        }
    }

    @Test
    void failsWhenTheServerTakesTooLong() {
        try (FakeRedis fake = FakeRedis.start();
                RedisClient client = client(fake.uri() + "?retries=0&command-timeout=100ms")) {
            fake.on("SHUTDOWN", FakeReply.nothing());

            assertThatExceptionOfType(RedisTimeoutException.class)
                    .isThrownBy(() -> path.commands(client).shutdown(ShutdownArgs.defaults()));
        }
    }
}
