package io.sorrel.redis.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers that are not closed yet. An orderly exit of the JVM closes them and so waits until they are gone; after
 * any other end their supervisors do it.
 */
final class RunningServers {
    private static final Set<RedisServer> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningServers::closeAll, "sorrel-redis-shutdown"));
    }

    private RunningServers() {}

    static void add(RedisServer server) {
        OPEN.add(server);
    }

    static void remove(RedisServer server) {
        OPEN.remove(server);
    }

    private static void closeAll() {
        OPEN.forEach(RedisServer::close);
    }
}
