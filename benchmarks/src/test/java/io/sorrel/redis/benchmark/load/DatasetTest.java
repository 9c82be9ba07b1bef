package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
    @Test
    void everyValueHasTheStatedLengthAndCarriesItsKey() {
        assertThat(Dataset.keys()).hasSize(Dataset.KEYS).allSatisfy(key -> {
            assertThat(Dataset.value(key)).hasSize(Dataset.VALUE_BYTES);
            assertThat(Dataset.isValue(key, Dataset.value(key))).isTrue();
        });
        assertThat(new HashSet<>(List.of(Dataset.keys()))).hasSize(Dataset.KEYS);
    }

    @Test
    void theValueOfAnotherKeyIsSeen() {
        assertThat(Dataset.isValue(Dataset.key(1), Dataset.value(Dataset.key(2))))
                .isFalse();
        assertThat(Dataset.isValue(Dataset.key(1), Dataset.key(1))).isFalse();
    }

    @Test
    void theLargeValueHasTheStatedLength() {
        assertThat(Dataset.large()).hasSize(Dataset.LARGE_BYTES);
    }
}
