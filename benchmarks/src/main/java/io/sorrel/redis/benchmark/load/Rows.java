package io.sorrel.redis.benchmark.load;

import static io.sorrel.redis.benchmark.load.Goal.atLeast;
import static io.sorrel.redis.benchmark.load.Goal.atLeastOfBest;
import static io.sorrel.redis.benchmark.load.Goal.p99AtMostOfBest;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Goal.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All rows, in the order of the table. */
public final class Rows {
    private static final List<Row> ALL = List.of(
            new Row(
                    "sync-1",
                    "sync, 1 thread, one core",
                    Kind.SYNC,
                    1,
                    true,
                    with(atLeast(1.08, Participant.JEDIS), atLeast(1.6, Participant.LETTUCE))),
            sync(2, atLeastOfBest(0.9)),
            sync(4, atLeastOfBest(1.1)),
            sync(8, atLeastOfBest(1.1)),
            sync(16, atLeastOfBest(1.4)),
            sync(64, atLeastOfBest(1.7)),
            sync(200, atLeastOfBest(1.0), p99AtMostOfBest(0.5)),
            virtual(256),
            virtual(2000),
            async(256, atLeast(8, Participant.LETTUCE)),
            async(4096, atLeast(12, Participant.LETTUCE), atLeast(0.8, Participant.REDIS_BENCHMARK)),
            single(
                    "pipeline-1000",
                    "pipeline of 1000 GET",
                    Kind.PIPELINE,
                    atLeast(1.1, Participant.JEDIS),
                    atLeast(3, Participant.LETTUCE)),
            single("mget-1000", "MGET of 1000", Kind.MGET, atLeastOfBest(1.25)),
            single("hgetall-10000", "HGETALL of 10,000 fields", Kind.HGETALL, atLeastOfBest(1.25)),
            single("lrange-100000", "LRANGE of 100,000", Kind.LRANGE, atLeastOfBest(1.25)),
            single("get-1mib", "GET of 1 MiB", Kind.GET_LARGE, atLeastOfBest(1.1)),
            single("set-1mib", "SET of 1 MiB", Kind.SET_LARGE, atLeastOfBest(1.0)));

    private Rows() {}

    /** Every row. */
    public static List<Row> all() {
        return ALL;
    }

    /**
     * The rows whose id is the given one or starts with it up to a hyphen: {@code sync} stands for all of {@code sync-…}.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    public static List<Row> named(String name) {
        List<Row> found = ALL.stream()
                .filter(row -> row.id().equals(name) || row.id().startsWith(name + "-"))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No row is called " + name + ": use one of "
                    + ALL.stream().map(Row::id).collect(Collectors.joining(" ")));
        }
        return found;
    }

    private static Row sync(int threads, Goal... goals) {
        return new Row("sync-" + threads, "sync, " + threads + " threads", Kind.SYNC, threads, false, with(goals));
    }

    private static Row virtual(int threads) {
        return new Row(
                "virtual-" + threads,
                threads + " virtual threads",
                Kind.VIRTUAL,
                threads,
                false,
                with(atLeastOfBest(7)));
    }

    private static Row async(int inFlight, Goal... goals) {
        return new Row(
                "async-" + inFlight, "async, " + inFlight + " in flight", Kind.ASYNC, inFlight, false, with(goals));
    }

    private static Row single(String id, String title, Kind kind, Goal... goals) {
        return new Row(id, title, kind, 1, false, with(goals));
    }

    private static List<Goal> with(Goal... goals) {
        List<Goal> all = new ArrayList<>(List.of(goals));
        all.add(new Goal(Measure.CPU, null, 1));
        all.add(new Goal(Measure.ALLOCATION, null, 1));
        return all;
    }
}
