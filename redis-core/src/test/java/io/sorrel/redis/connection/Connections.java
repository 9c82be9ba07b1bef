package io.sorrel.redis.connection;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Makes connections for tests and closes them. */
final class Connections implements AutoCloseable {
    static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());

    private final List<Connector> connectors = new ArrayList<>();

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "test-connection");
        thread.setDaemon(true);
        return thread;
    }

    static Deadline soon() {
        return Deadline.after(Duration.ofMinutes(1));
    }

    Connection connect(String url) {
        return connect(ClientOptions.of(url));
    }

    Connection connect(ClientOptions options) {
        return connector(options).connect(soon());
    }

    Connector connector(ClientOptions options) {
        return add(new Connector(options, Connections::daemon));
    }

    /** A connector whose deadlines are measured by the test's clock. */
    Connector connector(ClientOptions options, LongSupplier ticker) {
        TcpDialer dialer = new TcpDialer(
                (Endpoint.Tcp) options.endpoint(),
                options.keepAlive(),
                new TimedResolver(AddressResolver.SYSTEM, Connections::daemon));
        return add(new Connector(options, dialer, new DeadlineWatch(ticker, Connections::daemon)));
    }

    private Connector add(Connector connector) {
        connectors.add(connector);
        return connector;
    }

    static String ping(Connection connection) {
        Command<String> ping = COMMANDS.connection().ping();
        return connection.execute(ping, soon());
    }

    @Override
    public void close() {
        connectors.forEach(Connector::close);
    }
}
