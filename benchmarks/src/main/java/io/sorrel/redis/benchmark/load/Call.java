package io.sorrel.redis.benchmark.load;

/** One operation of a load, waited for on the calling thread. */
@FunctionalInterface
interface Call {
    /**
     * Runs it.
     *
     * @param random a number that is different each time, not negative
     * @return whether the reply was right
     */
    boolean run(int random);
}
