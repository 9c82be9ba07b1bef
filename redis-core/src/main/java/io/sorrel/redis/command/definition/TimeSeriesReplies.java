package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.ServerNumbers;
import io.sorrel.redis.command.reply.SampleAdded;
import io.sorrel.redis.command.reply.TimeRow;
import io.sorrel.redis.command.reply.TimeSample;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.ServerErrors;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads samples and labels of time series. */
final class TimeSeriesReplies {
    static final ReplyDecoder<List<TimeSample>> SAMPLES = ReplyDecoders.list(TimeSeriesReplies::sample);
    static final ReplyDecoder<List<TimeRow>> ROWS = ReplyDecoders.list(TimeSeriesReplies::row);
    static final ReplyDecoder<List<SampleAdded>> ADDED = ReplyDecoders.list(TimeSeriesReplies::added);

    private static final ReplyDecoder<@Nullable String> LABEL = ReplyDecoders.nullable(ReplyDecoders.string());

    private TimeSeriesReplies() {}

    static Instant moment(ReplyReader reply) throws IOException {
        return Instant.ofEpochMilli(reply.readLong());
    }

    /** A moment and a value. */
    static TimeSample sample(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size != 2) {
            throw new UnexpectedReplyException(
                    "expected a moment and a value, but the server sent " + size + " values");
        }
        return new TimeSample(moment(reply), value(reply));
    }

    static @Nullable TimeSample sampleOrNull(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size <= 0) {
            return null;
        }
        if (size != 2) {
            throw new UnexpectedReplyException(
                    "expected a moment and a value, but the server sent " + size + " values");
        }
        return new TimeSample(moment(reply), value(reply));
    }

    /** A moment and a value, or nothing at all. */
    @SuppressWarnings("NullAway") // The result may be null; compilers before JDK 22 do not tell NullAway.
    static ReplyDecoder<@Nullable TimeSample> sampleOrNull() {
        return TimeSeriesReplies::sampleOrNull;
    }

    /** Names and values: a map, or an array of arrays of two. */
    static Map<String, @Nullable String> labels(ReplyReader reply) throws IOException {
        Map<String, @Nullable String> labels = new LinkedHashMap<>();
        if (reply.isMap()) {
            int size = reply.readMapHeader();
            for (int i = 0; i < size; i++) {
                labels.put(reply.readString(), LABEL.decode(reply));
            }
            return labels;
        }
        int size = reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            int parts = reply.readArrayHeader();
            if (parts != 2) {
                throw new UnexpectedReplyException("expected a label, but the server sent " + parts + " values");
            }
            labels.put(reply.readString(), LABEL.decode(reply));
        }
        return labels;
    }

    /** A floating-point number; RESP2 has it as text, {@code NaN} in capitals too. */
    static double value(ReplyReader reply) throws IOException {
        if (!reply.isString()) {
            return reply.readDouble();
        }
        Double number = ServerNumbers.real(reply.readString());
        if (number == null) {
            throw new UnexpectedReplyException("expected a value, but the server sent another text");
        }
        return number;
    }

    private static TimeRow row(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size != 2) {
            throw new UnexpectedReplyException("expected a moment and values, but the server sent " + size + " values");
        }
        Instant time = moment(reply);
        int count = reply.readArrayHeader();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(reply));
        }
        return new TimeRow(time, values);
    }

    private static SampleAdded added(ReplyReader reply) throws IOException {
        if (reply.isError()) {
            return new SampleAdded(null, ServerErrors.translate(reply.readError(), ErrorContext.NONE));
        }
        return new SampleAdded(moment(reply), null);
    }
}
