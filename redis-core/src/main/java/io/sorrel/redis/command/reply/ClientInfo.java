package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the server sees it. What the server does not tell is -1 or null; which that is depends on its
 * version.
 *
 * @param fields all that the server tells, by its names
 */
public record ClientInfo(Map<String, String> fields) {
    /** Copies the map. */
    public ClientInfo {
        fields = Fields.copy(fields);
    }

    /** The server's number of the connection. */
    public long id() {
        return number("id");
    }

    /** Address and port of the client, or path of the socket. */
    public @Nullable String address() {
        return text("addr");
    }

    /** Address and port of the server, or path of the socket. */
    public @Nullable String localAddress() {
        return text("laddr");
    }

    /** The name given by CLIENT SETNAME; null where there is none. */
    public @Nullable String name() {
        return text("name");
    }

    /** How long it has been connected, in seconds. */
    public Duration age() {
        return Duration.ofSeconds(number("age"));
    }

    /** How long it has not sent anything, in seconds. */
    public Duration idle() {
        return Duration.ofSeconds(number("idle"));
    }

    /** One letter for each thing that is special: {@code N} none, {@code b} blocked, {@code P} subscriber… */
    public @Nullable String flags() {
        return text("flags");
    }

    /** Whether a letter is among the flags. */
    public boolean hasFlag(char flag) {
        return fields.getOrDefault("flags", "").indexOf(flag) >= 0;
    }

    /** Number of the database that is selected. */
    public int database() {
        return (int) number("db");
    }

    /** How many channels are subscribed to. */
    public long subscriptions() {
        return number("sub");
    }

    /** How many patterns are subscribed to. */
    public long patternSubscriptions() {
        return number("psub");
    }

    /** How many shard channels are subscribed to; -1 before Redis 7.0. */
    public long shardSubscriptions() {
        return number("ssub");
    }

    /** How many commands are queued in a transaction; -1 outside of one. */
    public long queuedCommands() {
        return number("multi");
    }

    /** How many keys are watched; -1 before Redis 7.4. */
    public long watchedKeys() {
        return number("watch");
    }

    /** How many bytes the reply holds that the client has not read yet. */
    public long outputMemory() {
        return number("omem");
    }

    /** How many bytes of memory the connection takes. */
    public long totalMemory() {
        return number("tot-mem");
    }

    /** The last command, as in {@code get} or {@code client|list}. */
    public @Nullable String lastCommand() {
        return text("cmd");
    }

    /** The user that is logged in. */
    public @Nullable String user() {
        return text("user");
    }

    /** Number of the connection that is told about changed keys instead; -1 for none. */
    public long redirect() {
        return number("redir");
    }

    /** RESP version that is spoken, 2 or 3; -1 before Redis 7.0. */
    public int protocol() {
        return (int) number("resp");
    }

    /** Name of the client's library; null where it has not told, and before Redis 7.2. */
    public @Nullable String libraryName() {
        return text("lib-name");
    }

    /** Version of the client's library; null where it has not told, and before Redis 7.2. */
    public @Nullable String libraryVersion() {
        return text("lib-ver");
    }

    private @Nullable String text(String field) {
        return Fields.text(fields, field);
    }

    private long number(String field) {
        return Fields.number(fields, field);
    }
}
