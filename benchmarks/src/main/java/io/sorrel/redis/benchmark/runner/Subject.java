package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.load.Measurement;
import java.time.Duration;

/** One participant under one load, started and waiting for its turns. */
interface Subject extends AutoCloseable {
    /**
     * Runs the load for that long.
     *
     * @throws SubjectException when there is nothing to measure
     */
    Measurement run(Duration time) throws SubjectException;

    @Override
    void close();
}
