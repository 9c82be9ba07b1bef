package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.WrongTypeException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.test.RedisServer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the listeners of a client hear, and that it goes on when they fail. */
@TimingTest
class ListenersIT {
    private static final String PATIENT = "command-timeout=2m&connect-timeout=1m&disconnected-wait=1m";

    private final RedisServer server = RedisServer.start();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        server.close();
    }

    private final class Recorder implements ClientListener {
        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        private void note(String event) {
            heard.add(name + event);
        }

        @Override
        public void connectionCreated(String endpoint, Duration took) {
            note("created");
        }

        @Override
        public void connectionDestroyed(String endpoint, DestroyCause cause) {
            note("destroyed");
        }

        @Override
        public void commandFinished(String endpoint, String command, Duration took, @Nullable RedisException failure) {
            note(command + (failure == null ? "" : " " + failure.getClass().getSimpleName()));
            assertThat(took).isPositive();
        }

        @Override
        public void connected(String endpoint) {
            note("connected to " + endpoint);
        }

        @Override
        public void disconnected(String endpoint, RedisException cause) {
            note("disconnected");
        }
    }

    private static ClientListener broken() {
        return (ClientListener) Proxy.newProxyInstance(
                ListenersIT.class.getClassLoader(),
                new Class<?>[] {ClientListener.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("this listener always fails, as the test wants it");
                });
    }

    private RedisClient client(String options, ClientListener... listeners) {
        RedisClient.Builder builder = RedisClient.builder()
                .options(ClientOptions.of(server.uri() + (options.isEmpty() ? "?" : options + "&") + PATIENT));
        for (ClientListener listener : listeners) {
            builder.listener(listener);
        }
        return builder.build();
    }

    @Test
    void allListenersHearEachCallInTheirOrder() {
        try (RedisClient redis = client("?mode=pooled", new Recorder("1 "), new Recorder("2 "))) {
            redis.sync().set("key", "value");
            assertThatThrownBy(() -> redis.sync().incr("key")).isInstanceOf(RedisException.class);
        }
        assertThat(heard.stream().filter(event -> event.startsWith("2 ")))
                .containsExactly("2 created", "2 SET", "2 INCR RedisServerException", "2 destroyed");
        for (int i = 0; i < heard.size(); i += 2) {
            assertThat(heard.get(i + 1)).isEqualTo(heard.get(i).replace("1 ", "2 "));
        }
    }

    @Test
    void hearsAsyncCallsAndThoseOfSessions() {
        try (RedisClient redis = client("", new Recorder(""))) {
            redis.async().set("key", "value").join();
            assertThatThrownBy(() -> redis.async().lpush("key", "1").join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(WrongTypeException.class);
            try (RedisSession session = redis.openSession()) {
                session.sync().clientId();
                assertThatThrownBy(() -> session.sync().lpush("key", "1")).isInstanceOf(WrongTypeException.class);
            }
            redis.async().blpop(Duration.ofMillis(1), "none").join();
        }
        assertThat(heard)
                .containsSubsequence(
                        "SET", "LPUSH WrongTypeException", "CLIENT ID", "LPUSH WrongTypeException", "BLPOP");
    }

    @Test
    void hearsOfTheSharedConnection() {
        try (RedisClient redis = client("?mode=shared", new Recorder(""))) {
            redis.sync().ping();
            server.kill();
            Await.until(() -> heard.contains("disconnected"));
        }
        assertThat(heard)
                .containsSubsequence("connected to 127.0.0.1:" + server.port(), "disconnected")
                .doesNotContain("created");
    }

    @Test
    void aListenerThatAlwaysFailsHarmsNeitherCallsNorOtherListeners() {
        try (RedisClient redis = client("", broken(), new Recorder(""))) {
            redis.sync().set("key", "value");
            assertThat(redis.async().get("key").join()).isEqualTo("value");
            try (RedisSession session = redis.openSession()) {
                assertThat(session.sync().get("key")).isEqualTo("value");
            }
            server.kill();
            Await.until(() -> heard.contains("disconnected"));
            server.restart();
            assertThat(redis.sync().ping()).isEqualTo("PONG");
        }
        assertThat(heard).contains("SET", "GET", "connected to 127.0.0.1:" + server.port(), "PING", "destroyed");
    }

    @Test
    void aFailedAttemptToConnectIsHeardAsTheEndOfTheCall() {
        server.close();
        try (RedisClient redis = client("?mode=pooled&retries=0", broken(), new Recorder(""))) {
            assertThatThrownBy(() -> redis.sync().ping()).isInstanceOf(ConnectFailedException.class);
        }
        assertThat(heard).containsExactly("PING ConnectFailedException");
    }

    @Test
    void aListenerAddedLaterHearsWhatFollowsUntilItIsRemoved() {
        ClientListener later = new Recorder("");
        try (RedisClient redis = client("?mode=shared")) {
            redis.sync().set("key", "value");
            redis.addListener(later);
            assertThat(redis.sync().get("key")).isEqualTo("value");
            redis.async().get("key").join();
            try (RedisSession session = redis.openSession()) {
                session.sync().clientId();
            }
            server.kill();
            Await.until(() -> heard.contains("disconnected"));
            redis.removeListener(later);
            server.restart();
            assertThat(redis.sync().ping()).isEqualTo("PONG");
        }
        assertThat(heard)
                .containsSubsequence("GET", "GET", "created", "CLIENT ID", "disconnected")
                .doesNotContain("SET", "PING", "connected to 127.0.0.1:" + server.port());
    }
}
