package io.sorrel.redis.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whence the wrong values of a run came: each is traced to its command, the connection, the misstep before it, and the
 * first fence behind that. Used by one thread, once callers and server have ended.
 */
final class Findings {
    private static final int MOST_KEPT = 20;

    /** Many times what a fence takes: only a machine that stands still, or a client without fences, comes here. */
    private static final long OLDEST = TimeUnit.SECONDS.toNanos(10);

    private static final Pattern SOURCE = Pattern.compile("v:k\\d+:(\\d+):\\d+");

    private final Map<Misstep, Integer> faults = new EnumMap<>(Misstep.class);
    private final List<String> problems = new ArrayList<>();
    private final Map<CommittedFault, Integer> byFault = new HashMap<>();
    private final Map<CommittedFault, Integer> byFaultOnLane = new HashMap<>();
    private int beforeFence;
    private int afterFence;
    private int strays;
    private int mostStrays;
    private int fences;
    private long worstAge;

    private final boolean lanes;

    /** A command that was received. */
    private record Received(ConnectionLog log, int ordinal) {}

    /**
     * Traces all wrong values.
     *
     * @param lanes whether the client may have had other connections than the shared one
     * @param mostOfOneFault the commands from one fence to the next, so the most wrong values that a fault may lead to
     */
    Findings(List<ConnectionLog> logs, Tally tally, boolean lanes, int mostOfOneFault) {
        this.lanes = lanes;
        Set<Integer> wanted = new HashSet<>(tally.saidNotSent());
        tally.wrong().forEach(wrong -> wanted.add(wrong.number()));
        Map<Integer, List<Received>> received = new HashMap<>();
        for (ConnectionLog log : logs) {
            log.faults().forEach(fault -> faults.merge(fault.kind(), 1, Integer::sum));
            for (int ordinal = 0; ordinal < log.count(); ordinal++) {
                if (wanted.contains(log.numberAt(ordinal))) {
                    received.computeIfAbsent(log.numberAt(ordinal), number -> new ArrayList<>())
                            .add(new Received(log, ordinal));
                }
            }
            fences += log.fences();
        }
        tally.wrong().forEach(wrong -> judge(wrong, received.getOrDefault(wrong.number(), List.of())));
        tally.saidNotSent().stream()
                .filter(received::containsKey)
                .forEach(number -> problem("k" + number + " was received, but reported as not sent"));
        byFault.forEach((fault, count) -> {
            if (count > mostOfOneFault) {
                problem(count + " wrong values behind " + fault);
            }
        });
    }

    /** A command whose lane had gone stale was received twice; its value says on which connection it was answered. */
    private static @Nullable Received answered(Tally.Wrong wrong, List<Received> received) {
        Matcher source = SOURCE.matcher(wrong.value());
        Stream<Received> candidates = received.stream();
        if (source.matches()) {
            int connection = Integer.parseInt(source.group(1));
            candidates = candidates.filter(asked -> asked.log().connection() == connection);
        }
        return candidates.reduce((earlier, later) -> later).orElse(null);
    }

    private void judge(Tally.Wrong wrong, List<Received> received) {
        Received asked = answered(wrong, received);
        if (asked == null) {
            problem(wrong + " came from a connection on which the key was not asked for");
            return;
        }
        CommittedFault fault = asked.log().misalignedBefore(asked.ordinal());
        if (fault == null) {
            problem(wrong + ": no misstep explains it");
        } else if (!lanes || asked.log().isShared()) {
            judgeShared(wrong, asked, fault);
        } else {
            judgeLane(wrong, fault);
        }
    }

    private void judgeShared(Tally.Wrong wrong, Received asked, CommittedFault fault) {
        if (asked.ordinal() > asked.log().firstFenceFrom(fault.place())) {
            afterFence++;
            problem(wrong + ": received behind the first fence behind " + fault);
        } else {
            beforeFence++;
            byFault.merge(fault, 1, Integer::sum);
            long age = wrong.at() - fault.at();
            worstAge = Math.max(worstAge, age);
            if (age > OLDEST) {
                problem(wrong + ": no fence within " + TimeUnit.NANOSECONDS.toSeconds(OLDEST) + " s behind " + fault);
            }
        }
    }

    /** A stray reply may arrive between a lane's look for one and its next command, and then again behind each reply. */
    private void judgeLane(Tally.Wrong wrong, CommittedFault fault) {
        strays++;
        mostStrays = Math.max(mostStrays, byFaultOnLane.merge(fault, 1, Integer::sum));
        if (!fault.kind().isStray()) {
            problem(wrong + ": on a lane behind " + fault);
        }
    }

    private void problem(String what) {
        if (problems.size() < MOST_KEPT) {
            problems.add(what);
        }
    }

    Map<Misstep, Integer> faults() {
        return faults;
    }

    /** What must not have happened, up to a number. */
    List<String> problems() {
        return problems;
    }

    /** Wrong values on the shared connection before the first fence behind the fault. */
    int beforeFence() {
        return beforeFence;
    }

    /** Wrong values on the shared connection behind that fence. */
    int afterFence() {
        return afterFence;
    }

    /** Wrong values on lanes. */
    int strays() {
        return strays;
    }

    /** The most wrong values on a lane that one fault led to. */
    int mostStrays() {
        return mostStrays;
    }

    int fences() {
        return fences;
    }

    /** The most wrong values on the shared connection that one fault led to. */
    int mostOfOneFault() {
        return byFault.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The longest time from a fault on the shared connection to a wrong value. */
    double worstAgeMillis() {
        return worstAge / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
