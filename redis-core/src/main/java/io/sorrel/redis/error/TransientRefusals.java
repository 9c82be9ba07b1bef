package io.sorrel.redis.error;

import java.util.List;

/** The refusals that a server gives before it executes anything, for reasons that pass by themselves. */
public final class TransientRefusals {
    /** No error of a command within a script has these codes. */
    private static final List<Class<? extends RedisServerException>> TYPES = List.of(
            ServerLoadingException.class,
            ScriptBusyException.class,
            MasterDownException.class,
            ClusterDownException.class,
            TryAgainException.class,
            MaxClientsException.class);

    private TransientRefusals() {}

    /** Whether the failure is such a refusal. */
    public static boolean include(Throwable failure) {
        return TYPES.stream().anyMatch(type -> type.isInstance(failure));
    }
}
