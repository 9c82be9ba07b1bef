package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.event.DestroyCause;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeClientListenerTest {
    private final List<String> heard = new ArrayList<>();

    private ClientListener recorder(String name) {
        return (ClientListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClientListener.class}, (proxy, method, arguments) -> {
                    heard.add(name + " " + method.getName());
                    return null;
                });
    }

    @Test
    void tellsAllListenersOfEveryEvent() {
        ClientListener both = CompositeClientListener.of(List.of(recorder("a"), recorder("b")));
        both.connectionCreated("e", Duration.ZERO);
        both.connectionFailed("e", new ConnectFailedException("m", ErrorContext.NONE, null));
        both.connectionDestroyed("e", DestroyCause.IDLE);
        both.connectionAcquired("e", Duration.ZERO);
        both.connectionReleased("e", Duration.ZERO);
        both.acquireTimedOut("e");
        both.connectionLeaked("e", new IllegalStateException());
        both.commandRetried("e", "GET", 1, new ConnectFailedException("m", ErrorContext.NONE, null), Duration.ZERO);
        assertThat(heard).hasSize(16);
        assertThat(heard.stream().filter(event -> event.startsWith("b ")).map(event -> event.substring(2)))
                .containsExactlyInAnyOrder(Arrays.stream(ClientListener.class.getMethods())
                        .map(Method::getName)
                        .toArray(String[]::new));
    }

    @Test
    void aListenerThatThrowsDoesNotKeepTheOthersFromHearing() {
        ClientListener broken = new ClientListener() {
            @Override
            public void acquireTimedOut(String endpoint) {
                throw new IllegalStateException("broken");
            }
        };
        ClientListener all = CompositeClientListener.of(List.of(broken, recorder("b")));
        assertThatThrownBy(() -> all.acquireTimedOut("e")).hasMessage("broken");
        assertThat(heard).containsExactly("b acquireTimedOut");
    }

    @Test
    void needsNoCompositeForNoneOrOne() {
        ClientListener one = recorder("a");
        assertThat(CompositeClientListener.of(List.of())).isSameAs(ClientListener.NONE);
        assertThat(CompositeClientListener.of(List.of(one))).isSameAs(one);
    }
}
