package io.sorrel.redis.samples.quickstart;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a link works. */
enum Lifetime {
    @JsonProperty("minute")
    MINUTE(Duration.ofMinutes(1)),
    @JsonProperty("hour")
    HOUR(Duration.ofHours(1)),
    @JsonProperty("day")
    DAY(Duration.ofDays(1)),
    @JsonProperty("week")
    WEEK(Duration.ofDays(7)),
    @JsonProperty("forever")
    FOREVER(null);

    private final @Nullable Duration span;

    Lifetime(@Nullable Duration span) {
        this.span = span;
    }

    /** The span of time, or {@code null} for a link that stays. */
    @Nullable
    Duration span() {
        return span;
    }
}
