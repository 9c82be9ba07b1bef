package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final long LATER = 1_000_000_000_000L;

    private final Alignment alignment = new Alignment(true, new Random(1));

    private static Fence sent(Fence fence, long number) {
        fence.sending(number, 0);
        return fence;
    }

    @Test
    void beginsInStepAndAwaitsNoFence() {
        assertThat(alignment.isInDoubt()).isFalse();
        assertThat(alignment.awaitsFence()).isFalse();
        assertThat(alignment.isProvable()).isTrue();
    }

    @Test
    void aFenceBehindTheDoubtfulCommandEndsTheDoubt() {
        alignment.doubt(7, LATER);
        assertThat(alignment.isInDoubt()).isTrue();
        assertThat(alignment.proven(6)).isFalse();
        assertThat(alignment.isInDoubt()).isTrue();
        assertThat(alignment.proven(8)).isTrue();
        assertThat(alignment.isInDoubt()).isFalse();
    }

    @Test
    void aLaterDoubtNeedsALaterFenceAndKeepsTheFirstEnd() {
        alignment.doubt(7, LATER);
        alignment.doubt(9, LATER + 5);
        alignment.doubt(8, LATER + 6);
        assertThat(alignment.doubtful()).isEqualTo(9);
        assertThat(alignment.until()).isEqualTo(LATER);
        assertThat(alignment.proven(8)).isFalse();
        assertThat(alignment.proven(10)).isTrue();
    }

    @Test
    void noFenceIsSentBeforeTheCallersHaveGivenUp() {
        alignment.doubt(7, LATER);
        assertThat(alignment.mayDecide()).isFalse();
        alignment.givenUp(7);
        assertThat(alignment.mayDecide()).isTrue();
    }

    @Test
    void everyFenceHasATextOfItsOwnThatBeginsWithTheMarkOfItsLink() {
        String mark = new String(alignment.mark(), StandardCharsets.US_ASCII);
        Fence first = alignment.fence();
        Fence second = alignment.fence();
        assertThat(first.reply()).isNotEqualTo(second.reply());
        assertThat(new String(first.reply(), StandardCharsets.US_ASCII)).startsWith(mark);
        assertThat(new String(second.reply(), StandardCharsets.US_ASCII)).startsWith(mark);
        assertThat(new Alignment(true, new Random(2)).mark()).isNotEqualTo(alignment.mark());
        assertThat(first.belongsTo(alignment)).isTrue();
        assertThat(first.belongsTo(new Alignment(true, new Random(1)))).isFalse();
    }

    @Test
    void awaitsAFenceFromItsSendingToItsAnswer() {
        sent(alignment.fence(), 1);
        assertThat(alignment.awaitsFence()).isTrue();
        assertThat(alignment.fencesOut()).isOne();
        alignment.answered();
        assertThat(alignment.awaitsFence()).isFalse();
        assertThat(alignment.fencesOut()).isZero();
    }

    @Test
    void aFenceThatIsRefusedForTheMomentProvesNothingAndIsAskedAgain() {
        alignment.doubt(7, LATER);
        alignment.givenUp(7);
        alignment.unproven(8, false);
        assertThat(alignment.isInDoubt()).isTrue();
        assertThat(alignment.doubtful()).isEqualTo(8);
        assertThat(alignment.mayDecide()).isTrue();
        assertThat(alignment.awaitsFence()).isTrue();
    }

    @Test
    void aFenceThatIsRefusedForGoodLeavesTheLinkWithoutAny() {
        alignment.unproven(8, true);
        assertThat(alignment.isProvable()).isFalse();
        assertThat(alignment.mayDecide()).isFalse();
        assertThat(new Alignment(false, new Random(1)).isProvable()).isFalse();
    }
}
