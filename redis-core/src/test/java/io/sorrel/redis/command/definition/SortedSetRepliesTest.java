package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.SortedSetEnd;
import io.sorrel.redis.command.args.ZAddCondition;
import io.sorrel.redis.command.reply.PoppedElement;
import io.sorrel.redis.command.reply.PoppedElements;
import io.sorrel.redis.command.reply.RankWithScore;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScoredMember;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about sorted sets as servers of both protocols send them. */
class SortedSetRepliesTest {
    private static final ScoredMember<String> A = new ScoredMember<>("a", 1);
    private static final ScoredMember<String> B = new ScoredMember<>("b", 2.5);

    private final SortedSetDefinitions<String, String> sets = new SortedSetDefinitions<>(RedisCodec.utf8());
    private final SortedSetRangeDefinitions<String, String> ranges = new SortedSetRangeDefinitions<>(RedisCodec.utf8());
    private final SortedSetPopDefinitions<String, String> pops = new SortedSetPopDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @ValueSource(strings = {"*4|'a|'1|'b|'2.5", "*2|*2|'a|,1|*2|'b|,2.5"})
    void readsMembersWithScoresFlatAndNested(String wire) throws IOException {
        assertThat(RecordedReply.read(ranges.zrangeWithScores("z", 0, -1), wire))
                .containsExactly(A, B);
        assertThat(RecordedReply.read(sets.zrandMemberWithScores("z", 2), wire)).containsExactly(A, B);
        assertThat(RecordedReply.read(pops.zpopMin("z", 2), wire)).containsExactly(A, B);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "*0", "_"})
    void readsNoMembers(String wire) throws IOException {
        assertThat(RecordedReply.read(ranges.zrangeWithScores("z", 0, -1), wire))
                .isEmpty();
        assertThat(RecordedReply.read(ranges.zrange("z", 0, -1), wire)).isEmpty();
        assertThat(RecordedReply.read(pops.zpopMin("z"), wire)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'a|'1", "*2|'a|,1"})
    void readsOneMember(String wire) throws IOException {
        assertThat(RecordedReply.read(pops.zpopMin("z"), wire)).isEqualTo(A);
        assertThat(RecordedReply.read(pops.zpopMax("z"), wire)).isEqualTo(A);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|'z|'a|'1", "*3|'z|'a|,1"})
    void readsOneMemberAndItsKey(String wire) throws IOException {
        assertThat(RecordedReply.read(pops.bzpopMin(Duration.ZERO, "z"), wire)).isEqualTo(new PoppedElement<>("z", A));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|'z|*2|*2|'a|'1|*2|'b|'2.5", "*2|'z|*2|*2|'a|,1|*2|'b|,2.5"})
    void readsSeveralMembersAndTheirKey(String wire) throws IOException {
        assertThat(RecordedReply.read(pops.zmpop(SortedSetEnd.MIN, 2, "z"), wire))
                .isEqualTo(new PoppedElements<>("z", List.of(A, B)));
        assertThat(RecordedReply.read(pops.bzmpop(Duration.ZERO, SortedSetEnd.MIN, "z"), wire))
                .isEqualTo(new PoppedElements<>("z", List.of(A, B)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "_"})
    void readsThatNothingCame(String wire) throws IOException {
        assertThat(RecordedReply.read(pops.bzpopMax(Duration.ZERO, "z"), wire)).isNull();
        assertThat(RecordedReply.read(pops.bzmpop(Duration.ZERO, SortedSetEnd.MAX, "z"), wire))
                .isNull();
        assertThat(RecordedReply.read(pops.zmpop(SortedSetEnd.MAX, 2, "z"), wire))
                .isNull();
        assertThat(RecordedReply.read(sets.zrankWithScore("z", "a"), wire)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|:3|'2.5", "*2|:3|,2.5"})
    void readsARankWithItsScore(String wire) throws IOException {
        assertThat(RecordedReply.read(sets.zrankWithScore("z", "b"), wire)).isEqualTo(new RankWithScore(3, 2.5));
        assertThat(RecordedReply.read(sets.zrevRankWithScore("z", "b"), wire)).isEqualTo(new RankWithScore(3, 2.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*3|'1|$-1|'-inf", "*3|,1|_|,-inf"})
    void readsScoresOfWhichSomeAreMissing(String wire) throws IOException {
        assertThat(RecordedReply.read(sets.zmscore("z", "a", "b", "c"), wire))
                .containsExactly(1.0, null, Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "_"})
    void readsThatThereIsNoScore(String wire) throws IOException {
        assertThat(RecordedReply.read(sets.zscore("z", "a"), wire)).isNull();
        assertThat(RecordedReply.read(sets.zrank("z", "a"), wire)).isNull();
        assertThat(RecordedReply.read(sets.zaddIncr("z", 1, "a", ZAddCondition.NX), wire))
                .isNull();
    }

    @Test
    void readsAPageOfAScanWhoseScoresAreTextsInBothProtocols() throws IOException {
        assertThat(RecordedReply.read(sets.zscan("z", ScanCursor.START), "*2|'17|*4|'a|'1|'b|'2.5")
                        .elements())
                .containsExactly(A, B);
    }

    @Test
    void refusesAnArrayOfAnotherLength() {
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(sets.zrankWithScore("z", "a"), "*1|:3"))
                .withMessageContaining("expected 2 values");
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(ranges.zrangeWithScores("z", 0, -1), "*1|*3|'a|,1|,2"));
    }
}
