package io.sorrel.redis.multiplex;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.connection.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A command that the shared connection sends for itself: an ECHO of a text that occurs nowhere else. The server must answer
 * it in its place; where it does, every reply before it has met its command. It takes no place in the bounds of the queue,
 * so that the figures of callers count their own commands only.
 */
final class Fence extends Exchange<String> {
    /** A fence has no caller; what waits for it is the link, with a deadline of its own. */
    private static final Deadline NONE = Deadline.after(Duration.ZERO);

    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());

    private final Alignment link;
    private final byte[] reply;

    Fence(Alignment link, String text) {
        super(COMMANDS.connection().echo(text), NONE, 0);
        this.link = link;
        this.reply = replyTo(text);
    }

    /** Whether it was made for this link; one that was not sent in time proves nothing on the next. */
    boolean belongsTo(Alignment other) {
        return link == other;
    }

    /** All bytes of the one right answer. */
    byte[] reply() {
        return reply;
    }

    private static byte[] replyTo(String text) {
        return ("$" + text.length() + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    void deliver(Completions completions) {
        forget();
    }

    @Override
    boolean isFrom(Thread thread) {
        return false;
    }

    @Override
    boolean isAsync() {
        return false;
    }
}
