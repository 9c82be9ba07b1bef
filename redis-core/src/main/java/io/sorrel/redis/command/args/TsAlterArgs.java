package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.Map;

/** What TS.ALTER changes of a time series; what is not given stays. Immutable. */
public final class TsAlterArgs implements CommandArgs {
    private static final TsAlterArgs NOTHING = new TsAlterArgs(TsSettings.NONE);

    private final TsSettings settings;

    private TsAlterArgs(TsSettings settings) {
        this.settings = settings;
    }

    /** Nothing yet. */
    public static TsAlterArgs nothing() {
        return NOTHING;
    }

    /**
     * How much older than the latest a sample may become (RETENTION).
     *
     * @param age in whole milliseconds; zero for samples that stay
     */
    public TsAlterArgs retention(Duration age) {
        return new TsAlterArgs(settings.retention(Arguments.notNegativeMillis("age", age)));
    }

    /**
     * How much memory a new chunk of samples takes at first (CHUNK_SIZE).
     *
     * @param bytes from 48 to 1048576, a multiple of 8
     */
    public TsAlterArgs chunkSize(long bytes) {
        return new TsAlterArgs(settings.chunkSize(bytes));
    }

    /** What happens with a sample for a moment that has one (DUPLICATE_POLICY). */
    public TsAlterArgs duplicatePolicy(TsDuplicatePolicy policy) {
        return new TsAlterArgs(settings.duplicatePolicy(notNull("policy", policy)));
    }

    /**
     * Which new samples are ignored as they hardly differ from the latest; only with the policy LAST (IGNORE, since
     * RedisTimeSeries 1.12).
     *
     * @param maxTimeDifference how much later they are at most, in whole milliseconds
     * @param maxValueDifference how much their value differs at most, not negative
     */
    public TsAlterArgs ignore(Duration maxTimeDifference, double maxValueDifference) {
        return new TsAlterArgs(settings.ignore(maxTimeDifference, maxValueDifference));
    }

    /** All labels that the series has from now on; none removes them (LABELS). */
    public TsAlterArgs labels(Map<String, String> labels) {
        return new TsAlterArgs(settings.labels(labels));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        settings.writeTo(command);
    }
}
