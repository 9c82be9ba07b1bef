package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.ClientKillArgs;
import io.sorrel.redis.command.args.ClientPauseMode;
import io.sorrel.redis.command.args.ClientReplyMode;
import io.sorrel.redis.command.args.ClientTrackingArgs;
import io.sorrel.redis.command.args.ClientType;
import io.sorrel.redis.command.args.HelloArgs;
import io.sorrel.redis.command.args.UnblockMode;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionDefinitionsTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final ClientDefinitions<String, String> CLIENTS = COMMANDS.clients();
    private static final ConnectionDefinitions<String, String> CONNECTION = COMMANDS.connection();
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> commands() {
        return Stream.of(connection(), clients(), kills(), trackings()).flatMap(each -> each);
    }

    private static Stream<Arguments> connection() {
        char[] password = {'p', 'ä', 's', 's'};
        return Stream.of(
                arguments("AUTH pw", CONNECTION.auth("pw")),
                arguments("AUTH päss", CONNECTION.auth(password)),
                arguments("AUTH me pw", CONNECTION.auth("me", "pw")),
                arguments("AUTH me päss", CONNECTION.auth("me", password)),
                arguments("AUTH me ", CONNECTION.auth("me", "")),
                arguments("ECHO hi", CONNECTION.echo("hi")),
                arguments("HELLO", CONNECTION.hello()),
                arguments("HELLO 3", CONNECTION.hello(HelloArgs.protocol(3))),
                arguments(
                        "HELLO 2 AUTH me päss SETNAME it",
                        CONNECTION.hello(HelloArgs.protocol(2).setName("it").auth("me", password))),
                arguments(
                        "HELLO 3 AUTH me pw",
                        CONNECTION.hello(HelloArgs.protocol(3).auth("me", "pw"))),
                arguments("PING", CONNECTION.ping()),
                arguments("PING hi", CONNECTION.ping("hi")),
                arguments("QUIT", CONNECTION.quit()),
                arguments("RESET", CONNECTION.reset()),
                arguments("SELECT 7", CONNECTION.select(7)));
    }

    private static Stream<Arguments> clients() {
        return Stream.of(
                arguments("CLIENT CACHING YES", CLIENTS.clientCaching(true)),
                arguments("CLIENT CACHING NO", CLIENTS.clientCaching(false)),
                arguments("CLIENT GETNAME", CLIENTS.clientGetName()),
                arguments("CLIENT GETREDIR", CLIENTS.clientGetRedir()),
                arguments("CLIENT HELP", CLIENTS.clientHelp()),
                arguments("CLIENT ID", CLIENTS.clientId()),
                arguments("CLIENT INFO", CLIENTS.clientInfo()),
                arguments("CLIENT LIST", CLIENTS.clientList()),
                arguments("CLIENT LIST TYPE pubsub", CLIENTS.clientList(ClientType.PUBSUB)),
                arguments("CLIENT LIST ID 3 4", CLIENTS.clientList(3, 4)),
                arguments("CLIENT NO-EVICT ON", CLIENTS.clientNoEvict(true)),
                arguments("CLIENT NO-EVICT OFF", CLIENTS.clientNoEvict(false)),
                arguments("CLIENT NO-TOUCH ON", CLIENTS.clientNoTouch(true)),
                arguments("CLIENT NO-TOUCH OFF", CLIENTS.clientNoTouch(false)),
                arguments("CLIENT PAUSE 1000", CLIENTS.clientPause(SECOND)),
                arguments("CLIENT PAUSE 1000 WRITE", CLIENTS.clientPause(SECOND, ClientPauseMode.WRITE)),
                arguments("CLIENT PAUSE 0 ALL", CLIENTS.clientPause(Duration.ZERO, ClientPauseMode.ALL)),
                arguments("CLIENT REPLY ON", CLIENTS.clientReply(ClientReplyMode.ON)),
                arguments("CLIENT REPLY OFF", CLIENTS.clientReply(ClientReplyMode.OFF)),
                arguments("CLIENT REPLY SKIP", CLIENTS.clientReply(ClientReplyMode.SKIP)),
                arguments("CLIENT SETINFO LIB-NAME sorrel", CLIENTS.clientSetInfo("LIB-NAME", "sorrel")),
                arguments("CLIENT SETNAME me", CLIENTS.clientSetName("me")),
                arguments("CLIENT SETNAME ", CLIENTS.clientSetName("")),
                arguments("CLIENT UNBLOCK 5", CLIENTS.clientUnblock(5)),
                arguments("CLIENT UNBLOCK 5 ERROR", CLIENTS.clientUnblock(5, UnblockMode.ERROR)),
                arguments("CLIENT UNBLOCK 5 TIMEOUT", CLIENTS.clientUnblock(5, UnblockMode.TIMEOUT)),
                arguments("CLIENT UNPAUSE", CLIENTS.clientUnpause()));
    }

    private static Stream<Arguments> kills() {
        ClientKillArgs filter = ClientKillArgs.filter();
        return Stream.of(
                arguments("CLIENT KILL 127.0.0.1:50100", CLIENTS.clientKill("127.0.0.1:50100")),
                arguments("CLIENT KILL ID 5", CLIENTS.clientKillBy(filter.id(5))),
                arguments("CLIENT KILL TYPE replica", CLIENTS.clientKillBy(filter.type(ClientType.REPLICA))),
                arguments(
                        "CLIENT KILL ADDR 127.0.0.1:1 LADDR 127.0.0.1:2 USER me SKIPME NO",
                        CLIENTS.clientKillBy(filter.address("127.0.0.1:1")
                                .localAddress("127.0.0.1:2")
                                .user("me")
                                .skipMe(false))),
                arguments(
                        "CLIENT KILL MAXAGE 60 SKIPME YES",
                        CLIENTS.clientKillBy(
                                filter.maxAge(Duration.ofMinutes(1)).skipMe(true))));
    }

    private static Stream<Arguments> trackings() {
        return Stream.of(
                arguments("CLIENT TRACKING ON", CLIENTS.clientTracking(ClientTrackingArgs.defaults())),
                arguments(
                        "CLIENT TRACKING ON REDIRECT 9 OPTIN NOLOOP",
                        CLIENTS.clientTracking(
                                ClientTrackingArgs.optIn().noLoop().redirect(9))),
                arguments("CLIENT TRACKING ON OPTOUT", CLIENTS.clientTracking(ClientTrackingArgs.optOut())),
                arguments(
                        "CLIENT TRACKING ON PREFIX a: PREFIX b: BCAST",
                        CLIENTS.clientTracking(ClientTrackingArgs.broadcast("a:", "b:"))),
                arguments("CLIENT TRACKING ON BCAST", CLIENTS.clientTracking(ClientTrackingArgs.broadcast())),
                arguments("CLIENT TRACKING OFF", CLIENTS.clientTrackingOff()),
                arguments("CLIENT TRACKINGINFO", CLIENTS.clientTrackingInfo()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void sends(String words, Command<?> command) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                wrong("password", () -> CONNECTION.auth((String) null)),
                wrong("password", () -> CONNECTION.auth("me", (char[]) null)),
                wrong("username", () -> CONNECTION.auth(null, "pw")),
                wrong("message", () -> CONNECTION.echo(null)),
                wrong("message", () -> CONNECTION.ping(null)),
                wrong("database", () -> CONNECTION.select(-1)),
                wrong("args", () -> CONNECTION.hello(null)),
                wrong("protocol", () -> HelloArgs.protocol(4)),
                wrong("name", () -> HelloArgs.protocol(3).setName("two words")),
                wrong("username", () -> HelloArgs.protocol(3).auth(null, "pw")),
                wrong("name", () -> CLIENTS.clientSetName("line\nbreak")),
                wrong("value", () -> CLIENTS.clientSetInfo("LIB-VER", "1 2")),
                wrong("attribute", () -> CLIENTS.clientSetInfo(null, "1")),
                wrong("ids", () -> CLIENTS.clientList(new long[0])),
                wrong("ids", () -> CLIENTS.clientList(0)),
                wrong("type", () -> CLIENTS.clientList((ClientType) null)),
                wrong("address", () -> CLIENTS.clientKill(null)),
                wrong("args", () -> CLIENTS.clientKillBy(ClientKillArgs.filter())),
                wrong("id", () -> ClientKillArgs.filter().id(0)),
                wrong("age", () -> ClientKillArgs.filter().maxAge(Duration.ZERO)),
                wrong("type", () -> ClientKillArgs.filter().type(null)),
                wrong("timeout", () -> CLIENTS.clientPause(SECOND.negated())),
                wrong("mode", () -> CLIENTS.clientPause(SECOND, null)),
                wrong("id", () -> CLIENTS.clientUnblock(0)),
                wrong("connectionId", () -> ClientTrackingArgs.defaults().redirect(0)),
                wrong("prefixes", () -> ClientTrackingArgs.broadcast("a", null)));
    }

    private static Arguments wrong(String parameter, ThrowingCallable use) {
        return arguments(parameter, use);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("wrongUses")
    void refusesWrongUseAndNamesTheParameter(String parameter, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(parameter);
    }

    @Test
    void showsNoPassword() {
        HelloArgs args = HelloArgs.protocol(3).auth("somebody", "secret");

        assertThat(args.toString()).doesNotContain("secret", "somebody");
        assertThat(CONNECTION.hello(args).toString()).isEqualTo("HELLO");
        assertThat(CONNECTION.auth("somebody", "secret").toString()).isEqualTo("AUTH");
    }

    @Test
    void doesNotKeepTheCallersPassword() {
        char[] password = {'p', 'w'};
        HelloArgs args = HelloArgs.protocol(3).auth("me", password);
        password[0] = 'x';

        assertThat(SentWords.of(CONNECTION.hello(args))).endsWith("me", "pw");
    }
}
