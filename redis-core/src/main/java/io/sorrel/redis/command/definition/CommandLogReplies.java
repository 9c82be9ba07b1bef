package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.CommandLogEntry;
import io.sorrel.redis.command.reply.SlowlogEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entries of SLOWLOG and COMMANDLOG, which have one shape. */
final class CommandLogReplies {
    private static final int FIELDS = 6;
    private static final ReplyDecoder<List<String>> ARGUMENTS = ReplyDecoders.list(ReplyDecoders.string());

    private CommandLogReplies() {}

    static SlowlogEntry slow(ReplyReader reply) throws IOException {
        CommandLogEntry entry = entry(reply);
        return new SlowlogEntry(
                entry.id(),
                entry.time(),
                Duration.of(entry.amount(), ChronoUnit.MICROS),
                entry.arguments(),
                entry.clientAddress(),
                entry.clientName());
    }

    static CommandLogEntry entry(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, FIELDS, "an entry");
        CommandLogEntry entry = new CommandLogEntry(
                reply.readLong(),
                Instant.ofEpochSecond(reply.readLong()),
                reply.readLong(),
                ARGUMENTS.decode(reply),
                textOrNull(reply),
                textOrNull(reply));
        Shapes.skip(reply, size - FIELDS);
        return entry;
    }

    private static @Nullable String textOrNull(ReplyReader reply) throws IOException {
        String text = reply.readString();
        return text.isEmpty() ? null : text;
    }
}
