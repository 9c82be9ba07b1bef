package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.GetExArgs;
import io.sorrel.redis.command.args.HSetExArgs;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.reply.Expiration;
import io.sorrel.redis.command.reply.FieldExpireResult;
import io.sorrel.redis.command.reply.FieldPersistResult;
import io.sorrel.redis.command.reply.LcsMatches;
import io.sorrel.redis.command.reply.LcsMatches.Match;
import io.sorrel.redis.command.reply.LcsMatches.Range;
import io.sorrel.redis.error.UnexpectedReplyException;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as servers of both protocols send them; each word is one line of the wire. */
class ReplyShapesTest {
    private final StringDefinitions<String, String> strings = new StringDefinitions<>(RedisCodec.utf8());
    private final HashDefinitions<String, String> hashes = new HashDefinitions<>(RedisCodec.utf8());
    private final HashExpiryDefinitions<String, String> expiry = new HashExpiryDefinitions<>(RedisCodec.utf8());

    @Test
    void tellsWhatBecameOfEachField() throws IOException {
        Command<List<FieldExpireResult>> command = expiry.hexpire("h", Duration.ofSeconds(1), "a", "b", "c", "d");

        assertThat(decode(command, "*4 :-2 :0 :1 :2"))
                .containsExactly(
                        FieldExpireResult.NO_SUCH_FIELD,
                        FieldExpireResult.CONDITION_NOT_MET,
                        FieldExpireResult.SET,
                        FieldExpireResult.DELETED);
        assertThat(decode(expiry.hpersist("h", "a", "b", "c"), "*3 :-2 :-1 :1"))
                .containsExactly(
                        FieldPersistResult.NO_SUCH_FIELD, FieldPersistResult.NO_EXPIRY, FieldPersistResult.PERSISTED);
    }

    @Test
    void refusesACodeThatNoServerIsKnownToSend() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> decode(expiry.hexpire("h", Duration.ofSeconds(1), "a"), "*1 :3"));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> decode(expiry.hpersist("h", "a"), "*1 :99999999999"));
    }

    @Test
    void tellsWhenEachFieldExpires() throws IOException {
        assertThat(decode(expiry.httl("h", "a", "b", "c"), "*3 :-2 :-1 :7"))
                .containsExactly(
                        Expiration.missing(), Expiration.persistent(), Expiration.expiring(Duration.ofSeconds(7)));
        assertThat(decode(expiry.hpttl("h", "a"), "*1 :7")).containsExactly(Expiration.expiring(Duration.ofMillis(7)));
        assertThat(decode(expiry.hexpireTime("h", "a"), "*1 :7"))
                .containsExactly(Expiration.expiring(Instant.ofEpochSecond(7)));
        assertThat(decode(expiry.hpexpireTime("h", "a"), "*1 :7"))
                .containsExactly(Expiration.expiring(Instant.ofEpochMilli(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2 $1 1 $-1", "*2 $1 1 _"})
    void readsFieldsOfWhichSomeAreMissing(String wire) throws IOException {
        assertThat(decode(hashes.hmget("h", "a", "b"), wire)).containsExactly("1", null);
        assertThat(decode(hashes.hgetDel("h", "a", "b"), wire)).containsExactly("1", null);
        assertThat(decode(expiry.hgetEx("h", GetExArgs.persist(), "a", "b"), wire))
                .containsExactly("1", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4 $1 a $1 1 $1 a $1 1", "*2 *2 $1 a $1 1 *2 $1 a $1 1"})
    void readsPairsFlatAndNested(String wire) throws IOException {
        assertThat(decode(hashes.hrandFieldRepeatingWithValues("h", 2), wire))
                .containsExactly(entry("a", "1"), entry("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "*0", "_"})
    void readsNoPairs(String wire) throws IOException {
        assertThat(decode(hashes.hrandFieldWithValues("h", 2), wire)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4 $1 a $1 1 $1 b $1 2", "%2 $1 a $1 1 $1 b $1 2"})
    void readsAMap(String wire) throws IOException {
        assertThat(decode(hashes.hgetAll("h"), wire)).containsExactly(entry("a", "1"), entry("b", "2"));
    }

    @Test
    void tellsWhetherSomethingWasSet() throws IOException {
        assertThat(decode(expiry.hsetEx("h", "a", "1", HSetExArgs.fnx()), ":1")).isTrue();
        assertThat(decode(expiry.hsetEx("h", "a", "1", HSetExArgs.fnx()), ":0")).isFalse();
        assertThat(decode(strings.set("k", "v", SetArgs.nx()), "+OK")).isTrue();
        assertThat(decode(strings.set("k", "v", SetArgs.nx()), "$-1")).isFalse();
        assertThat(decode(strings.set("k", "v", SetArgs.nx()), "_")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*4 $7 matches *1 *3 *2 :4 :7 *2 :5 :8 :4 $3 len :6",
                "%2 $7 matches *1 *3 *2 :4 :7 *2 :5 :8 :4 $3 len :6",
                "%3 $7 matches *1 *2 *2 :4 :7 *2 :5 :8 $5 later *1 :1 $3 len :6"
            })
    void readsWhereTwoValuesMatch(String wire) throws IOException {
        assertThat(decode(strings.lcsIdx("a", "b"), wire))
                .isEqualTo(new LcsMatches(List.of(new Match(new Range(4, 7), new Range(5, 8), 4)), 6));
    }

    private static <T> T decode(Command<T> command, String wire) throws IOException {
        byte[] bytes = (wire.replace(" ", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
        RespReader reader = RespReader.of(bytes, RespLimits.defaults());
        reader.beginReply();
        T decoded = command.decoder().decode(new ReplyReader(reader));
        assertThat(reader.isAtReplyBoundary()).isTrue();
        return decoded;
    }
}
