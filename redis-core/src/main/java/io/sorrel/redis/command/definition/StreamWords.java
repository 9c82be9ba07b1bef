package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.StreamId;
import java.util.Collection;
import java.util.Map;

/** Writes what the commands on streams have in common. */
final class StreamWords {
    private StreamWords() {}

    static <K, V> CommandBuilder<K, V> id(CommandBuilder<K, V> command, String name, StreamId id) {
        return command.word(CommandBuilder.notNull(name, id).toString());
    }

    static <K, V> CommandBuilder<K, V> ids(CommandBuilder<K, V> command, Collection<StreamId> ids) {
        for (StreamId id : CommandBuilder.notEmpty("ids", ids)) {
            id(command, "an ID of ids", id);
        }
        return command;
    }

    /** All keys, and then for each where it is read from. */
    static <K, V> CommandBuilder<K, V> streams(
            CommandBuilder<K, V> command, Map<? extends K, ? extends CommandArgs> streams) {
        command.word("STREAMS");
        CommandBuilder.notEmpty("streams", streams).keySet().forEach(key -> command.key("a key of streams", key));
        streams.values().forEach(start -> command.args("a start of streams", start));
        return command;
    }
}
