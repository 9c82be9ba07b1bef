package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.connection.Connector;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.test.fault.FakeRedis;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@TimingTest
class DialingTest {
    private final AtomicInteger dialled = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private Dialing dialing(Function<Deadline, Link> connector) {
        return new Dialing(connector, Duration.ofMinutes(2), Threads.daemons("dialing-test"), ended::incrementAndGet);
    }

    @Test
    void dialsNothingOnceItIsAbandoned() {
        Dialing dialing = dialing(deadline -> {
            dialled.incrementAndGet();
            throw new IllegalStateException("dialled");
        });
        dialing.abandon();
        dialing.start();
        assertThat(dialing.result()).isNotNull().isNotInstanceOf(Link.class);
        assertThat(dialled).hasValue(0);
    }

    @Test
    void closesALinkThatComesAfterItWasAbandoned() {
        CountDownLatch abandoned = new CountDownLatch(1);
        try (FakeRedis fake = FakeRedis.start()) {
            Connector connector = new Connector(
                    ClientOptions.of(fake.uri() + "?connect-timeout=2m"), Threads.daemons("dialing-test"));
            Dialing dialing = dialing(deadline -> {
                Link link = connector.openLink(deadline);
                dialled.incrementAndGet();
                Await.until(() -> abandoned.getCount() == 0);
                return link;
            });
            dialing.start();
            Await.until(() -> dialled.get() == 1);
            assertThat(fake.openConnections()).isEqualTo(1);
            dialing.abandon();
            abandoned.countDown();
            Await.until(() -> ended.get() == 1 && fake.openConnections() == 0);
            assertThat(dialing.result()).isNotInstanceOf(Link.class);
            connector.close();
        }
    }
}
