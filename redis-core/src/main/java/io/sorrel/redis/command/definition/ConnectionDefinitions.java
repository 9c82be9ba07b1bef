package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
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
    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<V> valueReply;

    ConnectionDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.valueReply = ReplyDecoders.value(codec.values());
    }

    static List<CommandSpec> specs() {
        return ConnectionSpecs.CONNECTION.all();
    }

    /**
     * Logs the connection in as the user {@code default}. Complexity: O(N) in the number of its passwords. Redis
     * command AUTH, since 1.0.0. A wrong password fails with a {@code RedisAuthenticationException}.
     *
     * @param password password of the user {@code default}
     */
    public Command<@Nullable Void> auth(String password) {
        return command(ConnectionSpecs.AUTH).secret("password", chars(password)).reply(ReplyDecoders.ok());
    }

    /**
     * Logs the connection in as the user {@code default}. Complexity: O(N) in the number of its passwords. Redis
     * command AUTH, since 1.0.0. A wrong password fails with a {@code RedisAuthenticationException}.
     *
     * @param password password of the user {@code default}; not kept
     */
    public Command<@Nullable Void> auth(char[] password) {
        return command(ConnectionSpecs.AUTH).secret("password", password).reply(ReplyDecoders.ok());
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
        return command(ConnectionSpecs.AUTH)
                .text("username", username)
                .secret("password", password)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Sends a message there and back. Complexity: O(1). Redis command ECHO, since 1.0.0.
     *
     * @param message any value
     * @return the message
     */
    public Command<V> echo(V message) {
        return command(ConnectionSpecs.ECHO).value("message", message).reply(valueReply);
    }

    /**
     * Asks the server about itself and leaves the protocol as it is. Complexity: O(1). Redis command HELLO, since
     * 6.0.0, without arguments since 6.2.0.
     *
     * @return what the server says of itself
     */
    public Command<ServerHello> hello() {
        return command(ConnectionSpecs.HELLO).reply(HelloReply::read);
    }

    /**
     * Changes the protocol of the connection and optionally logs it in and names it. Complexity: O(1). Redis command
     * HELLO, since 6.0.0. A protocol that the server does not speak fails with a {@code NoProtoException}.
     *
     * @param args protocol, user, password and name
     * @return what the server says of itself
     */
    public Command<ServerHello> hello(HelloArgs args) {
        return command(ConnectionSpecs.HELLO).args("args", args).reply(HelloReply::read);
    }

    /**
     * Asks for a sign of life. Complexity: O(1). Redis command PING, since 1.0.0.
     *
     * @return {@code PONG}
     */
    public Command<String> ping() {
        return command(ConnectionSpecs.PING).reply(ReplyDecoders.string());
    }

    /**
     * Asks for a sign of life and sends a message there and back. Complexity: O(1). Redis command PING, since 1.0.0.
     *
     * @param message any value
     * @return the message
     */
    public Command<V> ping(V message) {
        return command(ConnectionSpecs.PING).value("message", message).reply(valueReply);
    }

    /**
     * Makes the server close the connection. Complexity: O(1). Redis command QUIT, since 1.0.0. It would end a
     * connection that belongs to the client, which therefore refuses it: close the session or the client instead.
     */
    public Command<@Nullable Void> quit() {
        return command(ConnectionSpecs.QUIT).reply(ReplyDecoders.ok());
    }

    /**
     * Puts the connection back to the state of a new one: RESP2, database 0, no user, no name, no transaction, no
     * subscription, no tracking. Complexity: O(1). Redis command RESET, since 6.2.0.
     */
    public Command<@Nullable Void> reset() {
        return command(ConnectionSpecs.RESET).reply(ReplyDecoders.ok());
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
        return command(ConnectionSpecs.SELECT).number(database).reply(ReplyDecoders.ok());
    }

    private static char[] chars(String password) {
        return CommandBuilder.notNull("password", password).toCharArray();
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
