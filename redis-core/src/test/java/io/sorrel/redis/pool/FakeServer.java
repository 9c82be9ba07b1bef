package io.sorrel.redis.pool;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.connection.Connection;
import io.sorrel.redis.connection.ConnectionFactory;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.event.ServerInfo;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes connections without sockets and counts those that are open; each step can be given a misbehaviour. */
final class FakeServer implements ConnectionFactory {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();
    final AtomicInteger attempts = new AtomicInteger();
    final List<FakeConnection> connections = new CopyOnWriteArrayList<>();
    volatile boolean remember = true;
    volatile Consumer<Deadline> onConnect = deadline -> {};
    volatile Consumer<Deadline> onValidate = deadline -> {};
    volatile Consumer<Deadline> onReset = deadline -> {};

    @Override
    public Connection connect(Deadline deadline) {
        attempts.incrementAndGet();
        onConnect.accept(deadline);
        FakeConnection connection = new FakeConnection();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        if (remember) {
            connections.add(connection);
        }
        return connection;
    }

    static FakeConnection of(PooledConnection lease) {
        return (FakeConnection) lease.connection();
    }

    final class FakeConnection implements Connection {
        private final AtomicBoolean closed = new AtomicBoolean();
        final AtomicInteger users = new AtomicInteger();
        volatile boolean dirty;
        final AtomicInteger validations = new AtomicInteger();
        final AtomicInteger resets = new AtomicInteger();

        @Override
        public <T extends @Nullable Object> T execute(Command<T> command, Deadline deadline) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public ServerInfo server() {
            return new ServerInfo(3, "redis", "7.0.15", "master", "standalone", 1);
        }

        @Override
        public boolean isOpen() {
            return !closed.get();
        }

        @Override
        public boolean isDirty() {
            return dirty;
        }

        @Override
        public void validate(Deadline deadline) {
            validations.incrementAndGet();
            closeOnFailure(onValidate, deadline);
        }

        @Override
        public void reset(Deadline deadline) {
            resets.incrementAndGet();
            closeOnFailure(onReset, deadline);
            dirty = false;
        }

        private void closeOnFailure(Consumer<Deadline> step, Deadline deadline) {
            try {
                step.accept(deadline);
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                open.decrementAndGet();
            }
        }
    }
}
