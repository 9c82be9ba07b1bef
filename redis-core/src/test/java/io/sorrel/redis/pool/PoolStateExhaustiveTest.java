package io.sorrel.redis.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Interleavings;
import io.sorrel.redis.Interleavings.Step;
import io.sorrel.redis.config.PoolOptions;
import io.sorrel.redis.config.TimeoutOptions;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.DestroyCause;
import io.sorrel.redis.event.PoolStatistics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All orders in which callers, returns, dials, retirements and requests for idle connections can meet, up to a number of
 * steps, with dials that end in time and such that take too long. Since each step of
 * {@link PoolState} happens under its lock, an order of steps is all that threads can add; nothing is left to luck.
 * {@code -Dsorrel.test.further-steps=1} plays longer ones.
 */
class PoolStateExhaustiveTest {
    private static final int CALLERS = 3;
    private static final int FURTHER_STEPS = Integer.getInteger("sorrel.test.further-steps", 0);

    @ParameterizedTest
    @CsvSource({"true, 1, 0, 6", "false, 1, 0, 6", "true, 2, 0, 5", "false, 2, 0, 5", "true, 2, 1, 5", "false, 2, 1, 5"
    })
    void keepsItsBooksInEveryOrder(boolean fair, int maxSize, int minIdle, int steps) {
        PoolOptions options = PoolOptions.builder()
                .fair(fair)
                .maxSize(maxSize)
                .minIdle(minIdle)
                .checkAfterIdle(Duration.ofDays(1))
                .build();
        PoolSettings settings = PoolSettings.of(options, TimeoutOptions.defaults());
        int orders = Interleavings.playAll(steps + FURTHER_STEPS, () -> new World(settings));
        assertThat(orders).isGreaterThan(1_000);
    }

    private record Dial(Creations.Creation creation, int generation, int number, long since) {}

    /** One pool with its callers and dials, none of which moves unless it is its turn. */
    private static final class World implements Interleavings.World {
        private final PoolSettings settings;
        private final PoolState state;
        private final FakeServer server = new FakeServer();
        private final List<Waiter> waiters = new ArrayList<>();
        private final Deque<PoolEntry> held = new ArrayDeque<>();
        private final Deque<Dial> dials = new ArrayDeque<>();
        private final Map<Waiter, Integer> begunBefore = new HashMap<>();
        private long now;
        private int begun;

        World(PoolSettings settings) {
            this.settings = settings;
            this.state = new PoolState(settings, ErrorContext.NONE);
        }

        @Override
        public List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            if (waiters.size() < CALLERS) {
                steps.add(new Step("arrive", this::arrive));
            }
            for (int i = 0; i < waiters.size(); i++) {
                Waiter waiter = waiters.get(i);
                if (waiter.outcome() != null || waiter.isCalled()) {
                    steps.add(new Step("look " + i, () -> look(waiter)));
                }
                steps.add(new Step("time out " + i, () -> giveUp(waiter, true)));
                steps.add(new Step("interrupt " + i, () -> giveUp(waiter, false)));
            }
            if (!held.isEmpty()) {
                steps.add(new Step("give back", () -> giveBack(held.removeFirst())));
                steps.add(new Step("destroy", () -> destroy(held.removeFirst(), DestroyCause.DISCARDED)));
            }
            if (!dials.isEmpty()) {
                steps.add(new Step("dial", () -> dial(dials.removeFirst())));
                steps.add(new Step("fail to dial", () -> failToDial(dials.removeFirst())));
            }
            if (dials.size() > 1) {
                steps.add(new Step("dial the newest", () -> dial(dials.removeLast())));
                steps.add(new Step("fail to dial the newest", () -> failToDial(dials.removeLast())));
            }
            if (late() < dials.size()) {
                steps.add(new Step("grow late", this::growLate));
            }
            steps.add(new Step("request", () -> begin(state.reserveIdle(now))));
            steps.add(new Step("retire", () -> state.retire().forEach(e -> destroy(e, DestroyCause.RETIRED))));
            return steps;
        }

