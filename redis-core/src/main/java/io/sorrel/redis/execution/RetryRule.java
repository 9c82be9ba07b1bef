package io.sorrel.redis.execution;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.error.CrossSlotTransactionException;
import io.sorrel.redis.error.DisconnectedException;
import io.sorrel.redis.error.PoolExhaustedException;
import io.sorrel.redis.error.QueueFullException;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisCodecException;
import io.sorrel.redis.error.RedisConnectionException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.error.RedisInterruptedException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.RedisTimeoutException;
import io.sorrel.redis.error.TransientRefusals;
import java.util.List;

/** The rule of {@link io.sorrel.redis.config.RetryOptions}: whether repeating a command is harmless and may help. */
final class RetryRule {
    /** Would be the same again, or was asked for by the owner of the client or the thread. */
    private static final List<Class<? extends RedisException>> FINAL = List.of(
            RedisInterruptedException.class,
            DisconnectedException.class,
            RedisClosedException.class,
            RedisCodecException.class,
            PoolExhaustedException.class,
            QueueFullException.class,
            CrossSlotTransactionException.class);

    private RetryRule() {}

    static boolean allows(CommandSpec spec, RedisException failure) {
        if (failure instanceof RedisServerException) {
            return TransientRefusals.include(failure);
        }
        return switch (failure.outcome()) {
            case NOT_SENT -> FINAL.stream().noneMatch(type -> type.isInstance(failure));
            case REFUSED -> false;
            case UNKNOWN -> isLoss(failure) && (spec.isReadOnly() || spec.isIdempotent());
        };
    }

    /** Whether the reply did not come; one that came and could not be used would be the same again. */
    private static boolean isLoss(RedisException failure) {
        return failure instanceof RedisConnectionException || failure instanceof RedisTimeoutException;
    }
}
