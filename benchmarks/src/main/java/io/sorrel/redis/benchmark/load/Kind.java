package io.sorrel.redis.benchmark.load;

import io.sorrel.redis.benchmark.contender.Operation;

/** How a load calls the client. */
public enum Kind {
    /** Platform threads, each calls and waits. */
    SYNC(Operation.GET),
    /** Virtual threads, each calls and waits; JDK 21 and newer. */
    VIRTUAL(Operation.GET),
    /** One thread submits, a bounded number of replies outstanding. */
    ASYNC(Operation.GET_ASYNC),
    /** One thread, explicit pipelines of {@link Dataset#BATCH} GET. */
    PIPELINE(Operation.PIPELINE),
    /** One thread, MGET of {@link Dataset#BATCH} keys. */
    MGET(Operation.MGET),
    /** One thread, HGETALL of {@link Dataset#FIELDS} fields. */
    HGETALL(Operation.HGETALL),
    /** One thread, LRANGE of {@link Dataset#ELEMENTS} elements. */
    LRANGE(Operation.LRANGE),
    /** One thread, GET of {@link Dataset#LARGE_BYTES} bytes. */
    GET_LARGE(Operation.GET_BYTES),
    /** One thread, SET of {@link Dataset#LARGE_BYTES} bytes. */
    SET_LARGE(Operation.SET_BYTES);

    private final Operation operation;

    Kind(Operation operation) {
        this.operation = operation;
    }

    /** What a client must offer to take part. */
    public Operation operation() {
        return operation;
    }
}
