package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.ConnectionState.CHANGES;
import static io.sorrel.redis.command.RequestPolicy.ALL_SHARDS;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ConnectionText;
import io.sorrel.redis.command.args.HelloArgs;
import io.sorrel.redis.command.reply.ServerHello;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the connection they are sent on. Those that change its state run only within a session.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Connection", accessor = "connection")
public final class ConnectionDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec AUTH =
            SPECS.add(CommandSpec.neutral("AUTH", "1.0.0").idempotent().connection(CHANGES));
    private static final CommandSpec CLIENT_SETINFO = SPECS.add(
            CommandSpec.neutral("CLIENT SETINFO", "7.2.0").idempotent().connection(CHANGES));
    private static final CommandSpec CLIENT_SETNAME = SPECS.add(
            CommandSpec.neutral("CLIENT SETNAME", "2.6.9").idempotent().connection(CHANGES));
    private static final CommandSpec HELLO =
            SPECS.add(CommandSpec.neutral("HELLO", "6.0.0").idempotent().connection(CHANGES));
    private static final CommandSpec PING =
            SPECS.add(CommandSpec.neutral("PING", "1.0.0").idempotent().policies(ALL_SHARDS, ALL_SUCCEEDED));
    private static final CommandSpec RESET =
            SPECS.add(CommandSpec.neutral("RESET", "6.2.0").idempotent().connection(CHANGES));
    private static final CommandSpec SELECT =
            SPECS.add(CommandSpec.neutral("SELECT", "1.0.0").idempotent().connection(CHANGES));

    private final RedisCodec<K, V> codec;

    ConnectionDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Logs the connection in as the user {@code default}. Complexity: O(N) in the number of its passwords. Redis
     * command AUTH, since 1.0.0. A wrong password fails with a {@code RedisAuthenticationException}.
     *
     * @param password password of the user {@code default}
     */
    public Command<@Nullable Void> auth(String password) {
        return command(AUTH).secret("password", chars(password)).reply(ReplyDecoders.ok());
    }

    /**
     * Logs the connection in as the user {@code default}. Complexity: O(N) in the number of its passwords. Redis
     * command AUTH, since 1.0.0. A wrong password fails with a {@code RedisAuthenticationException}.
     *
     * @param password password of the user {@code default}; not kept
     */
    public Command<@Nullable Void> auth(char[] password) {
        return command(AUTH).secret("password", password).reply(ReplyDecoders.ok());
    }

    /**
     * Logs the connection in as a user of the access control list. Complexity: O(N) in the number of the user's
     * passwords. Redis command AUTH, since 6.0.0 with a user. A wrong user or password fails with a
     * {@code RedisAuthenticationException}.
     *
     * @param username name of the user
     * @param password password of the user; empty for a user without password ({@code nopass})
     */
    public Command<@Nullable Void> auth(String username, String password) {
        return auth(username, chars(password));
    }

    /**
     * Logs the connection in as a user of the access control list. Complexity: O(N) in the number of the user's
     * passwords. Redis command AUTH, since 6.0.0 with a user. A wrong user or password fails with a
     * {@code RedisAuthenticationException}.
     *
     * @param username name of the user
     * @param password password of the user; empty for a user without password ({@code nopass}); not kept
     */
    public Command<@Nullable Void> auth(String username, char[] password) {
        return command(AUTH)
                .text("username", username)
                .secret("password", password)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Tells the server about the library that uses the connection, for CLIENT LIST. Complexity: O(1). Redis command
     * CLIENT SETINFO, since 7.2.0.
     *
     * @param attribute {@code LIB-NAME} or {@code LIB-VER}
     * @param value name or version of the library; printable ASCII characters without spaces
     */
    public Command<@Nullable Void> clientSetInfo(String attribute, String value) {
        return command(CLIENT_SETINFO)
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
        return command(CLIENT_SETNAME)
                .text("name", ConnectionText.printable("name", name))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Asks the server about itself and leaves the protocol as it is. Complexity: O(1). Redis command HELLO, since
     * 6.0.0, without arguments since 6.2.0.
     *
     * @return what the server says of itself
     */
    public Command<ServerHello> hello() {
        return command(HELLO).reply(HelloReply::read);
    }

    /**
     * Changes the protocol of the connection and optionally logs it in and names it. Complexity: O(1). Redis command
     * HELLO, since 6.0.0. A protocol that the server does not speak fails with a {@code NoProtoException}.
     *
     * @param args protocol, user, password and name
     * @return what the server says of itself
     */
    public Command<ServerHello> hello(HelloArgs args) {
        return command(HELLO).args("args", args).reply(HelloReply::read);
    }

    /**
     * Asks for a sign of life. Complexity: O(1). Redis command PING, since 1.0.0.
     *
     * @return {@code PONG}
     */
    public Command<String> ping() {
        return command(PING).reply(ReplyDecoders.string());
    }

    /**
     * Puts the connection back to the state of a new one: RESP2, database 0, no user, no name, no transaction, no
     * subscription, no tracking. Complexity: O(1). Redis command RESET, since 6.2.0.
     */
    public Command<@Nullable Void> reset() {
        return command(RESET).reply(ReplyDecoders.ok());
    }

    /**
     * Changes the database of the connection. Complexity: O(1). Redis command SELECT, since 1.0.0. In a cluster there
     * is only database 0.
     *
     * @param database number of the database, from 0
     */
    public Command<@Nullable Void> select(int database) {
        if (database < 0) {
            throw new IllegalArgumentException("database must not be negative, but is " + database);
        }
        return command(SELECT).number(database).reply(ReplyDecoders.ok());
    }

    private static char[] chars(String password) {
        return CommandBuilder.notNull("password", password).toCharArray();
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
