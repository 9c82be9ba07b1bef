package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.AofAcknowledgements;
import io.sorrel.redis.command.reply.ClientInfo;
import io.sorrel.redis.command.reply.ClientTrackingInfo;
import io.sorrel.redis.command.reply.Expiration;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about connections and keys as servers of both protocols send them; a bar ends each line of the wire. */
class ConnectionRepliesTest {
    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%6|+server|+redis|+version|+8.0.2|+proto|:3|+id|:9|+future|%1|+a|*2|:1|:2|+modules|*1"
                        + "|%4|+name|+json|+ver|:80001|+path|+/m.so|+args|*1|+x",
                "*12|+server|+redis|+version|+8.0.2|+proto|:3|+id|:9|+future|*2|:1|:2|+modules|*1"
                        + "|*8|+name|+json|+ver|:80001|+path|+/m.so|+args|*1|+x"
            })
    void readsWhatAServerSaysOfItselfAndPassesOverTheRest(String wire) throws IOException {
        ServerHello hello = decode(commands.connection().hello(), wire);

        assertThat(hello)
                .isEqualTo(new ServerHello(
                        "redis",
                        "8.0.2",
                        3,
                        9,
                        "",
                        null,
                        List.of(new ServerHello.Module("json", 80001, "/m.so", List.of("x"))),
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2|+proto|:3|+id|+c-01",
                "%2|+proto|:3|+id|_",
                "%2|+id|$-1|+proto|:3",
                "%2|+role|_|+proto|:3",
                "%2|+version|*2|:7|:4|+proto|:3",
                "%2|+server|%1|+a|+b|+proto|:3",
                "%2|+mode|#t|+proto|:3",
                "%2|+availability_zone|,1.5|+proto|:3",
                "%2|+modules|*1|+search|+proto|:3",
                "%2|+modules|%1|+search|:1|+proto|:3",
                "%2|+modules|*2|*1|+search|_|+proto|:3",
                "%2|+modules|_|+proto|:3",
                "%2|+modules|-ERR no|+proto|:3",
                "%2|:1|+a|+proto|:3",
                "%2|*1|+x|*1|+y|+proto|:3"
            })
    void aFieldOfHelloThatOnlyInformsIsLeftOutWhereItsTypeIsUnexpected(String wire) throws IOException {
        assertThat(decode(commands.connection().hello(), wire))
                .isEqualTo(new ServerHello("", "", 3, -1, "", null, List.of(), null));
    }

    @Test
    void aModuleKeepsWhatCanBeReadOfIt() throws IOException {
        String wire = "%2|+proto|:3|+modules|*1|%4|+name|+json|+ver|+new|+path|:1|+args|*2|:1|+x";
        assertThat(decode(commands.connection().hello(), wire).modules())
                .containsExactly(new ServerHello.Module("json", 0, null, List.of("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%1|+proto|+new", "%1|+proto|_", "*1|+proto", "+OK"})
    void theProtocolOfHelloMustBeANumber(String wire) {
        assertThatThrownBy(() -> decode(commands.connection().hello(), wire))
                .isInstanceOf(UnexpectedReplyException.class);
    }

    @Test
    void readsAConnectionThatAnOldServerTellsLittleOf() throws IOException {
        ClientInfo info = decode(commands.clients().clientInfo(), bulk("id=7 addr= name= age=61 flags=N db=3\n"));

        assertThat(info.id()).isEqualTo(7);
        assertThat(info.name()).isNull();
        assertThat(info.address()).isNull();
        assertThat(info.age()).isEqualTo(Duration.ofSeconds(61));
        assertThat(info.database()).isEqualTo(3);
        assertThat(info.user()).isNull();
        assertThat(info.protocol()).isEqualTo(-1);
        assertThat(info.fields()).containsEntry("flags", "N").doesNotContainKey("user");
    }

    @Test
    void readsTheListOfConnectionsFromEitherKindOfString() throws IOException {
        Command<List<ClientInfo>> list = commands.clients().clientList();
        String lines = "id=1 addr=/my dir/r=1.sock:0 cmd=get\nid=2 future=yes\n";

        for (String wire : List.of(bulk(lines), "=" + (lines.length() + 4) + "|txt:" + lines)) {
            List<ClientInfo> clients = decode(list, wire);
            assertThat(clients).extracting(ClientInfo::id).containsExactly(1L, 2L);
            assertThat(clients.get(0).address()).isEqualTo("/my dir/r=1.sock:0");
            assertThat(clients.get(1).fields()).containsExactly(entry("id", "2"), entry("future", "yes"));
        }
        assertThat(decode(list, "$0|")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%3|$5|flags|~2|$2|on|$5|bcast|$8|redirect|:0|$8|prefixes|*1|$1|a",
                "*6|$5|flags|*2|$2|on|$5|bcast|$8|redirect|:0|$8|prefixes|*1|$1|a"
            })
    void readsHowKeysAreTracked(String wire) throws IOException {
        ClientTrackingInfo info = decode(commands.clients().clientTrackingInfo(), wire);

        assertThat(info.isOn()).isTrue();
        assertThat(info.flags()).containsExactly("on", "bcast");
        assertThat(info.redirect()).isZero();
        assertThat(info.prefixes()).containsExactly("a");
    }

    @Test
    void readsPagesOfAScan() throws IOException {
        ScanPage<String> page = decode(commands.keys().scan(ScanCursor.START), "*2|$2|17|*2|$1|a|$1|b");

        assertThat(page).isEqualTo(new ScanPage<>(ScanCursor.of("17"), List.of("a", "b")));
        assertThat(page.isLast()).isFalse();
        assertThat(decode(commands.keys().scan(ScanCursor.START), "*2|$1|0|*0").isLast())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|$1|x|*0", "*2|$2|-1|*0", "*1|$1|0", "*3|$1|0|*0|*0", "*-1"})
    void refusesWhatIsNoPageOfAScan(String wire) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> decode(commands.keys().scan(ScanCursor.START), wire));
    }

    @Test
    void readsExpiriesAndRefusesACodeThatNoServerSends() throws IOException {
        assertThat(decode(commands.expiry().ttl("k"), ":-2")).isEqualTo(Expiration.missing());
        assertThat(decode(commands.expiry().ttl("k"), ":-1")).isEqualTo(Expiration.persistent());
        assertThat(decode(commands.expiry().ttl("k"), ":0")).isEqualTo(Expiration.expiring(Duration.ZERO));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> decode(commands.expiry().ttl("k"), ":-3"));
    }

    @Test
    void readsWhoHasWrittenToDisk() throws IOException {
        Command<AofAcknowledgements> command = commands.keys().waitAof(1, 2, Duration.ZERO);

        assertThat(decode(command, "*2|:1|:2")).isEqualTo(new AofAcknowledgements(1, 2));
        assertThatExceptionOfType(UnexpectedReplyException.class).isThrownBy(() -> decode(command, "*1|:1"));
    }

    private static String bulk(String text) {
        return "$" + text.length() + "|" + text;
    }

    private static <T> T decode(Command<T> command, String wire) throws IOException {
        byte[] bytes = (wire.replace("|", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
        RespReader reader = RespReader.of(bytes, RespLimits.defaults());
        reader.beginReply();
        return command.decoder().decode(new ReplyReader(reader));
    }
}
