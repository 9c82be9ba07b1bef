package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.DebugReloadArgs;
import io.sorrel.redis.command.reply.DebugObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands for tests of the server and of what uses it: never for production. A server runs them only if its option
 * {@code enable-debug-command} allows it (since 7.0.0). What they do differs between versions.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The array is only read.
@CommandGroup(value = "Debug", accessor = "debug")
public final class DebugDefinitions<K, V> {
    private static final ReplyDecoder<List<String>> TEXTS = ReplyDecoders.list(ReplyDecoders.string());

    private final RedisCodec<K, V> codec;

    DebugDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.DEBUGGING.all();
    }

    /** Makes the server name its history of writes anew, so that replicas get all data. Redis command DEBUG CHANGE-REPL-ID. */
    public Command<@Nullable Void> debugChangeReplId() {
        return debug("CHANGE-REPL-ID").reply(ReplyDecoders.ok());
    }

    /**
     * Computes a digest of all data. Complexity: O(N) in their size. Redis command DEBUG DIGEST.
     *
     * @return 40 hexadecimal digits, the same for the same data; all zero without data
     */
    public Command<String> debugDigest() {
        return debug("DIGEST").reply(ReplyDecoders.string());
    }

    /**
     * Computes a digest of each of some values. Complexity: O(N) in their size. Redis command DEBUG DIGEST-VALUE.
     *
     * @param keys the keys, at least one
     * @return for each key 40 hexadecimal digits, the same for the same value; all zero if it does not exist
     */
    @SafeVarargs
    public final Command<List<String>> debugDigestValue(K... keys) {
        return debug("DIGEST-VALUE").keys("keys", keys).reply(TEXTS);
    }

    /**
     * Computes a digest of each of some values. Complexity: O(N) in their size. Redis command DEBUG DIGEST-VALUE.
     *
     * @param keys the keys, at least one
     * @return for each key 40 hexadecimal digits, the same for the same value; all zero if it does not exist
     */
    public Command<List<String>> debugDigestValue(Collection<? extends K> keys) {
        return debug("DIGEST-VALUE").keys("keys", keys).reply(TEXTS);
    }

    /**
     * Fails with an error of the caller's choice. Complexity: O(1). Redis command DEBUG ERROR.
     *
     * @param error text of the error, beginning with its code, as in {@code "LOADING still reading"}
     */
    public Command<@Nullable Void> debugError(String error) {
        return debug("ERROR").text("error", error).reply(ReplyDecoders.ok());
    }

    /**
     * Lists the subcommands of DEBUG. Complexity: O(1). Redis command DEBUG HELP.
     *
     * @return lines for people to read
     */
    public Command<List<String>> debugHelp() {
        return debug("HELP").reply(TEXTS);
    }

    /**
     * Tells about the hash tables of a database. Redis command DEBUG HTSTATS.
     *
     * @param database number of the database, from 0
     * @return a text for people to read
     */
    public Command<String> debugHtStats(int database) {
        return debug("HTSTATS")
                .number(Arguments.notNegative("database", database))
                .reply(ReplyDecoders.string());
    }

    /**
     * Writes the append-only file to disk and reads all data from it. Complexity: O(N) in their size. Redis command
     * DEBUG LOADAOF.
     */
    public Command<@Nullable Void> debugLoadAof() {
        return debug("LOADAOF").reply(ReplyDecoders.ok());
    }

    /**
     * Writes a line into the server's log. Complexity: O(1). Redis command DEBUG LOG.
     *
     * @param message the line
     */
    public Command<@Nullable Void> debugLog(String message) {
        return debug("LOG").text("message", message).reply(ReplyDecoders.ok());
    }

    /**
     * Tells how the server stores a value. Complexity: O(N) in its size. Redis command DEBUG OBJECT. Fails if the key
     * does not exist.
     *
     * @param key the key
     * @return what the server tells
     */
    public Command<DebugObject> debugObject(K key) {
        return debug("OBJECT").key(key).reply(DebugDefinitions::object);
    }

    /**
     * Makes keys of the names {@code key:0}, {@code key:1} and so on, with strings as values. Keys that exist stay as
     * they are. Complexity: O(N) in their number. Redis command DEBUG POPULATE.
     *
     * @param count how many, not negative
     */
    public Command<@Nullable Void> debugPopulate(long count) {
        return debug("POPULATE").number(Arguments.notNegative("count", count)).reply(ReplyDecoders.ok());
    }

    /**
     * Makes keys of the names {@code prefix:0}, {@code prefix:1} and so on, with strings as values. Keys that exist
     * stay as they are. Complexity: O(N) in their number. Redis command DEBUG POPULATE.
     *
     * @param count how many, not negative
     * @param prefix what the names begin with
     * @param size how many bytes each value has, at least 1
     */
    public Command<@Nullable Void> debugPopulate(long count, String prefix, long size) {
        return debug("POPULATE")
                .number(Arguments.notNegative("count", count))
                .text("prefix", prefix)
                .number(Arguments.positive("size", size))
                .reply(ReplyDecoders.ok());
    }

    /**
     * Writes all data to disk and reads them back. Complexity: O(N) in their size. Redis command DEBUG RELOAD.
     */
    public Command<@Nullable Void> debugReload() {
        return debugReload(DebugReloadArgs.defaults());
    }

    /**
     * Reads all data from disk. Complexity: O(N) in their size. Redis command DEBUG RELOAD.
     *
     * @param args what happens to the data before
     */
    public Command<@Nullable Void> debugReload(DebugReloadArgs args) {
        return debug("RELOAD").args("args", args).reply(ReplyDecoders.ok());
    }

    /**
     * Says whether the server deletes expired keys without being asked for them; it does, unless told otherwise.
     * Complexity: O(1). Redis command DEBUG SET-ACTIVE-EXPIRE.
     *
     * @param active true to delete them, false to leave them until they are asked for
     */
    public Command<@Nullable Void> debugSetActiveExpire(boolean active) {
        return debug("SET-ACTIVE-EXPIRE").number(active ? 1 : 0).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server do nothing for a time, for no client. Redis command DEBUG SLEEP. The call has that time on top
     * of its timeout.
     *
     * @param duration how long, longer than zero, in whole milliseconds
     */
    public Command<@Nullable Void> debugSleep(Duration duration) {
        Arguments.positiveMillis("duration", duration);
        return debug("SLEEP").blockSeconds("duration", duration).reply(ReplyDecoders.ok());
    }

    private static DebugObject object(ReplyReader reply) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : reply.readString().split(" ", -1)) {
            int colon = word.indexOf(':');
            if (colon > 0) {
                fields.put(word.substring(0, colon), word.substring(colon + 1));
            }
        }
        return new DebugObject(fields);
    }

    private CommandBuilder<K, V> debug(String subcommand) {
        return new CommandBuilder<K, V>(ServerSpecs.DEBUG, codec).word(subcommand);
    }
}
