package io.sorrel.redis.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheMiddleOfAnOddNumberOfValuesInAnyOrder() {
        assertThat(Median.of(9, 1, 1000)).isEqualTo(9);
    }

    @Test
    void isTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Median.of(4, 1, 2, 100)).isEqualTo(3);
    }

    @Test
    void ofOneValueIsThatValue() {
        assertThat(Median.of(7)).isEqualTo(7);
    }

    @Test
    void ofNothingIsNotANumber() {
        assertThat(Median.of()).isNaN();
    }

    @Test
    void leavesItsArgumentAsItIs() {
        double[] values = {3, 1, 2};

        assertThat(Median.of(values)).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }
}
