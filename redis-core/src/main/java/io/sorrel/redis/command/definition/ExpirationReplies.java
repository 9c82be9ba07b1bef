package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.reply.Expiration;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/** Reads expiries, in which -2 stands for a missing key or field and -1 for one that does not expire. */
final class ExpirationReplies {
    static final ReplyDecoder<Expiration<Duration>> SECONDS = expiration(Duration::ofSeconds);
    static final ReplyDecoder<Expiration<Duration>> MILLIS = expiration(Duration::ofMillis);
    static final ReplyDecoder<Expiration<Instant>> EPOCH_SECONDS = expiration(Instant::ofEpochSecond);
    static final ReplyDecoder<Expiration<Instant>> EPOCH_MILLIS = expiration(Instant::ofEpochMilli);

    private ExpirationReplies() {}

    private static <T> ReplyDecoder<Expiration<T>> expiration(LongFunction<T> unit) {
        return reply -> {
            long number = reply.readLong();
            if (number >= 0) {
                return Expiration.expiring(unit.apply(number));
            }
            if (number < -2) {
                throw new UnexpectedReplyException("expected an expiry, but the server sent " + number);
            }
            return number == -1 ? Expiration.persistent() : Expiration.missing();
        };
    }
}
