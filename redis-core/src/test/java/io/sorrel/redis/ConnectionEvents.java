package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a client tells of its shared connection, and knows the order in which it may tell it. */
final class ConnectionEvents implements ClientListener {
    private final List<Event> events = new CopyOnWriteArrayList<>();

    record Event(String name, long at, RedisException failure, int attempt, Duration delay) {}

    private void add(String name, RedisException failure, int attempt, Duration delay) {
        events.add(new Event(name, System.nanoTime(), failure, attempt, delay));
    }

    @Override
    public void connected(String endpoint) {
        add("connected", null, 0, Duration.ZERO);
    }

    @Override
    public void disconnected(String endpoint, RedisException cause) {
        add("disconnected", cause, 0, Duration.ZERO);
    }

    @Override
    public void reconnecting(String endpoint, int attempt, Duration delay, RedisException failure) {
        add("reconnecting", failure, attempt, delay);
    }

    List<Event> all() {
        return List.copyOf(events);
    }

    List<Event> named(String name) {
        return events.stream().filter(event -> event.name.equals(name)).toList();
    }

    /** When the connection was first given up after this moment; far away if it was not. */
    long firstDisconnectedAfter(long moment) {
        return named("disconnected").stream()
                .mapToLong(Event::at)
                .filter(at -> at >= moment)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Connected and disconnected take turns; attempts that fail come only in between and are counted from 1. */
    void assertInOrder() {
        List<String> problems = new ArrayList<>();
        boolean connected = false;
        int attempts = 0;
        for (Event event : events) {
            boolean reconnecting = event.name.equals("reconnecting");
            attempts = reconnecting ? attempts + 1 : 0;
            if (connected != event.name.equals("disconnected") || (reconnecting && event.attempt != attempts)) {
                problems.add(event.name + " at " + event.at);
            }
            connected = event.name.equals("connected");
        }
        assertThat(problems).as("of " + events).isEmpty();
    }
}
