package io.sorrel.redis.test.fault;

/** The two ways through a proxy. */
enum Direction {
    REQUESTS,
    REPLIES
}
