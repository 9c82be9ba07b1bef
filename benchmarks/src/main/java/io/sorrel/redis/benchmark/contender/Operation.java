package io.sorrel.redis.benchmark.contender;

/** A kind of call that a {@link Contender} may or may not offer. */
public enum Operation {
    /** One GET, answered on the calling thread. */
    GET,
    /** One GET, answered by a future. */
    GET_ASYNC,
    /** Many GET in one explicit pipeline. */
    PIPELINE,
    /** One MGET of many keys. */
    MGET,
    /** All fields of one hash. */
    HGETALL,
    /** All elements of one list. */
    LRANGE,
    /** One GET of a large value as bytes. */
    GET_BYTES,
    /** One SET of a large value as bytes. */
    SET_BYTES
}
