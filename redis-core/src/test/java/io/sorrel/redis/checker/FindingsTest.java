package io.sorrel.redis.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker finds what it is there to find. */
class FindingsTest {
    private static final int MOST = 4;

    private final ConnectionLog log = new ConnectionLog(0);
    private final Tally tally = new Tally();

    private void asked(int from, int to) {
        for (int number = from; number < to; number++) {
            log.asked(number);
        }
    }

    private void wrong(int number, int replyOf) {
        tally.value(number, "k" + number, "v:k" + replyOf + ":0:" + replyOf);
    }

    private Findings findings() {
        return new Findings(List.of(log), tally, true, MOST);
    }

    @Test
    void aValueThatBelongsToItsKeyIsNoFinding() {
        asked(0, 1);
        wrong(0, 0);
        assertThat(tally.right.sum()).isOne();
        assertThat(tally.wrong()).isEmpty();
        assertThat(findings().problems()).isEmpty();
    }

    @Test
    void wrongValuesUpToTheFirstFenceBehindAFaultAreCounted() {
        asked(0, 3);
        log.fault(Misstep.OMITS, 1);
        log.fence();
        wrong(1, 2);
        tally.value(2, "k2", "the nonce");
        Findings findings = findings();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.beforeFence()).isEqualTo(2);
        assertThat(findings.mostOfOneFault()).isEqualTo(2);
        assertThat(findings.afterFence()).isZero();
    }

    @Test
    void aWrongValueBehindTheFirstFenceIsAProblem() {
        asked(0, 2);
        log.fault(Misstep.OMITS, 1);
        log.fence();
        asked(3, 5);
        wrong(3, 4);
        Findings findings = findings();
        assertThat(findings.afterFence()).isOne();
        assertThat(findings.problems()).singleElement().asString().contains("behind the first fence");
    }

    @Test
    void moreWrongValuesThanCommandsToTheNextFenceAreAProblem() {
        asked(0, MOST + 2);
        log.looksShared();
        log.fault(Misstep.DUPLICATES, 1);
        for (int number = 1; number <= MOST + 1; number++) {
            wrong(number, number - 1);
        }
        assertThat(findings().problems()).singleElement().asString().contains(MOST + 1 + " wrong values");
    }

    @Test
    void aWrongValueWithoutAFaultIsAProblem() {
        asked(0, 3);
        log.fault(Misstep.OMITS, 2);
        wrong(0, 1);
        assertThat(findings().problems()).singleElement().asString().contains("no misstep explains it");
    }

    @Test
    void aDelayExplainsNothing() {
        asked(0, 3);
        log.fault(Misstep.DELAYS, 0);
        wrong(1, 2);
        assertThat(findings().problems()).singleElement().asString().contains("no misstep explains it");
    }

    @Test
    void whatAStrayReplyLeadsToOnALaneIsCountedApart() {
        asked(0, 3);
        log.fault(Misstep.DUPLICATES_LATE, 1);
        wrong(1, 0);
        wrong(2, 1);
        Findings findings = findings();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.strays()).isEqualTo(2);
        assertThat(findings.mostStrays()).isEqualTo(2);
        assertThat(findings.beforeFence()).isZero();
    }

    @Test
    void aReplyThatIsMissingOnALaneExplainsNoWrongValue() {
        asked(0, 3);
        log.fault(Misstep.OMITS, 1);
        wrong(1, 2);
        assertThat(findings().problems()).singleElement().asString().contains("on a lane");
    }

    @Test
    void aValueOfAnotherConnectionIsAProblem() {
        asked(0, 2);
        tally.value(0, "k0", "v:k1:7:1");
        assertThat(findings().problems()).singleElement().asString().contains("was not asked for");
    }

    @ParameterizedTest
    @EnumSource(
            value = CommandOutcome.class,
            names = {"NOT_SENT", "UNKNOWN"})
    void aCommandThatWasReceivedMustNotBeReportedAsNotSent(CommandOutcome outcome) {
        asked(0, 1);
        tally.failure(0, new RedisException("lost", outcome, ErrorContext.NONE, null));
        assertThat(findings().problems()).hasSize(outcome == CommandOutcome.NOT_SENT ? 1 : 0);
    }
}
