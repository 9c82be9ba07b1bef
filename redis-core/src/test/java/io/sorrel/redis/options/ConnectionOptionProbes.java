package io.sorrel.redis.options;

import static io.sorrel.redis.options.Observed.differs;
import static io.sorrel.redis.options.Observed.failureSpan;
import static io.sorrel.redis.options.Observed.failureType;

import io.sorrel.redis.Await;
import io.sorrel.redis.InBackground;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.connection.KeepAliveProbe;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The options of a single connection: who it is, how long it waits, what it accepts. */
final class ConnectionOptionProbes {
    private ConnectionOptionProbes() {}

    static List<OptionProbe> all() {
        return List.of(
                handshake("username", "username=alice&password=p", "username=bob&password=p"),
                handshake("password", "password=one", "password=other"),
                handshake("db", "db=1", "db=2"),
                handshake("client-name", "client-name=one", "client-name=other"),
                handshake("library-info", "library-info=true", "library-info=false"),
                handshake("protocol", "protocol=2", "protocol=3"),
                handshake("handshake", "handshake=full", "handshake=minimal"),
                new OptionProbe(
                        "connect-timeout",
                        differs(
                                "connect-timeout=30ms",
                                "connect-timeout=60ms",
                                server -> server.on("HELLO", FakeReply.nothing()),
                                (server, redis) -> failureSpan(redis::connect))),
                new OptionProbe(
                        "command-timeout",
                        differs(
                                "mode=pooled&retries=0&command-timeout=30ms",
                                "mode=pooled&retries=0&command-timeout=60ms",
                                Observed::silent,
                                (server, redis) -> {
                                    redis.connect();
                                    return failureSpan(() -> redis.sync().get("k"));
                                })),
                new OptionProbe(
                        "close-timeout",
                        differs(
                                "close-timeout=0",
                                "close-timeout=1h",
                                Observed::silent,
                                (s, redis) -> waitsOnClosing(s, redis))),
                new OptionProbe(
                        "disconnected-wait",
                        differs(
                                "mode=shared&retries=0&disconnected-wait=0&command-timeout=1h",
                                "mode=shared&retries=0&disconnected-wait=1h&command-timeout=100ms",
                                Observed::plain,
                                (server, redis) -> {
                                    redis.connect();
                                    server.close();
                                    Await.until(() -> !redis.sharedStatistics().connected());
                                    return failureType(() -> redis.sync().get("k"));
                                })),
                socket("keep-alive", "keep-alive=true", "keep-alive=false"),
                socket("keep-alive-idle", "keep-alive-idle=11s", "keep-alive-idle=12s"),
                socket("keep-alive-interval", "keep-alive-interval=11s", "keep-alive-interval=12s"),
                socket("keep-alive-count", "keep-alive-count=4", "keep-alive-count=5"),
                reply("reply-max-depth", "8", "64", nested(20)),
                reply("reply-max-line", "1KB", "64KB", FakeReply.simple("x".repeat(2_000))),
                reply("reply-max-bulk", "1KB", "64KB", FakeReply.bulk("x".repeat(2_000))),
                reply("reply-max-elements", "1024", "64000", strings(2_000, 1)),
                reply("reply-max-bytes", "64KB", "1MB", strings(100, 1_000)));
    }

    private static OptionProbe handshake(String key, String one, String other) {
        return new OptionProbe(key, differs(one, other, server -> server.on("AUTH", FakeReply.ok()), (s, redis) -> {
            redis.connect();
            return s.commands();
        }));
    }

    private static OptionProbe socket(String key, String one, String other) {
        return new OptionProbe(key, differs(one, other, KeepAliveProbe::socketOptions));
    }

    private static OptionProbe reply(String key, String small, String large, FakeReply reply) {
        return new OptionProbe(
                key,
                differs(
                        "mode=pooled&" + key + "=" + small,
                        "mode=pooled&" + key + "=" + large,
                        server -> server.on("ANY", reply),
                        (server, redis) -> failureType(() ->
                                redis.execute(redis.sync().commands().raw("ANY").reply(ReplyDecoders.any())))));
    }

    private static FakeReply nested(int depth) {
        return depth == 0 ? FakeReply.integer(1) : FakeReply.array(nested(depth - 1));
    }

    private static FakeReply strings(int count, int length) {
        return FakeReply.array(
                Collections.nCopies(count, FakeReply.bulk("x".repeat(length))).toArray(FakeReply[]::new));
    }

    /** Whether closing waits for a call that has no reply yet. */
    private static Object waitsOnClosing(FakeRedis server, RedisClient redis) {
        CountDownLatch released = new CountDownLatch(1);
        AtomicReference<@Nullable Thread> closer = new AtomicReference<>();
        server.on("GET", FakeReply.bulk("v").heldUntil(released));
        var reply = redis.async().get("k");
        server.awaitCommand("GET");
        var closing = InBackground.run(() -> {
            closer.set(Thread.currentThread());
            redis.close();
        });
        Await.until(() -> closing.isDone() || isIn(closer.get(), "drain"));
        boolean waits = !closing.isDone() && !reply.isDone();
        released.countDown();
        closing.join();
        return waits;
    }

    private static boolean isIn(@Nullable Thread thread, String method) {
        return thread != null
                && thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(method));
    }
}
