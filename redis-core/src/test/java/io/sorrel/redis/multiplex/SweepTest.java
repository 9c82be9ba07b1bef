package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.connection.Connector;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.DeadlineWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The deadlines of futures; the watch that wakes the sweep has tests of its own, and stands still in most of these. */
@TimingTest
class SweepTest {
    private static final Duration LATER = Duration.ofHours(1);

    private final Connector connector = new Connector(ClientOptions.defaults(), Threads.daemons("watch"));
    private final DeadlineWatch watch = connector.watch();
    private final QueueBounds bounds = new QueueBounds(1_000_000, 1L << 30);
    private final Ledger ledger = new Ledger(bounds, 1_000_000);
    private final ExchangeQueue queue = new ExchangeQueue();
    private final InFlight inFlight = new InFlight(queue.start(), ledger);
    private final List<Exchange<?>> expired = Collections.synchronizedList(new ArrayList<>());
    private final Completions unused = new Completions(Threads.daemons("unused"), watch, bounds);
    private final Sweep sweep =
            new Sweep(watch, new Sweep.Patience(0, false, 0), queue, inFlight, ledger, this::expire);

    @AfterEach
    void end() {
        connector.close();
    }

    private void expire(AsyncExchange<?> exchange) {
        if (ledger.withdraw(exchange) || ledger.disown(exchange)) {
            expired.add(exchange);
        }
    }

    @SuppressWarnings("NullAway")
    private AsyncExchange<String> append(Duration timeout) {
        AsyncExchange<String> exchange =
                new AsyncExchange<>(new AsyncCall<>(null, TestExchange.get("key"), Deadline.after(timeout), null));
        bounds.tryEnter(exchange.size());
        ledger.entered(exchange);
        queue.add(exchange);
        sweep.note(exchange.deadline());
        return exchange;
    }

    private void sweepNow() {
        sweep.expire(watch.onScale(System.nanoTime()));
    }

    private long onScale(Exchange<?> exchange) {
        return watch.onScale(exchange.deadline());
    }

    @Test
    void showsTheEarliestDeadline() {
        assertThat(sweep.deadline()).isEqualTo(DeadlineWatch.NONE);
        AsyncExchange<String> late = append(LATER);
        assertThat(sweep.deadline()).isEqualTo(onScale(late));
        AsyncExchange<String> soon = append(Duration.ofMinutes(1));
        assertThat(sweep.deadline()).isEqualTo(onScale(soon));
        append(LATER);
        assertThat(sweep.deadline()).isEqualTo(onScale(soon));
    }

    @Test
    void expiresWhatIsDueAndShowsWhatIsNext() {
        AsyncExchange<String> late = append(LATER);
        AsyncExchange<String> due = append(Duration.ZERO);
        AsyncExchange<String> soon = append(Duration.ofMinutes(1));
        AsyncExchange<String> alsoDue = append(Duration.ZERO);
        sweepNow();
        assertThat(expired).containsExactly(due, alsoDue);
        assertThat(sweep.deadline()).isEqualTo(onScale(soon));
        assertThat(late.isUnderWay()).isTrue();
        sweepNow();
        assertThat(expired).hasSize(2);
    }

    @Test
    void passesOverWhatHasEnded() {
        AsyncExchange<String> withdrawn = append(Duration.ZERO);
        AsyncExchange<String> settled = append(Duration.ZERO);
        AsyncExchange<String> disowned = append(Duration.ZERO);
        ledger.withdraw(withdrawn);
        settled.settle(Exchange.QUEUED, "reply");
        disowned.sending(1, 0);
        ledger.disown(disowned);
        sweepNow();
        assertThat(expired).isEmpty();
        assertThat(sweep.deadline()).isEqualTo(DeadlineWatch.NONE);
    }

    @Test
    void expiresWhatWasSentAndLeavesItsReplyToTheReader() {
        AsyncExchange<String> sent = append(Duration.ZERO);
        sent.sending(1, 0);
        ledger.sending(1);
        sweepNow();
        assertThat(expired).containsExactly(sent);
        assertThat(sent.state()).isEqualTo(Exchange.DISOWNED);
        assertThat(ledger.hasAhead()).isTrue();
        assertThat(inFlight.oldest()).isSameAs(sent);
    }

    @Test
    void looksAgainSoonForWhatLiesBehindANodeThatIsJustBeingAppended() {
        append(LATER);
        AsyncExchange<String> last = append(LATER);
        AsyncExchange<String> half = append(LATER);
        AsyncExchange<String> behind = append(Duration.ZERO);
        last.next(null);
        sweepNow();
        assertThat(expired).isEmpty();
        assertThat(sweep.deadline())
                .isLessThan(
                        watch.onScale(System.nanoTime()) + Duration.ofSeconds(1).toNanos());
        last.next(half);
        Await.until(() -> sweep.deadline() <= watch.onScale(System.nanoTime()));
        sweepNow();
        assertThat(expired).containsExactly(behind);
    }

    @Test
    void keepsDeadlinesInWhateverOrderTheyCome() {
        SplittableRandom random = new SplittableRandom(7);
        List<AsyncExchange<String>> due = new ArrayList<>();
        List<AsyncExchange<String>> rest = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(3) == 0) {
                due.add(append(Duration.ofNanos(random.nextInt(1_000))));
            } else {
                rest.add(append(Duration.ofSeconds(3_600 + random.nextInt(3_600))));
            }
            if (random.nextInt(20) == 0) {
                Await.until(() ->
                        due.stream().allMatch(exchange -> exchange.deadline().isExpired()));
                sweepNow();
                assertThat(expired).hasSameSizeAs(due);
                long next = rest.stream().mapToLong(this::onScale).min().orElse(DeadlineWatch.NONE);
                assertThat(sweep.deadline()).isEqualTo(next);
            }
        }
        assertThat(new HashSet<>(expired)).isEqualTo(new HashSet<>(due));
    }

    @Test
    void missesNothingWhileOthersAppendAndTheReaderLeavesNodesBehind() {
        int each = 5_000;
        int appenders = 3;
        connector.watch().add(sweep);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < appenders; i++) {
            SplittableRandom random = new SplittableRandom(i);
            running.add(InBackground.run(() -> {
                for (int k = 0; k < each; k++) {
                    append(Duration.ofNanos(random.nextInt(2_000_000)));
                }
            }));
        }
        running.add(InBackground.run(() -> sendAndSettle(appenders * each)));
        running.forEach(CompletableFuture::join);
        Await.until(() -> ledger.ahead() == 0);
        assertThat(new HashSet<>(expired)).hasSameSizeAs(expired);
        assertThat(expired).isNotEmpty();
        Await.until(() -> sweep.deadline() == DeadlineWatch.NONE);
    }

    /** Writer and reader in one; now and then it is late. */
    private void sendAndSettle(int total) {
        Exchange<?> position = queue.start();
        long number = 0;
        int met = 0;
        while (met < total) {
            Exchange<?> next = position.next();
            if (next == null) {
                Thread.onSpinWait();
                continue;
            }
            if (met % 50 == 0) {
                Await.until(() -> !next.isUnderWay());
            }
            position = next;
            met++;
            if (next.request() == null || !next.sending(number + 1, 0)) {
                ledger.met(next);
                continue;
            }
            number++;
            ledger.sending(number);
            inFlight.settle(inFlight.oldest(), "reply", unused);
            inFlight.flush();
        }
    }
}
