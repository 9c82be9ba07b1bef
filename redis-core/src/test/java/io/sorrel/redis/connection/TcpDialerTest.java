package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.KeepAliveOptions;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.RedisInterruptedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a host name becomes a connected socket, and what is said when it does not. */
class TcpDialerTest {
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void end() throws Exception {
        never.countDown();
        for (AutoCloseable resource : resources) {
            resource.close();
        }
    }

    private ServerSocket listen(String address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        resources.add(server);
        server.bind(new InetSocketAddress(InetAddress.getByName(address), port), 1);
        return server;
    }

    private int unusedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    /** A listener whose queue is full: further clients are not answered. */
    private void blackHole(String address, int port) throws IOException {
        listen(address, port);
        for (boolean full = false; !full; ) {
            Socket filler = new Socket();
            resources.add(filler);
            try {
                filler.connect(new InetSocketAddress(address, port), 50);
            } catch (IOException e) {
                full = true;
            }
        }
    }

    private static TcpDialer dialer(int port, AddressResolver resolver) {
        return new TcpDialer(
                new Endpoint.Tcp("redis.test", port),
                KeepAliveOptions.defaults(),
                new TimedResolver(resolver, Connections::daemon));
    }

    private static AddressResolver addresses(String... literals) {
        return host -> {
            List<InetAddress> addresses = new ArrayList<>();
            for (String literal : literals) {
                addresses.add(InetAddress.getByName(literal));
            }
            return addresses;
        };
    }

    private static Deadline in(int millis) {
        return Deadline.after(Duration.ofMillis(millis));
    }

    private static void assumeManyLoopbackAddresses() {
        assumeThat(System.getProperty("os.name"))
                .as("only Linux answers on all of 127/8")
                .isEqualTo("Linux");
    }

    @Test
    void namesEveryAddressThatItTriedAndWhatToCheck() throws IOException {
        assumeManyLoopbackAddresses();
        int port = unusedPort();
        assertThatThrownBy(
                        () -> dialer(port, addresses("127.0.0.2", "127.0.0.3")).dial(in(5_000)))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("cannot connect to redis.test:" + port)
                .hasMessageContaining("127.0.0.2: Connection refused")
                .hasMessageContaining("127.0.0.3: Connection refused")
                .hasMessageContaining("is Redis running there, and are host and port right?");
    }

    @Test
    void goesOnWhenTheFirstAddressRefuses() throws IOException {
        assumeManyLoopbackAddresses();
        int port = listen("127.0.0.3", 0).getLocalPort();
        dialer(port, addresses("127.0.0.2", "127.0.0.3")).dial(in(5_000)).close();
    }

    @Test
    void anAddressThatSwallowsEverythingLeavesTheOthersTheirShareOfTheTime() throws IOException {
        assumeManyLoopbackAddresses();
        int port = listen("127.0.0.3", 0).getLocalPort();
        blackHole("127.0.0.2", port);
        Deadline deadline = in(600);
        dialer(port, addresses("127.0.0.2", "127.0.0.3")).dial(deadline).close();
        assertThat(deadline.isExpired()).isFalse();
    }

    @Test
    void anAddressThatSwallowsEverythingCostsNoMoreThanTheDeadline() throws IOException {
        assumeManyLoopbackAddresses();
        int port = unusedPort();
        blackHole("127.0.0.2", port);
        long start = System.nanoTime();
        assertThatThrownBy(() -> dialer(port, addresses("127.0.0.2")).dial(in(150)))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("127.0.0.2: no answer in time")
                .hasMessageContaining("check the address, the network and the connect timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(140), Duration.ofSeconds(2));
    }

    @Test
    void theTimeOfTheLookupIsPartOfTheDeadline() throws IOException {
        int port = listen("127.0.0.1", 0).getLocalPort();
        AtomicLong clock = new AtomicLong();
        Deadline deadline = Deadline.after(Duration.ofSeconds(2), clock::get);
        AddressResolver slow = host -> {
            clock.addAndGet(Duration.ofSeconds(2).toNanos());
            return List.of(InetAddress.getLoopbackAddress());
        };
        assertThatThrownBy(() -> dialer(port, slow).dial(deadline))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("no time was left to try it");
    }

    @Test
    void aLookupThatHangsEndsWithTheDeadlineAndHoldsOneThread() {
        AtomicInteger lookups = new AtomicInteger();
        AddressResolver hanging = host -> {
            lookups.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return List.of();
        };
        TcpDialer dialer = dialer(6379, hanging);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> dialer.dial(in(30)))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("looking up the name took longer than the connect timeout");
        }
        assertThat(lookups).hasValue(1);
    }

    @Test
    void looksTheNameUpAgainAtEachAttempt() throws IOException {
        assumeManyLoopbackAddresses();
        int port = listen("127.0.0.3", 0).getLocalPort();
        AtomicInteger lookups = new AtomicInteger();
        TcpDialer dialer = dialer(
                port,
                host -> addresses(lookups.incrementAndGet() == 1 ? "127.0.0.2" : "127.0.0.3")
                        .resolve(host));
        assertThatThrownBy(() -> dialer.dial(in(5_000))).isInstanceOf(ConnectFailedException.class);
        dialer.dial(in(5_000)).close();
        assertThat(lookups).hasValue(2);
    }

    @Test
    void anUnknownNameIsSaidToBeUnknown() {
        AddressResolver ignorant = host -> {
            throw new UnknownHostException(host);
        };
        assertThatThrownBy(() -> dialer(6379, ignorant).dial(in(5_000)))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("cannot connect to redis.test:6379: unknown host; check the host name");
        assertThatThrownBy(() -> dialer(6379, host -> List.of()).dial(in(5_000)))
                .hasMessageContaining("unknown host");
    }

    @Test
    void aResolverThatFailsIsTheCause() {
        AddressResolver broken = host -> {
            throw new IllegalStateException("no resolver today");
        };
        assertThatThrownBy(() -> dialer(6379, broken).dial(in(5_000)))
                .isInstanceOf(ConnectFailedException.class)
                .hasRootCauseMessage("no resolver today");
    }

    @Test
    void connectsToIpv6() throws IOException {
        ServerSocket server;
        try {
            server = listen("::1", 0);
        } catch (IOException e) {
            assumeThat(e).as("this machine has no IPv6").isNull();
            return;
        }
        dialer(server.getLocalPort(), addresses("::1")).dial(in(5_000)).close();
    }

    @Test
    void anInterruptDuringTheLookupEndsItAndIsKept() {
        AddressResolver hanging = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return List.of();
        };
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> dialer(6379, hanging).dial(in(5_000)))
                    .isInstanceOf(RedisInterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
