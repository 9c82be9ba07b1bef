/** The Sorrel Redis client. */
module io.sorrel.redis {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.sorrel.redis;
    exports io.sorrel.redis.error;
}
