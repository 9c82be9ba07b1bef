package io.sorrel.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.ManualTicker;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.KeepAliveOptions;
import io.sorrel.redis.error.ConnectFailedException;
import io.sorrel.redis.error.RedisInterruptedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a host name becomes a connected socket, and what is said when it does not. */
@TimingTest
class TcpDialerTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final List<AutoCloseable> resources = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final ManualTicker clock = new ManualTicker();

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

    /** A port that stays free on every address: it is bound, and nothing listens. */
    private int refusingPort() throws IOException {
        Socket holder = new Socket();
        resources.add(holder);
        holder.bind(new InetSocketAddress(0));
        return holder.getLocalPort();
    }

    /** A listener whose queue of two is full: further clients are not answered. */
    private int blackHole(String address) throws IOException {
        int port = listen(address, 0).getLocalPort();
        int queued = 0;
        for (boolean full = false; !full || queued < 2; ) {
            Socket filler = new Socket();
            resources.add(filler);
            try {
                filler.connect(new InetSocketAddress(address, port), 50);
                queued++;
            } catch (IOException e) {
                full = true;
            }
        }
        return port;
    }

    private static TcpDialer dialer(int port, AddressResolver resolver) {
        return dialer(port, new TimedResolver(resolver, Connections::daemon), Socket::connect);
    }

    private static TcpDialer dialer(int port, TimedResolver resolver, TcpDialer.Connect connect) {
        return new TcpDialer(new Endpoint.Tcp("redis.test", port), KeepAliveOptions.defaults(), resolver, connect);
    }

    /** Connects in place of the network: an address that swallows everything takes all the time that it is given. */
    private final class Swallowing implements TcpDialer.Connect {
        private final Set<String> swallowed;
        private final List<Integer> given = new ArrayList<>();

        Swallowing(String... addresses) {
            this.swallowed = Set.of(addresses);
        }

        @Override
        public void connect(Socket socket, SocketAddress address, int millis) throws IOException {
            given.add(millis);
            if (swallowed.contains(((InetSocketAddress) address).getAddress().getHostAddress())) {
                clock.advance(Duration.ofMillis(millis));
                throw new SocketTimeoutException("swallowed");
            }
            socket.connect(address, millis);
        }
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

    /** By the test's clock, which stands still while a slow machine works. */
    private Deadline in(Duration time) {
        return Deadline.after(time, clock);
    }

    /** Looks up as the other does, and takes this time, of which the dialling thread waits for all. */
    private AddressResolver taking(Duration time, AddressResolver resolver) {
        Thread dialling = Thread.currentThread();
        return host -> {
            Await.until(() -> dialling.getState() == Thread.State.TIMED_WAITING);
            clock.advance(time);
            return resolver.resolve(host);
        };
    }

    private static void assumeManyLoopbackAddresses() {
        assumeThat(System.getProperty("os.name"))
                .as("only Linux answers on all of 127/8")
                .isEqualTo("Linux");
    }

    @Test
    void namesEveryAddressThatItTriedAndWhatToCheck() throws IOException {
        assumeManyLoopbackAddresses();
        int port = refusingPort();
        assertThatThrownBy(
                        () -> dialer(port, addresses("127.0.0.2", "127.0.0.3")).dial(in(LONG)))
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
        dialer(port, addresses("127.0.0.2", "127.0.0.3")).dial(in(LONG)).close();
    }

    @Test
    void anAddressThatSwallowsEverythingLeavesTheOthersTheirShareOfTheTime() throws IOException {
        assumeManyLoopbackAddresses();
        int port = listen("127.0.0.3", 0).getLocalPort();
        Swallowing network = new Swallowing("127.0.0.2");
        TimedResolver resolver = new TimedResolver(addresses("127.0.0.2", "127.0.0.3"), Connections::daemon);
        Deadline deadline = in(LONG);
        dialer(port, resolver, network).dial(deadline).close();
        int half = (int) LONG.dividedBy(2).toMillis();
        assertThat(network.given).containsExactly(half, half);
        assertThat(deadline.isExpired()).isFalse();
    }

    @Test
    void addressesThatSwallowEverythingCostNoMoreThanTheDeadline() {
        Swallowing network = new Swallowing("127.0.0.2", "127.0.0.3", "127.0.0.4");
        TimedResolver resolver =
                new TimedResolver(addresses("127.0.0.2", "127.0.0.3", "127.0.0.4"), Connections::daemon);
        Deadline deadline = in(LONG);
        assertThatThrownBy(() -> dialer(6379, resolver, network).dial(deadline))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining(
                        "127.0.0.2: no answer in time; 127.0.0.3: no answer in time; 127.0.0.4: no answer");
        assertThat(deadline.remainingNanos()).isZero();
    }

    @Test
    void anAttemptEndsWhenItsTimeIsOver() throws IOException {
        assumeManyLoopbackAddresses();
        int port = blackHole("127.0.0.2");
        Duration left = Duration.ofMillis(150);
        AddressResolver slow = taking(LONG.minus(left), addresses("127.0.0.2"));
        long start = System.nanoTime();
        Deadline deadline = in(LONG);
        assertThatThrownBy(() -> dialer(port, slow).dial(deadline))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("127.0.0.2: no answer in time")
                .hasMessageContaining("check the address, the network and the connect timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(left);
    }

    @Test
    void theTimeOfTheLookupIsPartOfTheDeadline() throws IOException {
        int port = listen("127.0.0.1", 0).getLocalPort();
        AddressResolver slow = taking(LONG, addresses("127.0.0.1"));
        Deadline deadline = in(LONG);
        assertThatThrownBy(() -> dialer(port, slow).dial(deadline))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("no time was left to try it");
    }

    @Test
    void aLookupThatHangsEndsWithTheDeadlineAndHoldsOneThread() {
        AtomicInteger threads = new AtomicInteger();
        AddressResolver hanging = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return List.of();
        };
        TimedResolver resolver = new TimedResolver(hanging, task -> {
            threads.incrementAndGet();
            return Connections.daemon(task);
        });
        TcpDialer dialer = dialer(6379, resolver, Socket::connect);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> dialer.dial(Deadline.after(Duration.ofMillis(30))))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("looking up the name took longer than the connect timeout");
        }
        assertThat(threads).hasValue(1);
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
        assertThatThrownBy(() -> dialer.dial(in(LONG))).isInstanceOf(ConnectFailedException.class);
        dialer.dial(in(LONG)).close();
        assertThat(lookups).hasValue(2);
    }

    @Test
    void anUnknownNameIsSaidToBeUnknown() {
        AddressResolver ignorant = host -> {
            throw new UnknownHostException(host);
        };
        assertThatThrownBy(() -> dialer(6379, ignorant).dial(in(LONG)))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("cannot connect to redis.test:6379: unknown host; check the host name");
        assertThatThrownBy(() -> dialer(6379, host -> List.of()).dial(in(LONG))).hasMessageContaining("unknown host");
    }

    @Test
    void aResolverThatFailsIsTheCause() {
        AddressResolver broken = host -> {
            throw new IllegalStateException("no resolver today");
        };
        assertThatThrownBy(() -> dialer(6379, broken).dial(in(LONG)))
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
        dialer(server.getLocalPort(), addresses("::1")).dial(in(LONG)).close();
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
            assertThatThrownBy(() -> dialer(6379, hanging).dial(in(LONG)))
                    .isInstanceOf(RedisInterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
