package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ClientKillArgs;
import io.sorrel.redis.command.args.ClientPauseMode;
import io.sorrel.redis.command.args.ClientReplyMode;
import io.sorrel.redis.command.args.ClientTrackingArgs;
import io.sorrel.redis.command.args.ClientType;
import io.sorrel.redis.command.args.ConnectionText;
import io.sorrel.redis.command.args.UnblockMode;
import io.sorrel.redis.command.reply.ClientInfo;
import io.sorrel.redis.command.reply.ClientTrackingInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the server's clients. Those that ask about the own connection or change its state run only within a
 * session.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Client", accessor = "clients")
public final class ClientDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    ClientDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ConnectionSpecs.CLIENT.all();
    }

    /**
     * Says whether the keys that the next command reads are tracked, where CLIENT TRACKING has been turned on with
     * OPTIN or OPTOUT. Complexity: O(1). Redis command CLIENT CACHING, since 6.0.0.
     *
     * @param tracked true with OPTIN, false with OPTOUT; the server refuses the other
     */
    public Command<@Nullable Void> clientCaching(boolean tracked) {
        return command(ConnectionSpecs.CLIENT_CACHING)
                .word(tracked ? "YES" : "NO")
                .reply(ReplyDecoders.ok());
    }

    /**
     * Reads the name of the connection. Complexity: O(1). Redis command CLIENT GETNAME, since 2.6.9.
     *
     * @return the name, or null if it has none
     */
    public Command<@Nullable String> clientGetName() {
        return command(ConnectionSpecs.CLIENT_GETNAME).reply(ReplyDecoders.nullable(ReplyDecoders.string()));
    }

    /**
     * Tells which connection is told about changed keys instead of this one. Complexity: O(1). Redis command CLIENT
     * GETREDIR, since 6.0.0.
     *
     * @return number of the other connection; 0 if it is this one, -1 if tracking is off
     */
    public Command<Long> clientGetRedir() {
        return command(ConnectionSpecs.CLIENT_GETREDIR).reply(ReplyDecoders.integer());
    }

    /**
     * Lists the subcommands of CLIENT. Complexity: O(1). Redis command CLIENT HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> clientHelp() {
        return command(ConnectionSpecs.CLIENT_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Tells the server's number of the connection. Complexity: O(1). Redis command CLIENT ID, since 5.0.0.
     *
     * @return a number that no other connection ever has, and that is larger the later it was made
     */
    public Command<Long> clientId() {
        return command(ConnectionSpecs.CLIENT_ID).reply(ReplyDecoders.integer());
    }

    /**
     * Tells what the server knows of the connection. Complexity: O(1). Redis command CLIENT INFO, since 6.2.0.
     *
     * @return the connection as the server sees it
     */
    public Command<ClientInfo> clientInfo() {
        return command(ConnectionSpecs.CLIENT_INFO).reply(ClientReplies::info);
    }

    /**
     * Closes the connection from an address. Complexity: O(N) in the number of connections. Redis command CLIENT KILL,
     * since 2.4.0. Fails if there is no such connection.
     *
     * @param address address and port of the client, as in {@code 127.0.0.1:50100} or {@code [::1]:50100}
     */
    public Command<@Nullable Void> clientKill(String address) {
        return command(ConnectionSpecs.CLIENT_KILL).text("address", address).reply(ReplyDecoders.ok());
    }

    /**
     * Closes the connections to which filters apply. Complexity: O(N) in the number of connections. Redis command
     * CLIENT KILL, since 2.8.12 with filters.
     *
     * @param args the filters, at least one
     * @return how many were closed
     */
    public Command<Long> clientKillBy(ClientKillArgs args) {
        return command(ConnectionSpecs.CLIENT_KILL).args("args", args).reply(ReplyDecoders.integer());
    }

    /**
     * Lists the server's connections. Complexity: O(N) in their number. Redis command CLIENT LIST, since 2.4.0.
     *
     * @return the connections, the oldest first
     */
    public Command<List<ClientInfo>> clientList() {
        return command(ConnectionSpecs.CLIENT_LIST).reply(ClientReplies::list);
    }

    /**
     * Lists the server's connections of one type. Complexity: O(N) in the number of all. Redis command CLIENT LIST,
     * since 5.0.0 with a type.
     *
     * @param type what the clients are to the server
     * @return the connections, the oldest first
     */
    public Command<List<ClientInfo>> clientList(ClientType type) {
        return command(ConnectionSpecs.CLIENT_LIST).args("type", type).reply(ClientReplies::list);
    }

    /**
     * Lists those of the connections that exist. Complexity: O(N) in the number of those asked for. Redis command
     * CLIENT LIST, since 6.2.0 with numbers.
     *
     * @param ids numbers of the connections, as CLIENT ID gives them; at least one
     * @return the connections, in the order asked for
     */
    public Command<List<ClientInfo>> clientList(long... ids) {
        if (CommandBuilder.notNull("ids", ids).length == 0) {
            throw new IllegalArgumentException("ids must not be empty");
        }
        CommandBuilder<K, V> command = command(ConnectionSpecs.CLIENT_LIST).word("ID");
        for (long id : ids) {
            command.number(Arguments.positive("an id of ids", id));
        }
        return command.reply(ClientReplies::list);
    }

    /**
     * Says whether the connection is spared when the server closes connections for want of memory. Complexity: O(1).
     * Redis command CLIENT NO-EVICT, since 7.0.0.
     *
     * @param spared true to spare it
     */
    public Command<@Nullable Void> clientNoEvict(boolean spared) {
        return command(ConnectionSpecs.CLIENT_NO_EVICT).word(onOff(spared)).reply(ReplyDecoders.ok());
    }

    /**
     * Says whether the commands of the connection leave the keys' last use and frequency as they are. Complexity:
     * O(1). Redis command CLIENT NO-TOUCH, since 7.2.0.
     *
     * @param untouched true to leave them
     */
    public Command<@Nullable Void> clientNoTouch(boolean untouched) {
        return command(ConnectionSpecs.CLIENT_NO_TOUCH).word(onOff(untouched)).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server hold back all commands of normal clients for a time. Complexity: O(1). Redis command CLIENT
     * PAUSE, since 3.0.0.
     *
     * @param timeout how long, in whole milliseconds, not negative
     */
    public Command<@Nullable Void> clientPause(Duration timeout) {
        return command(ConnectionSpecs.CLIENT_PAUSE)
                .number(Arguments.notNegativeMillis("timeout", timeout))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server hold back commands of normal clients for a time. Complexity: O(1). Redis command CLIENT PAUSE,
     * since 6.2.0 with a mode.
     *
     * @param timeout how long, in whole milliseconds, not negative
     * @param mode which commands
     */
    public Command<@Nullable Void> clientPause(Duration timeout, ClientPauseMode mode) {
        return command(ConnectionSpecs.CLIENT_PAUSE)
                .number(Arguments.notNegativeMillis("timeout", timeout))
                .args("mode", mode)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server send no replies. Complexity: O(1). Redis command CLIENT REPLY, since 3.2.0. It would take
     * replies and commands out of step; the client therefore refuses it.
     *
     * @param mode which replies
     */
    public Command<@Nullable Void> clientReply(ClientReplyMode mode) {
        return command(ConnectionSpecs.CLIENT_REPLY).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Tells the server about the library that uses the connection, for CLIENT LIST. Complexity: O(1). Redis command
     * CLIENT SETINFO, since 7.2.0.
     *
     * @param attribute {@code LIB-NAME} or {@code LIB-VER}
     * @param value name or version of the library; printable ASCII characters without spaces
     */
    public Command<@Nullable Void> clientSetInfo(String attribute, String value) {
        return command(ConnectionSpecs.CLIENT_SETINFO)
                .text("attribute", attribute)
                .text("value", ConnectionText.printable("value", value))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Names the connection, for CLIENT LIST. Complexity: O(1). Redis command CLIENT SETNAME, since 2.6.9.
     *
     * @param name printable ASCII characters without spaces; empty to remove the name
     */
    public Command<@Nullable Void> clientSetName(String name) {
        return command(ConnectionSpecs.CLIENT_SETNAME)
                .text("name", ConnectionText.printable("name", name))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server tell about changed keys. Complexity: O(1). Redis command CLIENT TRACKING with ON, since 6.0.0.
     *
     * @param args which keys, and who is told
     */
    public Command<@Nullable Void> clientTracking(ClientTrackingArgs args) {
        return command(ConnectionSpecs.CLIENT_TRACKING)
                .word("ON")
                .args("args", args)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server tell no more about changed keys. Complexity: O(1). Redis command CLIENT TRACKING with OFF, since
     * 6.0.0.
     */
    public Command<@Nullable Void> clientTrackingOff() {
        return command(ConnectionSpecs.CLIENT_TRACKING).word("OFF").reply(ReplyDecoders.ok());
    }

    /**
     * Tells how the connection is told about changed keys. Complexity: O(1). Redis command CLIENT TRACKINGINFO, since
     * 6.2.0.
     *
     * @return which keys, and who is told
     */
    public Command<ClientTrackingInfo> clientTrackingInfo() {
        return command(ConnectionSpecs.CLIENT_TRACKINGINFO).reply(ClientReplies::tracking);
    }

    /**
     * Ends the blocking command of a connection as if its time were up. Complexity: O(log N) in the number of
     * connections. Redis command CLIENT UNBLOCK, since 5.0.0.
     *
     * @param id number of the connection, as CLIENT ID gives it
     * @return true if it was blocked
     */
    public Command<Boolean> clientUnblock(long id) {
        return command(ConnectionSpecs.CLIENT_UNBLOCK)
                .number(Arguments.positive("id", id))
                .reply(ReplyDecoders.bool());
    }

    /**
     * Ends the blocking command of a connection. Complexity: O(log N) in the number of connections. Redis command
     * CLIENT UNBLOCK, since 5.0.0.
     *
     * @param id number of the connection, as CLIENT ID gives it
     * @param mode with what its caller goes on
     * @return true if it was blocked
     */
    public Command<Boolean> clientUnblock(long id, UnblockMode mode) {
        return command(ConnectionSpecs.CLIENT_UNBLOCK)
                .number(Arguments.positive("id", id))
                .args("mode", mode)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Ends a pause of the server at once. Complexity: O(N) in the number of connections that it holds back. Redis
     * command CLIENT UNPAUSE, since 6.2.0.
     */
    public Command<@Nullable Void> clientUnpause() {
        return command(ConnectionSpecs.CLIENT_UNPAUSE).reply(ReplyDecoders.ok());
    }

    private static String onOff(boolean on) {
        return on ? "ON" : "OFF";
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
