package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a time series when it is made and later; labels are written last, as they have no end of their
 * own.
 *
 * @param retention milliseconds, 0 for samples that stay, -1 for nothing said
 * @param chunkSize bytes, 0 for nothing said
 * @param duplicatePolicy null for nothing said
 * @param ignored null for nothing said
 * @param labels null for nothing said
 */
record TsSettings(
        long retention,
        long chunkSize,
        @Nullable TsDuplicatePolicy duplicatePolicy,
        @Nullable Ignored ignored,
        @Nullable Map<String, String> labels)
        implements CommandArgs {
    static final TsSettings NONE = new TsSettings(-1, 0, null, null, null);

    TsSettings retention(long millis) {
        return new TsSettings(millis, chunkSize, duplicatePolicy, ignored, labels);
    }

    TsSettings chunkSize(long bytes) {
        if (bytes < 48 || bytes > 1_048_576 || bytes % 8 != 0) {
            throw new IllegalArgumentException("bytes must be a multiple of 8 from 48 to 1048576, but is " + bytes);
        }
        return new TsSettings(retention, bytes, duplicatePolicy, ignored, labels);
    }

    TsSettings duplicatePolicy(TsDuplicatePolicy policy) {
        return new TsSettings(retention, chunkSize, policy, ignored, labels);
    }

    TsSettings ignore(Duration maxTimeDifference, double maxValueDifference) {
        long time = Arguments.notNegativeMillis("maxTimeDifference", maxTimeDifference);
        if (Arguments.finite("maxValueDifference", maxValueDifference) < 0) {
            throw new IllegalArgumentException("maxValueDifference must be at least 0, but is " + maxValueDifference);
        }
        return new TsSettings(retention, chunkSize, duplicatePolicy, new Ignored(time, maxValueDifference), labels);
    }

    TsSettings labels(Map<String, String> newLabels) {
        Map<String, String> copy = new LinkedHashMap<>();
        CommandBuilder.notNull("labels", newLabels)
                .forEach((name, value) -> copy.put(
                        CommandBuilder.notNull("a name of labels", name),
                        CommandBuilder.notNull("a value of labels", value)));
        return new TsSettings(retention, chunkSize, duplicatePolicy, ignored, Collections.unmodifiableMap(copy));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (retention >= 0) {
            command.word("RETENTION").number(retention);
        }
        if (chunkSize > 0) {
            command.word("CHUNK_SIZE").number(chunkSize);
        }
        if (duplicatePolicy != null) {
            command.word("DUPLICATE_POLICY").word(duplicatePolicy.name());
        }
        if (ignored != null) {
            command.word("IGNORE").number(ignored.millis).number(ignored.difference);
        }
        if (labels != null) {
            command.word("LABELS");
            labels.forEach(
                    (name, value) -> command.text("a name of labels", name).text("a value of labels", value));
        }
    }

    /** Differences up to which a sample is ignored. */
    record Ignored(long millis, double difference) {}
}