        private void arrive() {
            Waiter waiter = new Waiter();
            begunBefore.put(waiter, begun);
            PoolEntry entry = state.takeOrWait(waiter, false);
            if (entry != null) {
                held.add(entry);
            } else {
                waiters.add(waiter);
            }
            reserve();
        }

        private void look(Waiter waiter) {
            Object outcome = waiter.outcome() == null ? state.answerCall(waiter) : waiter.outcome();
            if (outcome != null) {
                end(waiter, outcome);
            }
        }

        private void giveUp(Waiter waiter, boolean timeout) {
            if (state.giveUp(waiter, timeout) == null) {
                end(waiter, Objects.requireNonNull(waiter.outcome()));
            } else {
                waiters.remove(waiter);
            }
        }

        private void end(Waiter waiter, Object outcome) {
            waiters.remove(waiter);
            if (outcome instanceof PoolEntry entry) {
                held.add(entry);
            }
        }

        private void giveBack(PoolEntry entry) {
            DestroyCause refusal = state.giveBack(entry, now);
            if (refusal != null) {
                destroy(entry, refusal);
            }
        }

        private void destroy(PoolEntry entry, DestroyCause cause) {
            assertThat(state.remove(entry, cause)).isTrue();
            reserve();
        }

        private void dial(Dial dial) {
            PoolEntry entry =
                    new PoolEntry(server.connect(Deadline.after(Duration.ZERO, () -> now)), dial.generation, now, 0);
            DestroyCause refusal = state.created(dial.creation, entry, now);
            if (refusal != null) {
                destroy(entry, refusal);
            }
            reserve();
        }

        private void failToDial(Dial dial) {
            RedisException failure = PoolFixture.refused();
            state.creationFailed(dial.creation, dial.generation, failure, now, 0.5);
            for (Waiter waiter : waiters) {
                expect("fails by its own dial", waiter.outcome() != failure || begunBefore.get(waiter) < dial.number);
            }
            reserve();
        }

        private void growLate() {
            now += settings.creationPatienceNanos();
            reserve();
        }

        private long late() {
            return dials.stream()
                    .filter(dial -> now - dial.since >= settings.creationPatienceNanos())
                    .count();
        }

        private void reserve() {
            begin(state.reserveCreations(now));
        }

        private void begin(List<Creations.Creation> creations) {
            for (Creations.Creation creation : creations) {
                dials.add(new Dial(creation, state.generation(), ++begun, now));
            }
        }

        @Override
        public void check() {
            PoolStatistics books = state.statistics(new Timing(), new Timing(), new Timing());
            long delivered = waiters.stream()
                    .filter(waiter -> waiter.outcome() instanceof PoolEntry)
                    .count();
            long waiting =
                    waiters.stream().filter(waiter -> waiter.outcome() == null).count();
            long called = waiters.stream()
                    .filter(waiter -> waiter.outcome() == null && waiter.isCalled())
                    .count();
            int size = books.active() + books.idle();
            expect("in use", books.active() == held.size() + delivered);
            expect("waiting", books.waiting() == waiting);
            expect("created and destroyed", size == books.created() - books.destroyedInTotal());
            expect("dials", books.creating() == dials.size());
            expect("limit", size + dials.size() <= settings.maxSize());
            expect("nobody waits beside an idle connection", !settings.fair() || waiting == 0 || books.idle() == 0);
            expect("enough are called", settings.fair() || called >= Math.min(waiting, books.idle()));
            long late = late();
            expect(
                    "enough dials",
                    dials.size() - late >= Math.min(waiting - books.idle(), settings.maxSize() - size - late));
        }

        private void expect(String what, boolean met) {
            if (!met) {
                throw new AssertionError(what);
            }
        }
    }
}
