package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ListenersTest {
    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            String.class,
            "text",
            int.class,
            1,
            Duration.class,
            Duration.ofMillis(2),
            DestroyCause.class,
            DestroyCause.IDLE,
            Throwable.class,
            new IllegalStateException("borrowed"),
            RedisException.class,
            new ConnectFailedException("refused", ErrorContext.NONE, null));

    private final List<String> heard = new ArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Listeners.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void end() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    private ClientListener recorder(String name) {
        return (ClientListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClientListener.class}, (proxy, method, arguments) -> {
                    heard.add(name + " " + method.getName() + Arrays.toString(arguments));
                    return null;
                });
    }

    private ClientListener broken(String name, Throwable failure) {
        return (ClientListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClientListener.class}, (proxy, method, arguments) -> {
                    heard.add(name);
                    throw failure;
                });
    }

    private static List<Method> events() {
        return Arrays.stream(ClientListener.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    private static Object[] samples(Method event) {
        return Arrays.stream(event.getParameterTypes())
                .map(type -> Objects.requireNonNull(SAMPLES.get(type), type.getName()))
                .toArray();
    }

    @Test
    void tellsAllOfEveryEventInTheOrderOfTheirRegistration() throws ReflectiveOperationException {
        ClientListener both = Listeners.of(List.of(recorder("a"), recorder("b")));
        for (Method event : events()) {
            heard.clear();
            event.invoke(both, samples(event));
            String told = event.getName() + Arrays.toString(samples(event));
            assertThat(heard).containsExactly("a " + told, "b " + told);
        }
        assertThat(events()).hasSizeGreaterThan(10);
    }

    @Test
    void whatOneThrowsKeepsNeitherTheOthersNorTheClient() throws ReflectiveOperationException {
        ClientListener all =
                Listeners.of(List.of(broken("first", new IllegalStateException()), recorder("last"), recorder("x")));
        for (Method event : events()) {
            heard.clear();
            event.invoke(all, samples(event));
            assertThat(heard).hasSize(3).first().isEqualTo("first");
        }
    }

    @Test
    void logsTheFirstFailureOfEachListener() {
        ClientListener all = Listeners.of(List.of(
                broken("error", new StackOverflowError("a")), broken("exception", new IllegalStateException("b"))));
        all.acquireTimedOut("e");
        all.connected("e");
        all.acquireTimedOut("e");
        assertThat(heard).containsExactly("error", "exception", "error", "exception", "error", "exception");
        assertThat(log.list)
                .extracting(event -> event.getThrowableProxy().getMessage())
                .containsExactly("a", "b");
        assertThat(log.list).allMatch(event -> event.getFormattedMessage().contains(" failed; the client goes on"));
    }

    @Test
    void whereNobodyListensNothingIsMeasured() {
        assertThat(Listeners.of(List.of())).isSameAs(ClientListener.NONE);
        assertThat(Listeners.of(List.of(ClientListener.NONE, ClientListener.NONE)))
                .isSameAs(ClientListener.NONE);
    }
}
