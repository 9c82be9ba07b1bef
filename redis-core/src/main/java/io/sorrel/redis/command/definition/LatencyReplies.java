package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.LatencyEvent;
import io.sorrel.redis.command.reply.LatencyHistogram;
import io.sorrel.redis.command.reply.LatencySample;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what the LATENCY commands answer. */
final class LatencyReplies {
    private static final int FIELDS = 4;
    private static final int FIELDS_WITH_TOTAL = 6;

    private LatencyReplies() {}

    static LatencyEvent event(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, FIELDS, "an event");
        String name = reply.readString();
        Instant time = Instant.ofEpochSecond(reply.readLong());
        Duration latest = Duration.ofMillis(reply.readLong());
        Duration maximum = Duration.ofMillis(reply.readLong());
        @Nullable Duration total = null;
        long count = -1;
        int read = FIELDS;
        if (size >= FIELDS_WITH_TOTAL) {
            total = Duration.ofMillis(reply.readLong());
            count = reply.readLong();
            read = FIELDS_WITH_TOTAL;
        }
        Shapes.skip(reply, size - read);
        return new LatencyEvent(name, time, latest, maximum, total, count);
    }

    static LatencySample sample(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a sample");
        LatencySample sample =
                new LatencySample(Instant.ofEpochSecond(reply.readLong()), Duration.ofMillis(reply.readLong()));
        Shapes.skip(reply, size - 2);
        return sample;
    }

    static LatencyHistogram histogram(ReplyReader reply) throws IOException {
        long calls = 0;
        NavigableMap<Duration, Long> within = new TreeMap<>();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "calls" -> calls = reply.readLong();
                case "histogram_usec" -> {
                    int buckets = reply.readMapHeader();
                    for (int j = 0; j < buckets; j++) {
                        within.put(Duration.of(reply.readLong(), ChronoUnit.MICROS), reply.readLong());
                    }
                }
                default -> reply.skip();
            }
        }
        return new LatencyHistogram(calls, within);
    }
}
