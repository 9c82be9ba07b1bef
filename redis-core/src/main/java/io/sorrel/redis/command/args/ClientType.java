package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** What a client of a server is to it. */
public enum ClientType implements CommandArgs {
    /** A client that sends commands. */
    NORMAL("normal"),
    /** The server's primary. */
    MASTER("master"),
    /** A replica of the server; since 5.0.0 under this name. */
    REPLICA("replica"),
    /** A client that has subscribed to channels. */
    PUBSUB("pubsub");

    private final String word;

    ClientType(String word) {
        this.word = word;
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word("TYPE").word(word);
    }
}
