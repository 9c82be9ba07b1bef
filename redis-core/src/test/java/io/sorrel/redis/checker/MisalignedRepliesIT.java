package io.sorrel.redis.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.InBackground;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.checker.KeyedCaller.Style;
import io.sorrel.redis.config.ConnectionMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Callers of a server that leaves replies out, sends them twice or stalls: behind the first fence behind each fault no
 * value is wrong; a delay makes none wrong at all. What is wrong before the fence is counted. What a stray
 * reply leads to that arrives when a lane has just looked for one is counted apart.
 *
 * <p>{@code -Dsorrel.test.misaligned.operations=10000000} makes it longer, {@code -Dsorrel.test.misaligned.seed} repeats
 * it, {@code -Dsorrel.test.misaligned.runs} is how many clients run at once.
 */
@TimingTest
@Timeout(
        value = 1,
        unit = TimeUnit.DAYS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Its long form runs for hours.
class MisalignedRepliesIT {
    private static final int OPERATIONS = Integer.getInteger("sorrel.test.misaligned.operations", 150_000);
    private static final long SEED = Long.getLong("sorrel.test.misaligned.seed", 20_261_130);
    private static final int AT_ONCE = Integer.getInteger("sorrel.test.misaligned.runs", 12);
    private static final int[] CALLERS = {1, 2, 8, 64};
    private static final int TESTS = 15;
    private static final int RUNS = TESTS * CALLERS.length * Style.values().length;
    private static final boolean LONG = OPERATIONS >= 1_000_000;
    private static final int FAULTS = LONG ? 20 : 3;
    private static final int FENCE_COMMANDS = LONG ? 1_000 : 100;
    private static final Duration LONGEST_DELAY = Duration.ofMillis(600);
    private static final Duration LATENCY = Duration.ofMillis(1);

    private final SplittableRandom seeds = new SplittableRandom(SEED);
    private final Semaphore slots = new Semaphore(AT_ONCE);

    static Stream<Arguments> modesAndFaults() {
        List<Set<Misstep>> kinds = List.of(
                Misstep.none(),
                EnumSet.of(Misstep.DELAYS),
                EnumSet.of(Misstep.OMITS),
                EnumSet.of(Misstep.DUPLICATES, Misstep.DUPLICATES_LATE),
                Misstep.all());
        return Stream.of(ConnectionMode.values())
                .flatMap(mode -> kinds.stream().map(chosen -> Arguments.of(mode, chosen)));
    }

    @ParameterizedTest
    @MethodSource("modesAndFaults")
    void noValueIsWrongBehindTheFirstFenceBehindAFault(ConnectionMode mode, Set<Misstep> kinds, TestReporter reporter) {
        List<List<CompletableFuture<MisalignedRun.Result>>> all = new ArrayList<>();
        for (int callers : CALLERS) {
            List<CompletableFuture<MisalignedRun.Result>> ofCallers = new ArrayList<>();
            for (Style style : Style.values()) {
                ofCallers.add(start(mode, kinds, callers, style));
            }
            all.add(ofCallers);
        }
        if (LONG) {
            System.out.println(MisalignedRow.HEAD);
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < CALLERS.length; i++) {
            MisalignedRow row = new MisalignedRow(mode, kinds, CALLERS[i]);
            for (CompletableFuture<MisalignedRun.Result> run : all.get(i)) {
                MisalignedRun.Result result = run.join();
                row.add(result);
                problems.addAll(result.problems());
            }
            reporter.publishEntry(Map.of("misaligned", row.toString()));
            if (LONG) {
                System.out.println(row);
            }
        }
        assertThat(problems).as("seed " + SEED).isEmpty();
    }

    private CompletableFuture<MisalignedRun.Result> start(
            ConnectionMode mode, Set<Misstep> kinds, int callers, Style style) {
        int operations = OPERATIONS / RUNS;
        boolean slow = style == Style.SYNC ? callers == 1 || callers == 8 : style == Style.MIXED && callers == 2;
        MisalignedServer.Manner manner = new MisalignedServer.Manner(
                kinds, Math.max(1, operations / FAULTS), LONGEST_DELAY, slow ? LATENCY : Duration.ZERO);
        MisalignedRun run = new MisalignedRun(mode, manner, callers, style, operations, FENCE_COMMANDS, seeds.split());
        return InBackground.call(() -> {
            slots.acquireUninterruptibly();
            try {
                return run.run();
            } finally {
                slots.release();
            }
        });
    }
}
