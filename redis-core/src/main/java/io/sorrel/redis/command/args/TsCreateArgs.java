package io.sorrel.redis.command.args;

import static io.sorrel.redis.command.CommandBuilder.notNull;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a time series is made: by TS.CREATE, or by the first TS.ADD, TS.INCRBY or TS.DECRBY. Immutable. */
public final class TsCreateArgs implements CommandArgs {
    private static final TsCreateArgs DEFAULTS = new TsCreateArgs(TsSettings.NONE, null);

    private final TsSettings settings;
    private final @Nullable TsEncoding encoding;

    private TsCreateArgs(TsSettings settings, @Nullable TsEncoding encoding) {
        this.settings = settings;
        this.encoding = encoding;
    }

    /** As the server's configuration says, without labels. */
    public static TsCreateArgs defaults() {
        return DEFAULTS;
    }

    /**
     * How much older than the latest a sample may become (RETENTION).
     *
     * @param age in whole milliseconds; zero for samples that stay
     */
    public TsCreateArgs retention(Duration age) {
        return new TsCreateArgs(settings.retention(Arguments.notNegativeMillis("age", age)), encoding);
    }

    /** How samples are stored (ENCODING). */
    public TsCreateArgs encoding(TsEncoding newEncoding) {
        return new TsCreateArgs(settings, notNull("newEncoding", newEncoding));
    }

    /**
     * How much memory a chunk of samples takes at first (CHUNK_SIZE).
     *
     * @param bytes from 48 to 1048576, a multiple of 8; the server's default is 4096
     */
    public TsCreateArgs chunkSize(long bytes) {
        return new TsCreateArgs(settings.chunkSize(bytes), encoding);
    }

    /** What happens with a sample for a moment that has one (DUPLICATE_POLICY); the server's default is to fail. */
    public TsCreateArgs duplicatePolicy(TsDuplicatePolicy policy) {
        return new TsCreateArgs(settings.duplicatePolicy(notNull("policy", policy)), encoding);
    }

    /**
     * Which new samples are ignored as they hardly differ from the latest; only with the policy LAST (IGNORE, since
     * RedisTimeSeries 1.12).
     *
     * @param maxTimeDifference how much later they are at most, in whole milliseconds
     * @param maxValueDifference how much their value differs at most, not negative
     */
    public TsCreateArgs ignore(Duration maxTimeDifference, double maxValueDifference) {
        return new TsCreateArgs(settings.ignore(maxTimeDifference, maxValueDifference), encoding);
    }

    /** By what the series can be found, names with values (LABELS). */
    public TsCreateArgs labels(Map<String, String> labels) {
        return new TsCreateArgs(settings.labels(labels), encoding);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (encoding != null) {
            command.word("ENCODING").word(encoding.name());
        }
        settings.writeTo(command);
    }
}
