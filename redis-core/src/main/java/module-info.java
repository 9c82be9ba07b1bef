/** The Sorrel Redis client. */
module io.sorrel.redis {
    requires static transitive org.jspecify;
    requires jdk.net;
    requires org.slf4j;

    exports io.sorrel.redis;
    exports io.sorrel.redis.api;
    exports io.sorrel.redis.codec;
    exports io.sorrel.redis.command;
    exports io.sorrel.redis.command.args;
    exports io.sorrel.redis.command.definition;
    exports io.sorrel.redis.command.reply;
    exports io.sorrel.redis.config;
    exports io.sorrel.redis.error;
    exports io.sorrel.redis.event;
}
