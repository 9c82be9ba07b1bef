/** Real Redis servers, and misbehaving ones, for tests and development. */
module io.sorrel.redis.test {
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;

    exports io.sorrel.redis.test;
    exports io.sorrel.redis.test.fault;
}
