package io.sorrel.redis.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.test.fault.FaultProxy.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("timing")
class FaultProxyTest {
    private ServerSocket listener;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        listener = Sockets.listen(0);
        proxy = FaultProxy.to("127.0.0.1", listener.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        listener.close();
    }

    /** Both ends of one connection through the proxy. */
    private record Pair(Socket client, Socket server, ProxyConnection proxied) implements AutoCloseable {
        void reply(String text) throws IOException {
            server.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void request(String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        String received(int count) throws IOException {
            return text(client.getInputStream().readNBytes(count));
        }

        String rest() throws IOException {
            return text(client.getInputStream().readAllBytes());
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private Pair connect() throws IOException {
        Socket client = client();
        Socket server = listener.accept();
        return new Pair(client, server, proxy.connection(proxy.connections()));
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setTcpNoDelay(true);
        client.setSoTimeout(20_000);
        return client;
    }

    /** A reset may come while the system still connects. */
    private void connectAndRead() throws IOException {
        try (Socket client = client()) {
            client.getInputStream().read();
        }
    }

    @Test
    void forwardsBothWaysAndTheEndOfEither() throws IOException {
        try (Pair pair = connect()) {
            pair.request("question");
            assertThat(pair.server().getInputStream().readNBytes(8)).asString().isEqualTo("question");
            pair.client().shutdownOutput();
            assertThat(pair.server().getInputStream().read()).isEqualTo(-1);
            pair.reply("answer");
            pair.server().close();
            assertThat(pair.rest()).isEqualTo("answer");
            assertThat(pair.proxied().requestBytes()).isEqualTo(8);
            assertThat(pair.proxied().replyBytes()).isEqualTo(6);
        }
    }

    @Test
    void editsTheStreamAtTheByteThatWasNamed() throws IOException {
        proxy.replies().dropAfter(1, 2).duplicateAfter(4, 3).corruptAfter(8).insertAfter(9, new byte[] {'<', '>'});
        try (Pair pair = connect()) {
            pair.reply("abcdefghi");
            pair.server().close();
            assertThat(pair.rest()).isEqualTo("adefgefgh" + (char) (~'i' & 0xff) + "<>");
        }
    }

    @Test
    void editsTheStreamAlikeWhenEachByteComesByItself() throws IOException {
        proxy.replies().dropAfter(1, 2).duplicateAfter(4, 3).corruptAfter(8);
        try (Pair pair = connect()) {
            for (char unit : "abcdefgh".toCharArray()) {
                pair.reply(String.valueOf(unit));
                pair.server().getOutputStream().flush();
                long sent = unit - 'a' + 1L;
                Bounded.await(() -> pair.proxied().replyBytes() == sent);
            }
            pair.reply("i");
            pair.server().close();
            assertThat(pair.rest()).isEqualTo("adefgefgh" + (char) (~'i' & 0xff));
        }
    }

    @Test
    void countsFromNowOnOpenConnections() throws IOException {
        try (Pair pair = connect()) {
            pair.reply("abc");
            assertThat(pair.received(3)).isEqualTo("abc");
            Bounded.await(() -> pair.proxied().replyBytes() == 3);
            proxy.replies().dropAfter(1, 1).cutAfter(3, Cut.CLOSE);
            pair.reply("defghi");
            assertThat(pair.rest()).isEqualTo("df");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"CLOSE", "HALF_CLOSE"})
    void endsTheStreamInOrderAfterTheByteThatWasNamed(Cut how) throws IOException {
        proxy.replies().cutAfter(4, how);
        try (Pair pair = connect()) {
            pair.reply("abcdefgh");
            assertThat(pair.rest()).isEqualTo("abcd");
            if (how == Cut.HALF_CLOSE) {
                pair.request("still");
                assertThat(pair.server().getInputStream().readNBytes(5))
                        .asString()
                        .isEqualTo("still");
            } else {
                assertThat(pair.server().getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void resetsAfterTheByteThatWasNamedWithoutWaitingForTheNext() throws IOException {
        proxy.requests().cutAfter(4, Cut.RESET);
        try (Pair pair = connect()) {
            pair.request("abcd");
            assertThatThrownBy(() -> pair.client().getInputStream().read()).hasMessageContaining("reset");
            assertThatThrownBy(() -> pair.server().getInputStream().readNBytes(5))
                    .hasMessageContaining("reset");
            assertThat(pair.proxied().isOpen()).isFalse();
        }
    }

    @Test
    void stallsWithoutClosingAndGoesOnWithAllThatWaited() throws IOException {
        try (Pair pair = connect()) {
            proxy.replies().stall();
            pair.reply("later");
            assertSilent(pair.client());
            proxy.replies().resume();
            assertThat(pair.received(5)).isEqualTo("later");
            pair.proxied().replies().stallAfter(2);
            pair.reply("abcd");
            assertThat(pair.received(2)).isEqualTo("ab");
            assertSilent(pair.client());
            proxy.heal();
            assertThat(pair.received(2)).isEqualTo("cd");
        }
    }

    @Test
    void delaysByAtLeastTheTimeThatWasNamed() throws IOException {
        proxy.replies().delay(Duration.ofMillis(60), Duration.ofMillis(80));
        try (Pair pair = connect()) {
            long start = System.nanoTime();
            pair.reply("x");
            assertThat(pair.received(1)).isEqualTo("x");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        }
    }

    @Test
    void throttlesToTheRateThatWasNamed() throws IOException {
        proxy.replies().throttle(10_000);
        try (Pair pair = connect()) {
            long start = System.nanoTime();
            pair.reply("x".repeat(1_000));
            pair.received(1_000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(75));
        }
    }

    @Test
    void splitsIntoWritesThatTheReceiverSeesOneByOne() throws IOException {
        proxy.replies().split(3, Duration.ofMinutes(10));
        try (Pair pair = connect()) {
            pair.reply("abcdefgh");
            InputStream in = pair.client().getInputStream();
            byte[] buffer = new byte[10];
            assertThat(in.read(buffer)).isEqualTo(3);
            proxy.heal();
            assertThat(in.readNBytes(5)).asString().isEqualTo("defgh");
        }
    }

    @Test
    void losesNothingWhenItSplitsAtRandom() throws IOException {
        proxy.replies().splitRandomly(7);
        try (Pair pair = connect()) {
            String text = "0123456789".repeat(1_000);
            pair.reply(text);
            assertThat(pair.received(10_000)).isEqualTo(text);
        }
    }

    @Test
    void givesEachConnectionAScriptOfItsOwn() throws IOException {
        proxy.onConnect(connection -> {
            if (connection.number() == 2) {
                connection.replies().cutAfter(1, Cut.CLOSE);
            }
        });
        try (Pair first = connect();
                Pair second = connect()) {
            first.reply("all");
            second.reply("one");
            assertThat(first.received(3)).isEqualTo("all");
            assertThat(second.rest()).isEqualTo("o");
        }
    }

    @Test
    void refusesConnectionsAndAcceptsThemAgain() throws IOException {
        try (Pair pair = connect()) {
            proxy.fault(Fault.REFUSES_CONNECTIONS);
            assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);
            pair.reply("on");
            assertThat(pair.received(2)).isEqualTo("on");
        }
        proxy.heal();
        try (Pair pair = connect()) {
            pair.reply("again");
            assertThat(pair.received(5)).isEqualTo("again");
        }
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void acceptsAndSaysNothing() throws IOException {
        proxy.fault(Fault.SAYS_NOTHING);
        try (Socket client = client()) {
            client.getOutputStream().write('x');
            assertSilent(client);
            assertThat(proxy.openConnections()).isZero();
            proxy.closeAll();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closesOrResetsOnAccept() throws IOException {
        proxy.fault(Fault.CLOSES_ON_ACCEPT);
        try (Socket client = client()) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        proxy.fault(Fault.RESETS_ON_ACCEPT);
        assertThatThrownBy(this::connectAndRead).hasMessageContaining("reset");
    }

    @Test
    void losesRepliesOfRequestsThatArrive() throws IOException {
        proxy.fault(Fault.LOSES_REPLIES);
        try (Pair pair = connect()) {
            pair.request("INCR");
            assertThat(pair.server().getInputStream().readNBytes(4)).asString().isEqualTo("INCR");
            pair.reply(":1\r\n");
            Bounded.await(() -> pair.proxied().replyBytes() == 4);
            assertSilent(pair.client());
        }
    }

    @Test
    void resetsTheClientWhenNobodyListensBehindIt() throws IOException {
        listener.close();
        assertThatThrownBy(this::connectAndRead).isInstanceOf(IOException.class);
    }

    @Test
    void endsEveryConnectionWithOneCall() throws IOException {
        try (Pair first = connect();
                Pair second = connect()) {
            proxy.closeAll();
            assertThat(first.rest()).isEmpty();
            assertThat(second.rest()).isEmpty();
            assertThat(proxy.openConnections()).isZero();
        }
    }

    @Test
    void namesItsSeedSoThatARunCanBeRepeated() {
        assertThat(proxy).asString().contains("seed " + proxy.seed());
    }

    /** Nothing arrives in a time in which everything arrives that is not held back. */
    private static void assertSilent(Socket client) throws IOException {
        client.setSoTimeout(50);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(20_000);
    }
}
