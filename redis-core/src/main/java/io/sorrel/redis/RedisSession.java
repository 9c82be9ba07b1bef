package io.sorrel.redis;

import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.execution.SessionExecutor;
import org.jspecify.annotations.Nullable;

/**
 * One connection, lent to one caller: for commands that change the state of their connection or are about it, such as
 * SELECT, CLIENT ID or WAIT. Used by one thread at a time. When it is closed, the connection goes back to the others,
 * after its state was restored.
 *
 * <p>Its commands are never tried again: a connection that is lost takes its state with it.
 */
public final class RedisSession implements AutoCloseable {
    private final SessionExecutor executor;
    private final RedisCommands<String, String> strings;

    RedisSession(SessionExecutor executor) {
        this.executor = executor;
        this.strings = new SyncCommands<>(executor, RedisCodec.utf8());
    }

    /** The commands with keys and values as strings in UTF-8. */
    public RedisCommands<String, String> sync() {
        return strings;
    }

    /** The commands with keys and values of other types. */
    public <K, V> RedisCommands<K, V> sync(RedisCodec<K, V> codec) {
        return new SyncCommands<>(executor, codec);
    }

    /**
     * Runs any command and returns its decoded reply.
     *
     * @throws io.sorrel.redis.error.RedisException when it fails; its outcome says whether the command ran
     */
    public <T extends @Nullable Object> T execute(Command<T> command) {
        return executor.execute(command);
    }

    /** Gives the connection back. Idempotent. */
    @Override
    public void close() {
        executor.close();
    }
}
