package io.sorrel.redis.test.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The connections of one proxy, and the lines of script that later ones begin with. */
final class ProxyConnections {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ProxyConnection> all = new ArrayList<>();
    private final Map<Direction, List<Consumer<Lane>>> lines = new EnumMap<>(Direction.class);

    ProxyConnections() {
        for (Direction direction : Direction.values()) {
            lines.put(direction, new ArrayList<>());
        }
    }

    void add(ProxyConnection connection) {
        lock.lock();
        try {
            lines.forEach(
                    (direction, ofDirection) -> ofDirection.forEach(line -> line.accept(connection.lane(direction))));
            all.add(connection);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<ProxyConnection> open() {
        lock.lock();
        try {
            return all.stream().filter(ProxyConnection::isOpen).toList();
        } finally {
            lock.unlock();
        }
    }

    ProxyConnection await(int number, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (true) {
                for (ProxyConnection connection : all) {
                    if (connection.number() == number) {
                        return connection;
                    }
                }
                if (left <= 0) {
                    throw new AssertionError("No connection " + number + " within " + limit);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for connection " + number, e);
        } finally {
            lock.unlock();
        }
    }

    FaultScript script(Direction direction) {
        return new FaultScript(new AllLanes(direction));
    }

    /** The scope of a script that is for all lanes of a direction, open ones and later ones. */
    private final class AllLanes implements FaultScript.Scope {
        private final Direction direction;

        AllLanes(Direction direction) {
            this.direction = direction;
        }

        @Override
        public void always(Consumer<Lane> line) {
            List<ProxyConnection> earlier;
            lock.lock();
            try {
                lines(direction).add(line);
                earlier = open();
            } finally {
                lock.unlock();
            }
            earlier.forEach(connection -> line.accept(connection.lane(direction)));
        }

        @Override
        public void now(Consumer<Lane> action) {
            open().forEach(connection -> action.accept(connection.lane(direction)));
        }

        @Override
        public void forget() {
            lock.lock();
            try {
                lines(direction).clear();
            } finally {
                lock.unlock();
            }
        }
    }

    private List<Consumer<Lane>> lines(Direction direction) {
        return lines.computeIfAbsent(direction, none -> new ArrayList<>());
    }
}
