package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.InfoSection;
import io.sorrel.redis.command.args.ShutdownArgs;
import io.sorrel.redis.command.reply.Info;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the server and its databases.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Server", accessor = "server")
public final class ServerDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    ServerDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.SERVER.all();
    }

    /**
     * Counts the keys of the database; those that have expired and are not deleted yet are counted too. Complexity:
     * O(1). Redis command DBSIZE, since 1.0.0.
     *
     * @return how many there are
     */
    public Command<Long> dbSize() {
        return command(ServerSpecs.DBSIZE).reply(ReplyDecoders.integer());
    }

    /**
     * Deletes all keys of all databases; the server's option {@code lazyfree-lazy-user-flush} says whether they are
     * freed before it replies. Complexity: O(N) in the number of keys. Redis command FLUSHALL, since 1.0.0.
     */
    public Command<@Nullable Void> flushAll() {
        return command(ServerSpecs.FLUSHALL).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes all keys of all databases. Complexity: O(N) in the number of keys. Redis command FLUSHALL, since 4.0.0
     * with a mode.
     *
     * @param mode whether they are freed before the server replies
     */
    public Command<@Nullable Void> flushAll(FlushMode mode) {
        return command(ServerSpecs.FLUSHALL).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes all keys of the database; the server's option {@code lazyfree-lazy-user-flush} says whether they are
     * freed before it replies. Complexity: O(N) in the number of keys. Redis command FLUSHDB, since 1.0.0.
     */
    public Command<@Nullable Void> flushDb() {
        return command(ServerSpecs.FLUSHDB).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes all keys of the database. Complexity: O(N) in the number of keys. Redis command FLUSHDB, since 4.0.0
     * with a mode.
     *
     * @param mode whether they are freed before the server replies
     */
    public Command<@Nullable Void> flushDb(FlushMode mode) {
        return command(ServerSpecs.FLUSHDB).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Tells about the server, in the sections that it tells by default. Complexity: O(1). Redis command INFO, since
     * 1.0.0.
     *
     * @return what the server tells
     */
    public Command<Info> info() {
        return command(ServerSpecs.INFO).reply(InfoReply::read);
    }

    /**
     * Tells about the server. Complexity: O(1). Redis command INFO, since 1.0.0, with several sections since 7.0.0.
     *
     * @param sections of what it shall tell, at least one
     * @return what the server tells
     */
    public Command<Info> info(InfoSection... sections) {
        CommandBuilder<K, V> command = command(ServerSpecs.INFO);
        for (InfoSection section : CommandBuilder.notEmpty("sections", sections)) {
            command.args("a section of sections", section);
        }
        return command.reply(InfoReply::read);
    }

    /**
     * Tells about the server, also in sections that modules add. Complexity: O(1). Redis command INFO, since 1.0.0,
     * with several sections since 7.0.0.
     *
     * @param sections names of sections, at least one; those that the server does not know are passed over
     * @return what the server tells
     */
    public Command<Info> info(String... sections) {
        CommandBuilder<K, V> command = command(ServerSpecs.INFO);
        for (String section : CommandBuilder.notEmpty("sections", sections)) {
            command.text("a section of sections", section);
        }
        return command.reply(InfoReply::read);
    }

    /**
     * Draws a picture. Redis command LOLWUT, since 5.0.0.
     *
     * @return the picture in characters, maybe with terminal escapes, and the server's version
     */
    public Command<String> lolwut() {
        return command(ServerSpecs.LOLWUT).reply(ReplyDecoders.string());
    }

    /**
     * Draws the picture of a version. Redis command LOLWUT, since 5.0.0.
     *
     * @param version major version of Redis, not negative; for one without a picture, only the server's version comes
     * @param arguments what that picture can be told
     * @return the picture in characters, maybe with terminal escapes, and the server's version
     */
    public Command<String> lolwut(int version, int... arguments) {
        CommandBuilder<K, V> command =
                command(ServerSpecs.LOLWUT).word("VERSION").number(Arguments.notNegative("version", version));
        for (int argument : CommandBuilder.notNull("arguments", arguments)) {
            command.number(argument);
        }
        return command.reply(ReplyDecoders.string());
    }

    /**
     * Ends the server. Complexity: O(N) in the number of keys if they are saved. Redis command SHUTDOWN, since 1.0.0.
     * Returns when the server has closed the connection, which it does not do before replicas that lag behind have
     * caught up, unless told otherwise, for up to its option {@code shutdown-timeout}, 10 s by default: give the call
     * more time than that. It does not wait for commands sent before, whose outcome may then be unknown; without saving
     * it ends also a server whose script runs too long. Fails if the server goes on because it could not save its data.
     *
     * <p>There is no form without a parameter: containers such as Spring's call a method {@code shutdown()} of their
     * beans when they end, and commands are beans.
     *
     * @param args what is saved, and what the server waits for
     */
    public Command<@Nullable Void> shutdown(ShutdownArgs args) {
        return command(ServerSpecs.SHUTDOWN).args("args", args).reply(ReplyDecoders.ok());
    }

    /**
     * Makes a server go on that waits for its replicas before it ends. Complexity: O(1). Redis command SHUTDOWN, since
     * 7.0.0 with ABORT. Fails if it is not about to end.
     */
    public Command<@Nullable Void> shutdownAbort() {
        return command(ServerSpecs.SHUTDOWN).word("ABORT").reply(ReplyDecoders.ok());
    }

    /**
     * Exchanges the keys of two databases, for all connections at once. Complexity: O(N) in the number of connections
     * that watch or wait for keys of them. Redis command SWAPDB, since 4.0.0. Not in a cluster.
     *
     * @param first number of a database, from 0
     * @param second number of a database, from 0
     */
    public Command<@Nullable Void> swapDb(int first, int second) {
        return command(ServerSpecs.SWAPDB)
                .number(Arguments.notNegative("first", first))
                .number(Arguments.notNegative("second", second))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Tells what the server's clock shows. Complexity: O(1). Redis command TIME, since 2.6.0.
     *
     * @return the time, with microseconds
     */
    public Command<Instant> time() {
        return command(ServerSpecs.TIME).reply(ServerDefinitions::time);
    }

    private static Instant time(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a time");
        Instant time = Instant.ofEpochSecond(reply.readLong()).plus(reply.readLong(), ChronoUnit.MICROS);
        Shapes.skip(reply, size - 2);
        return time;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
