package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies of the set commands as servers of both protocols send them. */
class SetRepliesTest {
    private final SetDefinitions<String, String> sets = new SetDefinitions<>(RedisCodec.utf8());
    private final SetAlgebraDefinitions<String, String> algebra = new SetAlgebraDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @ValueSource(strings = {"*2|$1|b|$1|a", "~2|$1|b|$1|a"})
    void readsMembers(String wire) throws IOException {
        assertThat(RecordedReply.read(sets.smembers("s"), wire)).containsExactly("b", "a");
        assertThat(RecordedReply.read(sets.spop("s", 2), wire)).containsExactly("b", "a");
        assertThat(RecordedReply.read(sets.srandMember("s", 2), wire)).containsExactly("b", "a");
        assertThat(RecordedReply.read(algebra.sdiff("s"), wire)).containsExactly("b", "a");
        assertThat(RecordedReply.read(algebra.sinter("s"), wire)).containsExactly("b", "a");
        assertThat(RecordedReply.read(algebra.sunion("s"), wire)).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*0", "~0"})
    void readsNoMembers(String wire) throws IOException {
        assertThat(RecordedReply.read(sets.smembers("s"), wire)).isEmpty();
        assertThat(RecordedReply.read(sets.spop("s", 2), wire)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|:1|:0", "*2|#t|#f"})
    void readsAnAnswerForEachMember(String wire) throws IOException {
        assertThat(RecordedReply.read(sets.smismember("s", "a", "b"), wire)).containsExactly(true, false);
    }

    @Test
    void readsAPage() throws IOException {
        assertThat(RecordedReply.read(sets.sscan("s", ScanCursor.START), "*2|$2|17|*2|$1|a|$1|b"))
                .isEqualTo(new ScanPage<>(ScanCursor.of("17"), List.of("a", "b")));
    }
}
