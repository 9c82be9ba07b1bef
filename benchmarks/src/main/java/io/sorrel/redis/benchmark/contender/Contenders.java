package io.sorrel.redis.benchmark.contender;

/** Opens contenders. */
public final class Contenders {
    private Contenders() {}

    /**
     * Opens a client and connects it.
     *
     * @throws IllegalArgumentException when the participant is no Java client
     */
    public static Contender open(Participant participant, Target target) {
        return switch (participant) {
            case SORREL_POOLED -> new SorrelContender(target);
            case JEDIS -> new JedisContender(target);
            case LETTUCE -> new LettuceContender(target);
            case REDISSON -> new RedissonContender(target);
            case REDIS_BENCHMARK -> throw new IllegalArgumentException(participant.id() + " is no Java client");
        };
    }
}
