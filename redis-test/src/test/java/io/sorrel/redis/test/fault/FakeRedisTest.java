package io.sorrel.redis.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.test.RawError;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerException;
import io.sorrel.redis.test.fault.FakeRedis.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("timing")
class FakeRedisTest {
    private final FakeRedis fake = FakeRedis.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void doesTheHandshakeOfAModernServerWithoutAScript() {
        try (RawRedis raw = connect()) {
            assertThat(raw.call("HELLO", "3", "AUTH", "default", "x"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .contains(3L)
                    .hasSize(14);
            assertThat(raw.text("CLIENT", "SETNAME", "n")).isEqualTo("OK");
            assertThat(raw.text("SELECT", "1")).isEqualTo("OK");
            assertThat(raw.text("PING")).isEqualTo("PONG");
            assertThat(raw.text("ECHO", "größe")).isEqualTo("größe");
            assertThat(raw.call("GET", "k")).isInstanceOf(RawError.class);
        }
    }

    @Test
    void answersWithTheLongestMatchOfTheScriptWhateverTheCase() {
        fake.on("client", FakeReply.integer(1)).on("CLIENT SETINFO", FakeReply.error("ERR no"));
        fake.onOthers(command -> FakeReply.bulk(String.join("+", command)));
        try (RawRedis raw = connect()) {
            assertThat(raw.number("CLIENT", "GETNAME")).isEqualTo(1);
            assertThat(raw.call("Client", "SetInfo", "LIB-NAME", "x")).isEqualTo(new RawError("ERR no"));
            assertThat(raw.text("GET", "k")).isEqualTo("GET+k");
        }
    }

    @Test
    void sendsEveryKindOfReply() {
        fake.on(
                "KINDS",
                FakeReply.array(
                        FakeReply.missing(),
                        FakeReply.missing3(),
                        FakeReply.set(FakeReply.ok()),
                        FakeReply.map(FakeReply.simple("k"), FakeReply.integer(-2)),
                        FakeReply.push(FakeReply.simple("p")),
                        FakeReply.raw("#t\r\n,inf\r\n(12\r\n=5\r\ntxt:v\r\n!5\r\nERR x\r\n")));
        try (RawRedis raw = connect()) {
            raw.send("KINDS");
            assertThat(raw.read())
                    .isEqualTo(
                            java.util.Arrays.asList(null, null, List.of("OK"), List.of("k", -2L), List.of("p"), true));
            assertThat(raw.read()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(raw.read()).isEqualTo("12");
            assertThat((byte[]) raw.read()).isEqualTo(new byte[] {'v'});
            assertThat(raw.read()).isEqualTo(new RawError("ERR x"));
        }
    }

    @Test
    void readsCommandsOnALineToo() {
        try (RawRedis raw = connect()) {
            raw.sendBytes("ping now\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(raw.read()).isEqualTo("PONG");
            assertThat(fake.commands()).containsExactly(List.of("ping", "now"));
        }
    }

    @Test
    void holdsTheNthReplyOfAConnectionUntilItIsLetGo() {
        CountDownLatch latch = fake.holdReply(2);
        try (RawRedis raw = connect()) {
            raw.send("PING");
            raw.send("ECHO", "held");
            raw.send("PING");
            assertThat(raw.read()).isEqualTo("PONG");
            fake.awaitCommand("ECHO");
            assertThat(fake.commands()).hasSize(2);
            latch.countDown();
            assertThat((byte[]) raw.read()).isEqualTo("held".getBytes(StandardCharsets.UTF_8));
            assertThat(raw.read()).isEqualTo("PONG");
        }
    }

    @Test
    void closesWhileAReplyIsHeld() {
        fake.holdReply(1);
        try (RawRedis raw = connect()) {
            raw.send("PING");
            fake.awaitCommand("PING");
            fake.close();
            assertThatThrownBy(raw::read).isInstanceOf(RedisServerException.class);
        }
    }

    @Test
    void sendsRepliesInPiecesAndPartsAndWithMoreBehind() {
        fake.on("A", FakeReply.bulk("value").inPiecesOf(1));
        fake.on("B", FakeReply.ok().then(FakeReply.integer(2)));
        fake.on("C", FakeReply.bulk("value").first(6).thenCut(Cut.CLOSE));
        try (RawRedis raw = connect()) {
            assertThat(raw.text("A")).isEqualTo("value");
            assertThat(raw.text("B")).isEqualTo("OK");
            assertThat(raw.read()).isEqualTo(2L);
            assertThatThrownBy(() -> raw.call("C")).hasMessageContaining("closed the connection");
        }
    }

    @Test
    void pushesToAllOpenConnectionsAndEndsThem() {
        try (RawRedis first = connect();
                RawRedis second = connect()) {
            fake.awaitConnections(2);
            assertThat(fake.openConnections()).isEqualTo(2);
            fake.push(FakeReply.push(FakeReply.bulk("invalidate"), FakeReply.missing3()));
            assertThat(first.read()).isInstanceOf(List.class);
            assertThat(second.read()).isInstanceOf(List.class);
            fake.cutAll(Cut.RESET);
            assertThatThrownBy(first::read).isInstanceOf(RedisServerException.class);
            assertThatThrownBy(second::read).isInstanceOf(RedisServerException.class);
        }
        assertThat(fake.connections()).isEqualTo(2);
    }

    @Test
    void waitsForTheNthCommandThatStartsWithWords() {
        try (RawRedis raw = connect()) {
            raw.send("CLIENT", "SETNAME", "a");
            raw.send("CLIENT", "SETNAME", "b");
            assertThat(fake.awaitCommand(2, "client setname")).containsExactly("CLIENT", "SETNAME", "b");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CLOSES_ON_ACCEPT", "RESETS_ON_ACCEPT", "CLOSES_INSTEAD_OF_ANSWERING"})
    void endsTheConnectionBeforeAnyReply(Fault fault) {
        fake.fault(fault);
        assertThatThrownBy(() -> {
                    try (RawRedis raw = connect()) {
                        raw.call("HELLO", "3");
                    }
                })
                .isInstanceOf(RedisServerException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CLOSES_MID_BULK", "RESETS_MID_BULK", "SENDS_GARBAGE"})
    void spoilsRepliesAfterAGoodHandshake(Fault fault) {
        fake.fault(fault);
        try (RawRedis raw = connect()) {
            raw.call("HELLO", "3");
            assertThatThrownBy(() -> raw.call("GET", "k")).isInstanceOf(RedisServerException.class);
        }
    }

    @Test
    void sendsAnExtraReply() {
        fake.fault(Fault.SENDS_AN_EXTRA_REPLY);
        try (RawRedis raw = connect()) {
            assertThat(raw.text("PING")).isEqualTo("PONG");
            assertThat((byte[]) raw.read()).isEqualTo("extra".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void refusesHelloInEveryWayThatServersDo() {
        assertThat(helloWith(Fault.REFUSES_HELLO)).asString().contains("unknown command");
        assertThat(helloWith(Fault.REFUSES_RESP3)).asString().contains("NOPROTO");
        assertThat(helloWith(Fault.IS_LOADING)).asString().contains("LOADING");
        assertThat(helloWith(Fault.ANSWERS_HELLO_IN_RESP2)).asString().contains(", 2,");
    }

    @Test
    void saysThatThereAreTooManyClientsBeforeAnyCommand() {
        fake.fault(Fault.HAS_TOO_MANY_CLIENTS);
        try (RawRedis raw = connect()) {
            assertThat(raw.read()).isEqualTo(new RawError("ERR max number of clients reached"));
            assertThatThrownBy(raw::read).hasMessageContaining("closed");
        }
    }

    @Test
    void recordsWhatItDoesNotAnswer() {
        fake.fault(Fault.NEVER_ANSWERS);
        try (RawRedis raw = connect()) {
            raw.send("HELLO", "3");
            fake.awaitCommand("HELLO");
            fake.fault(Fault.NONE);
            assertThat(raw.call("PING")).isEqualTo("PONG");
        }
    }

    private Object helloWith(Fault fault) {
        fake.fault(fault);
        try (RawRedis raw = connect()) {
            return raw.call("HELLO", "3");
        }
    }

    private RawRedis connect() {
        return RawRedis.connect(fake.host(), fake.port());
    }
}
