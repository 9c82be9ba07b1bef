package io.sorrel.redis.command.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpirationTest {
    @Test
    void tellsMissingFromPersistentFromExpiring() {
        assertThat(Expiration.missing().exists()).isFalse();
        assertThat(Expiration.persistent().exists()).isTrue();
        assertThat(Expiration.persistent().expires()).isFalse();
        assertThat(Expiration.expiring(Duration.ofSeconds(3)).expires()).isTrue();
        assertThat(Expiration.expiring(Duration.ofSeconds(3)).orElseThrow()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void saysWhyThereIsNoValue() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Expiration.missing().orElseThrow())
                .withMessage("there is no such key or field");
        assertThatIllegalStateException()
                .isThrownBy(() -> Expiration.persistent().orElseThrow())
                .withMessage("it does not expire");
    }

    @Test
    void refusesAValueWithoutAnExpiry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Expiration<>(Expiration.State.PERSISTENT, Duration.ZERO));
    }
}
