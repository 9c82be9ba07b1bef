package io.sorrel.redis.benchmark.contender;

import io.sorrel.redis.config.ConnectionMode;

/** Opens contenders. */
public final class Contenders {
    private Contenders() {}

    /**
     * Opens a client and connects it.
     *
     * @throws IllegalArgumentException when the participant is no Java client of this build
     */
    public static Contender open(Participant participant, Target target) {
        return switch (participant) {
            case SORREL -> new SorrelContender(target, ConnectionMode.ADAPTIVE);
            case SORREL_SHARED -> new SorrelContender(target, ConnectionMode.SHARED);
            case SORREL_POOLED -> new SorrelContender(target, ConnectionMode.POOLED);
            case JEDIS -> new JedisContender(target);
            case LETTUCE -> new LettuceContender(target);
            case REDISSON -> new RedissonContender(target);
            case SORREL_BEFORE, SORREL_SHARED_BEFORE, SORREL_POOLED_BEFORE, REDIS_BENCHMARK ->
                throw new IllegalArgumentException(participant.id() + " is no Java client of this build");
        };
    }
}
