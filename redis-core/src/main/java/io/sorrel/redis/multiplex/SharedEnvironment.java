package io.sorrel.redis.multiplex;

import io.sorrel.redis.connection.CapturedReply;
import io.sorrel.redis.connection.Deadline;
import io.sorrel.redis.connection.DeadlineWatch;
import io.sorrel.redis.connection.Link;
import io.sorrel.redis.event.ClientListener;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The world around a shared connection.
 *
 * @param endpoint the label of the server, for messages and events
 * @param clientName the name of the client, for the log; null if it has none
 * @param connector opens links, within a deadline
 * @param connectTimeout the longest time for opening one
 * @param commandTimeout the time of a call, where it says nothing else
 * @param watch wakes the connection when a deadline has passed
 * @param listeners the listener at the moment, {@link ClientListener#NONE} for none; it is told of the fate of the
 *     connection, on a thread that it has to itself, and throws nothing
 * @param random the source of chance of the calling thread
 * @param pushes gets what the server sends unasked (RESP3 pushes), in order, where callbacks run; null to drop it
 */
public record SharedEnvironment(
        String endpoint,
        @Nullable String clientName,
        Function<Deadline, Link> connector,
        Duration connectTimeout,
        Duration commandTimeout,
        DeadlineWatch watch,
        Supplier<ClientListener> listeners,
        Supplier<RandomGenerator> random,
        @Nullable Consumer<? super CapturedReply> pushes) {}
