package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.BackgroundStart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that write the data to disk.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Persistence", accessor = "persistence")
public final class PersistenceDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    PersistenceDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.PERSISTENCE.all();
    }

    /**
     * Rewrites the append-only file in the background, so that it has only what the data need. Complexity: O(1). Redis
     * command BGREWRITEAOF, since 1.0.0. Fails if that is under way.
     *
     * @return whether it has started, or starts when the current save has ended
     */
    public Command<BackgroundStart> bgRewriteAof() {
        return command(ServerSpecs.BGREWRITEAOF).reply(PersistenceDefinitions::start);
    }

    /**
     * Saves the data in the background. Complexity: O(1). Redis command BGSAVE, since 1.0.0. Fails if that, or the
     * rewriting of the append-only file, is under way.
     *
     * @return {@link BackgroundStart#STARTED}
     */
    public Command<BackgroundStart> bgSave() {
        return command(ServerSpecs.BGSAVE).reply(PersistenceDefinitions::start);
    }

    /**
     * Gives up the save in the background that is under way or scheduled. Complexity: O(1). Valkey command BGSAVE,
     * since Valkey 8.1 with CANCEL. Fails if there is none.
     */
    public Command<@Nullable Void> bgSaveCancel() {
        return command(ServerSpecs.BGSAVE).word("CANCEL").reply(ReplyDecoders.ok());
    }

    /**
     * Saves the data in the background, now or when the rewriting of the append-only file has ended. Complexity: O(1).
     * Redis command BGSAVE, since 3.2.2 with SCHEDULE. Fails if a save is under way.
     *
     * @return whether it has started, or starts later
     */
    public Command<BackgroundStart> bgSaveSchedule() {
        return command(ServerSpecs.BGSAVE).word("SCHEDULE").reply(PersistenceDefinitions::start);
    }

    /**
     * Tells when the data were saved. Complexity: O(1). Redis command LASTSAVE, since 1.0.0.
     *
     * @return when they were, in seconds; when the server started, where they never were
     */
    public Command<Instant> lastSave() {
        return command(ServerSpecs.LASTSAVE).reply(ReplyDecoders.epochSeconds());
    }

    /**
     * Saves the data; the server does nothing else meanwhile. Complexity: O(N) in the number of keys. Redis command
     * SAVE, since 1.0.0. Much data need more time than a call usually has.
     */
    public Command<@Nullable Void> save() {
        return command(ServerSpecs.SAVE).reply(ReplyDecoders.ok());
    }

    private static BackgroundStart start(ReplyReader reply) throws IOException {
        return reply.readString().endsWith("scheduled") ? BackgroundStart.SCHEDULED : BackgroundStart.STARTED;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
