package io.sorrel.redis.event;

import io.sorrel.redis.error.RedisException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happens to connections and commands; every method is empty, so that an implementation overrides what it needs.
 *
 * <p>Order, for each connection: {@code connectionCreated}, then any number of pairs of {@code connectionAcquired} and
 * {@code connectionReleased}, then {@code connectionDestroyed}. A connection that fails its check before use, is
 * retired before anybody had it, or is no longer needed when it is ready is destroyed without having been acquired.
 * {@code connectionLeaked} comes between {@code connectionAcquired} and {@code connectionReleased}. Where the client is
 * closed by force, {@code connectionDestroyed} may come before {@code connectionReleased}. {@code connectionFailed} and
 * {@code acquireTimedOut} stand alone. Events of different connections are not ordered.
 *
 * <p>Order, for each command: {@code commandRetried} comes after the events of the attempt that failed, so after the
 * {@code connectionReleased} of its connection if it had one, and before those of the next attempt, so before its
 * {@code connectionAcquired}. The last failure of a command has none: it is thrown.
 *
 * <p>Order, for the shared connection: {@code connected}, then {@code disconnected}, then any number of
 * {@code reconnecting}, then {@code connected} again. {@code disconnected} comes after the commands in flight have
 * failed. Before the first {@code connected} there may be {@code reconnecting}. It is no connection of the pool, and
 * the events of pooled connections do not tell of it.
 *
 * <p>{@code commandFinished} is the last event of a command, after all its attempts.
 *
 * <p>Methods are called on the thread on which the event happens, those about the shared connection on a thread of their
 * own, one event at a time; never under a lock of the client. Several threads call at once: implementations are
 * thread-safe and return quickly, because a caller may be waiting. A client tells its listeners in the order in which
 * they were added; one that is added while the client is at work hears what happens from then on, so that it may hear of a
 * release without the acquisition. An exception thrown by a method is logged once for each listener and changes nothing for the caller
 * or for other listeners.
 *
 * <p>{@code endpoint} is the label of the server, such as {@code localhost:6379}; it contains no credentials.
 */
public interface ClientListener {
    /** Ignores everything; costs nothing. */
    ClientListener NONE = new ClientListener() {};

    /**
     * A connection is ready for use.
     *
     * @param took the time for name resolution, dialling and the handshake
     */
    default void connectionCreated(String endpoint, Duration took) {}

    /** A connection could not be made. */
    default void connectionFailed(String endpoint, RedisException failure) {}

    /** A connection was closed for good. */
    default void connectionDestroyed(String endpoint, DestroyCause cause) {}

    /**
     * A caller has got a connection.
     *
     * @param waited the time from the call to the hand-over, with creation and check before use where they happened;
     *     zero where an idle connection was taken at once
     */
    default void connectionAcquired(String endpoint, Duration waited) {}

    /**
     * A caller has given its connection back.
     *
     * @param used the time for which it had the connection
     */
    default void connectionReleased(String endpoint, Duration used) {}

    /** A caller has got no connection in time. */
    default void acquireTimedOut(String endpoint) {}

    /**
     * A connection has been in use for longer than the leak threshold; told once for each time it is borrowed.
     *
     * @param borrowedAt an exception, never thrown, whose stack is that of the call that borrowed the connection
     */
    default void connectionLeaked(String endpoint, Throwable borrowedAt) {}

    /**
     * A command has failed and is about to be tried again.
     *
     * @param command the name of the command, without its arguments
     * @param retry which retry this is, counted from 1
     * @param failure what the attempt before failed with
     * @param delay the wait that begins now, before which there is no other attempt, after which the command is sent
     */
    default void commandRetried(String endpoint, String command, int retry, RedisException failure, Duration delay) {}

    /**
     * A call has ended, with all its attempts, within a session or without. Called on the thread that made a sync call,
     * and on the one that completes the future of an async call, before the caller is told. An async call that was
     * cancelled may end without it. A client without listeners measures nothing; one with listeners reads the clock once
     * more for each call.
     *
     * @param command the name of the command, without its arguments
     * @param took the time from the call to its end
     * @param failure what it failed with; null if it succeeded
     */
    default void commandFinished(String endpoint, String command, Duration took, @Nullable RedisException failure) {}

    /** The shared connection is ready: logged in, in the right database, with its name. */
    default void connected(String endpoint) {}

    /**
     * The shared connection was lost or given up; commands that were in flight on it have failed, those still queued
     * wait for the next one.
     */
    default void disconnected(String endpoint, RedisException cause) {}

    /**
     * An attempt to make the shared connection has failed. Another one follows; before the first success, only if a
     * command needs it.
     *
     * @param attempt how many attempts have failed since the last success
     * @param delay the wait that begins now, before which there is no other attempt
     * @param failure why the last attempt failed
     */
    default void reconnecting(String endpoint, int attempt, Duration delay, RedisException failure) {}
}
