/** Real Redis servers for tests and development. */
module io.sorrel.redis.test {
    requires static transitive org.jspecify;

    exports io.sorrel.redis.test;
}
