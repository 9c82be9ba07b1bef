package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.ListEnd;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies of the list commands as servers of both protocols send them. */
class ListRepliesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ListDefinitions<String, String> lists = new ListDefinitions<>(RedisCodec.utf8());
    private final BlockingListDefinitions<String, String> blocking = new BlockingListDefinitions<>(RedisCodec.utf8());

    @Test
    void readsWhatWasPoppedAndWhereFrom() throws IOException {
        assertThat(RecordedReply.read(lists.lmpop(ListEnd.LEFT, 2, "x", "l"), "*2|$1|l|*2|$1|a|$1|b"))
                .isEqualTo(new PoppedElements<>("l", List.of("a", "b")));
        assertThat(RecordedReply.read(blocking.blmpop(SECOND, ListEnd.LEFT, "l"), "*2|$1|l|*1|$1|a"))
                .isEqualTo(new PoppedElements<>("l", List.of("a")));
        assertThat(RecordedReply.read(blocking.blpop(SECOND, "x", "l"), "*2|$1|l|$1|a"))
                .isEqualTo(new PoppedElement<>("l", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "$-1", "_"})
    void readsThatNothingWasPopped(String wire) throws IOException {
        assertThat(RecordedReply.read(lists.lmpop(ListEnd.LEFT, "l"), wire)).isNull();
        assertThat(RecordedReply.read(lists.lmove("l", "m", ListEnd.LEFT, ListEnd.LEFT), wire))
                .isNull();
        assertThat(RecordedReply.read(lists.lpop("l"), wire)).isNull();
        assertThat(RecordedReply.read(lists.lpop("l", 2), wire)).isEmpty();
        assertThat(RecordedReply.read(blocking.blmpop(SECOND, ListEnd.LEFT, "l"), wire))
                .isNull();
        assertThat(RecordedReply.read(blocking.blmove("l", "m", ListEnd.LEFT, ListEnd.LEFT, SECOND), wire))
                .isNull();
        assertThat(RecordedReply.read(blocking.brpop(SECOND, "l"), wire)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|$1|l", "*3|$1|l|$1|a|$1|b", "*0"})
    void refusesWhatIsNoPair(String wire) {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(blocking.blpop(SECOND, "l"), wire));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(lists.lmpop(ListEnd.LEFT, "l"), wire));
    }
}
