package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.TimeSample;
import io.sorrel.redis.command.reply.TimeSeriesGroup;
import io.sorrel.redis.command.reply.TimeSeriesSample;
import io.sorrel.redis.command.reply.TimeSeriesSamples;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is answered about several time series. In RESP2 it is an array of key, labels and samples for each; in RESP3
 * a map from each key to labels, notes on how samples were put together, and samples.
 */
final class SeriesReplies {
    private static final String SOURCE = "__source__";
    private static final ReplyDecoder<Map<String, List<String>>> NOTES =
            ReplyDecoders.map(ReplyDecoders.string(), ReplyDecoders.list(ReplyDecoders.string()));

    private SeriesReplies() {}

    static <K> ReplyDecoder<List<TimeSeriesSample<K>>> latest(ReplyDecoder<K> key) {
        return all((reply, nested) -> {
            int parts = nested ? 0 : header(reply, 3);
            K name = key.decode(reply);
            parts = nested ? header(reply, 2) : parts - 1;
            Map<String, @Nullable String> labels = TimeSeriesReplies.labels(reply);
            skip(reply, parts - 2);
            return new TimeSeriesSample<>(name, labels, TimeSeriesReplies.sampleOrNull(reply));
        });
    }

    static <K> ReplyDecoder<List<TimeSeriesSamples<K>>> samples(ReplyDecoder<K> key) {
        return all((reply, nested) -> {
            int parts = nested ? 0 : header(reply, 3);
            K name = key.decode(reply);
            parts = nested ? header(reply, 2) : parts - 1;
            Map<String, @Nullable String> labels = TimeSeriesReplies.labels(reply);
            skip(reply, parts - 2);
            return new TimeSeriesSamples<>(name, labels, TimeSeriesReplies.SAMPLES.decode(reply));
        });
    }

    /** Groups are named as in {@code label=value}; their sources stand among the labels or the notes. */
    static List<TimeSeriesGroup> groups(ReplyReader reply) throws IOException {
        return SeriesReplies.<TimeSeriesGroup>all(SeriesReplies::group).decode(reply);
    }

    private static TimeSeriesGroup group(ReplyReader reply, boolean nested) throws IOException {
        int parts = nested ? 0 : header(reply, 3);
        String name = reply.readString();
        parts = nested ? header(reply, 2) : parts - 1;
        int sign = name.indexOf('=');
        if (sign < 0) {
            throw new UnexpectedReplyException("expected a group, but the server sent another name");
        }
        String source = TimeSeriesReplies.labels(reply).get(SOURCE);
        List<String> sources = source == null ? List.of() : List.of(source.split(",", -1));
        for (int i = 2; i < parts; i++) {
            sources = NOTES.decode(reply).getOrDefault("sources", sources);
        }
        List<TimeSample> samples = TimeSeriesReplies.SAMPLES.decode(reply);
        return new TimeSeriesGroup(name.substring(0, sign), name.substring(sign + 1), sources, samples);
    }

    private static <T> ReplyDecoder<List<T>> all(Entry<T> entry) {
        return reply -> {
            boolean nested = reply.isMap();
            int size = nested ? reply.readMapHeader() : reply.readArrayHeader();
            List<T> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                all.add(entry.read(reply, nested));
            }
            return all;
        };
    }

    private static int header(ReplyReader reply, int atLeast) throws IOException {
        int size = reply.readArrayHeader();
        if (size < atLeast) {
            throw new UnexpectedReplyException("expected a time series, but the server sent " + size + " values");
        }
        return size;
    }

    private static void skip(ReplyReader reply, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            reply.skip();
        }
    }

    /** Reads what is said of one series. */
    @FunctionalInterface
    private interface Entry<T> {
        T read(ReplyReader reply, boolean nested) throws IOException;
    }
}
