package io.sorrel.redis.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on a thread of their own, because a lookup cannot be given a time limit. Lookups of the same name
 * that overlap share one thread, so that a resolver that hangs holds one thread per name at the most. An answer is not
 * kept: the next attempt asks again.
 */
final class TimedResolver {
    private final AddressResolver resolver;
    private final ThreadFactory threads;
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();

    TimedResolver(AddressResolver resolver, ThreadFactory threads) {
        this.resolver = resolver;
        this.threads = threads;
    }

    /** All addresses of the host within the deadline. */
    List<InetAddress> resolve(String host, Deadline deadline) throws IOException, InterruptedException {
        CompletableFuture<List<InetAddress>> lookup = running.computeIfAbsent(host, this::start);
        try {
            return lookup.get(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("looking up the name took longer than the connect timeout");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IOException("looking up the name failed", e.getCause());
        }
    }

    private CompletableFuture<List<InetAddress>> start(String host) {
        CompletableFuture<List<InetAddress>> lookup = new CompletableFuture<>();
        threads.newThread(() -> run(host, lookup)).start();
        return lookup;
    }

    private void run(String host, CompletableFuture<List<InetAddress>> lookup) {
        try {
            List<InetAddress> addresses = resolver.resolve(host);
            running.remove(host, lookup);
            lookup.complete(addresses);
        } catch (UnknownHostException | RuntimeException | Error e) {
            running.remove(host, lookup);
            lookup.completeExceptionally(e);
        }
    }
}
