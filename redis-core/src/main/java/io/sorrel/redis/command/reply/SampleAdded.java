package io.sorrel.redis.command.reply;

import io.sorrel.redis.error.RedisServerException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sample that was to be added to a time series.
 *
 * @param time its moment, or the latest of the series where the sample was ignored; null where it was refused
 * @param error why it was refused; null where it was not
 */
public record SampleAdded(@Nullable Instant time, @Nullable RedisServerException error) {
    /** Whether it was not refused. */
    public boolean isAdded() {
        return error == null;
    }
}
