package io.sorrel.redis.connection;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One ECHO of a random text: only a peer that sends this text back can show later that its replies are in step. */
final class EchoProbe {
    private final String nonce = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final Command<String> command;

    EchoProbe(CommandDefinitions<String, String> commands) {
        this.command = commands.connection().echo(nonce);
    }

    Command<String> command() {
        return command;
    }

    /** Whether this reply, or the failure in its place, is the answer. */
    boolean isAnsweredBy(@Nullable Object replyOrFailure) {
        return nonce.equals(replyOrFailure);
    }
}
