package io.sorrel.redis.pool;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.event.DestroyCause;
import java.util.List;

/** Shows what options do in a pool that a client shows only by chance. */
public final class PoolOptionProbe {
    private PoolOptionProbe() {}

    private static PoolSettings settings(ClientOptions options) {
        return PoolSettings.of(options.pool(), options.timeouts());
    }

    /** Whether a connection that is given back goes to the caller that waits, rather than to whichever comes first. */
    public static boolean isHandedOver(ClientOptions options) {
        PoolState state = new PoolState(settings(options), ErrorContext.NONE);
        Waiter waiter = new Waiter();
        state.takeOrWait(waiter, false);
        List<Creations.Creation> creations = state.reserveCreations(0);
        PoolEntry entry = new PoolEntry(new FakeServer().connect(new PoolFixture().deadline()), 0, 0, 0);
        DestroyCause refusal = state.created(creations.get(0), entry, 0);
        return refusal == null && waiter.outcome() == entry;
    }

    /** The shortest lifetime that chance may give to a connection, in nanoseconds. */
    public static long shortestLifetime(ClientOptions options) {
        return settings(options).drawLifetime(1);
    }
}
