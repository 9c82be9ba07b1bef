package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.ReplyDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calls of scripts and of functions have in common. */
final class ScriptCalls {
    private ScriptCalls() {}

    /** Adds keys, which may be none, and arguments, which may be none, behind what is called. */
    static <K, V, T extends @Nullable Object> Command<T> call(
            CommandBuilder<K, V> command, ReplyDecoder<T> reply, List<? extends K> keys, V[] args) {
        command.number(CommandBuilder.notNull("keys", keys).size());
        for (K key : keys) {
            command.key("keys", key);
        }
        for (V arg : CommandBuilder.notNull("args", args)) {
            command.value("args", arg);
        }
        return command.decodedByCaller().reply(CommandBuilder.notNull("reply", reply));
    }
}
