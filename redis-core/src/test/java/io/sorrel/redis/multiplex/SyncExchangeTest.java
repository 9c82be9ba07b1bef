package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TimingTest
class SyncExchangeTest {
    private final AtomicLong now = new AtomicLong();
    private @Nullable SyncExchange<String> exchange;

    /** A reply arrives just when the caller sees how late it is. */
    private long settleWhenAsked() {
        if (exchange != null) {
            exchange.settle(Exchange.SENT, "reply");
        }
        return now.get();
    }

    @ParameterizedTest
    @CsvSource({"100, false", "199, false", "201, true", "5000, true"})
    void aReplyThatLiesUnreadAfterAPauseOfTheProcessIsTaken(long lateMillis, boolean taken) {
        exchange = new SyncExchange<>(
                TestExchange.get("key"), Deadline.after(Duration.ofSeconds(1), this::settleWhenAsked));
        exchange.sending(1, 0);
        now.set(Duration.ofSeconds(1).plusMillis(lateMillis).toNanos());
        assertThat(exchange.await()).isEqualTo(taken);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        exchange = new SyncExchange<>(TestExchange.get("key"), Deadline.after(Duration.ofMinutes(5)));
        Thread.currentThread().interrupt();
        assertThat(exchange.await()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theDeadlineEndsTheWait() {
        exchange = new SyncExchange<>(TestExchange.get("key"), Deadline.after(Duration.ofMillis(1)));
        assertThat(exchange.await()).isFalse();
    }
}
