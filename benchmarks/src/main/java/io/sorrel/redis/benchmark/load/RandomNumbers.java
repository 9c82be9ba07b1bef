package io.sorrel.redis.benchmark.load;

/** Quick pseudo-random numbers (xorshift); one per thread. */
final class RandomNumbers {
    private int state;

    RandomNumbers(int seed) {
        state = seed * 0x9E3779B9 | 1;
    }

    int next() {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state & Integer.MAX_VALUE;
    }
}
