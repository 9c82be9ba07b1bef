package io.sorrel.redis.spring.autoconfigure.dev;

import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.spring.autoconfigure.RedisConnectionDetails;
import io.sorrel.redis.test.RedisServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** The details of an embedded server, which runs as long as this object is open. */
final class DevServerConnectionDetails implements RedisConnectionDetails, AutoCloseable {
    private static final Log LOG = LogFactory.getLog(DevServerConnectionDetails.class);

    private final RedisServer server;

    private DevServerConnectionDetails(RedisServer server) {
        this.server = server;
    }

    static DevServerConnectionDetails start() {
        RedisServer server = RedisServer.builder().start();
        DevServerConnectionDetails details = new DevServerConnectionDetails(server);
        LOG.info("No Redis configured: started an embedded Redis " + server.version() + " at " + details.getEndpoint()
                + "; its data ends with the application. Set sorrel.redis.url to use a real one");
        return details;
    }

    @Override
    public Endpoint getEndpoint() {
        return Endpoint.tcp(server.host(), server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
