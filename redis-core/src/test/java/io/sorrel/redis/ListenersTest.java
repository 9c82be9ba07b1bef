package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
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
import org.junit.jupiter.api.Test;

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
    private final CapturedLog log = CapturedLog.of(GuardedListener.class, Level.WARN);
    private final ListenerRegistry registry = new ListenerRegistry();

    @AfterEach
    void end() {
        log.close();
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

    private ClientListener listeners(ClientListener... added) {
        Arrays.stream(added).forEach(registry::add);
        return registry.get();
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
        ClientListener both = listeners(recorder("a"), recorder("b"));
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
        ClientListener all = listeners(broken("first", new IllegalStateException()), recorder("last"), recorder("x"));
        for (Method event : events()) {
            heard.clear();
            event.invoke(all, samples(event));
            assertThat(heard).hasSize(3).first().isEqualTo("first");
        }
    }

    @Test
    void logsTheFirstFailureOfEachListener() {
        ClientListener all = listeners(
                broken("error", new StackOverflowError("a")), broken("exception", new IllegalStateException("b")));
        all.acquireTimedOut("e");
        all.connected("e");
        all.acquireTimedOut("e");
        assertThat(heard).containsExactly("error", "exception", "error", "exception", "error", "exception");
        assertThat(log.events())
                .extracting(event -> event.getThrowableProxy().getMessage())
                .containsExactly("a", "b");
        assertThat(log.events()).allMatch(event -> event.getFormattedMessage().contains(" failed; the client goes on"));
    }

    @Test
    void withoutListenersNothingIsMeasured() {
        ClientListener added = recorder("a");
        assertThat(listeners()).isSameAs(ClientListener.NONE);
        assertThat(listeners(ClientListener.NONE, ClientListener.NONE)).isSameAs(ClientListener.NONE);
        assertThat(listeners(added)).isNotSameAs(ClientListener.NONE);
        registry.remove(added);
        assertThat(registry.get()).isSameAs(ClientListener.NONE);
    }

    @Test
    void aListenerIsToldOnceAndNotAfterItsRemoval() {
        ClientListener first = recorder("a");
        listeners(first, recorder("b"), first).connected("e");
        assertThat(heard).containsExactly("a connected[e]", "b connected[e]");
        registry.remove(first);
        registry.remove(recorder("unknown"));
        registry.get().connected("f");
        assertThat(heard).hasSize(3).last().isEqualTo("b connected[f]");
    }

    @Test
    void aFailureIsLoggedOnceAlsoWhenOtherListenersComeAndGo() {
        ClientListener other = recorder("other");
        listeners(broken("broken", new IllegalStateException("a"))).connected("e");
        listeners(other).connected("e");
        registry.remove(other);
        registry.get().connected("e");
        assertThat(heard).filteredOn("broken"::equals).hasSize(3);
        assertThat(log.events()).hasSize(1);
    }
}
