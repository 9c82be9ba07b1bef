package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Measurement;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.benchmark.load.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Made-up results with round figures. */
final class Samples {
    static final RunInfo RUN = run(false);

    private Samples() {}

    static RunInfo run(boolean quick) {
        return new RunInfo(
                "2026-01-01T00:00:00Z",
                "Linux, 2 processors",
                "JDK 17",
                "Redis 7.0.15",
                3,
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                quick);
    }

    /** One second at that rate, with latencies of so many microseconds, and usage per operation. */
    static Measurement round(long perSecond, long micros, long cpuNanos, long bytes) {
        return new Measurement(
                perSecond,
                1_000_000_000,
                0,
                micros * 500,
                micros * 1000,
                micros * 2000,
                cpuNanos * perSecond,
                bytes * perSecond,
                null);
    }

    static Measurement broken() {
        return new Measurement(10, 1_000_000_000, 2, 1, 1, 1, 1, 1, "A reply was wrong");
    }

    static Cell cell(long perSecond, long micros, long cpuNanos, long bytes) {
        return Cell.of(List.of(round(perSecond, micros, cpuNanos, bytes)));
    }

    static Row row(String id) {
        return Rows.named(id).get(0);
    }

    /** Ours against a slower peer that needs less processor time, and a faster one with long tails. */
    static RowResult sync200() {
        return new RowResult(
                row("sync-200"),
                Map.of(
                        Participant.SORREL_POOLED, cell(150_000, 400, 900, 100),
                        Participant.JEDIS, cell(100_000, 1000, 1000, 300),
                        Participant.LETTUCE, cell(60_000, 500, 800, 500),
                        Participant.REDISSON, Cell.failed("refused"),
                        Participant.REDIS_BENCHMARK, Cell.skipped("not on the search path")));
    }
}
