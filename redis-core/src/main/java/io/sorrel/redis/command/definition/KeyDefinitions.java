package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.CopyArgs;
import io.sorrel.redis.command.args.MigrateArgs;
import io.sorrel.redis.command.args.RestoreArgs;
import io.sorrel.redis.command.args.ScanArgs;
import io.sorrel.redis.command.args.SortArgs;
import io.sorrel.redis.command.reply.AofAcknowledgements;
import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about keys, whatever the type of their values.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Key", accessor = "keys")
@SuppressWarnings("varargs") // The arrays are only read.
public final class KeyDefinitions<K, V> {
    @SuppressWarnings("NullAway") // The result may be null; compilers before JDK 22 do not tell NullAway.
    private static final ReplyDecoder<@Nullable String> TYPE_REPLY = reply -> {
        String type = reply.readString();
        return type.equals("none") ? null : type;
    };

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<K> keyReply;
    private final ReplyDecoder<V> valueReply;

    KeyDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.keyReply = ReplyDecoders.value(codec.keys());
        this.valueReply = ReplyDecoders.value(codec.values());
    }

    static List<CommandSpec> specs() {
        return KeySpecs.SPECS.all();
    }

    /**
     * Copies a key within the database, if the destination does not exist. Complexity: O(N) in the number of elements
     * of a collection, O(1) for a string. Redis command COPY, since 6.2.0.
     *
     * @param source key to copy, with its expiry
     * @param destination key to make
     * @return true if it was copied
     */
    public Command<Boolean> copy(K source, K destination) {
        return copy(source, destination, CopyArgs.defaults());
    }

    /**
     * Copies a key. Complexity: O(N) in the number of elements of a collection, O(1) for a string. Redis command COPY,
     * since 6.2.0.
     *
     * @param source key to copy, with its expiry
     * @param destination key to make
     * @param args into which database, and whether to replace
     * @return true if it was copied
     */
    public Command<Boolean> copy(K source, K destination, CopyArgs args) {
        return command(KeySpecs.COPY)
                .key("source", source)
                .key("destination", destination)
                .args("args", args)
                .reply(ReplyDecoders.bool());
    }

    /**
     * Deletes keys and frees their memory at once. Complexity: O(N) in the number of keys, and O(M) in the number of
     * elements of each collection. Redis command DEL, since 1.0.0.
     *
     * @param keys the keys, at least one
     * @return how many of them existed
     */
    @SafeVarargs
    public final Command<Long> del(K... keys) {
        return command(KeySpecs.DEL).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Deletes keys and frees their memory at once. Complexity: O(N) in the number of keys, and O(M) in the number of
     * elements of each collection. Redis command DEL, since 1.0.0.
     *
     * @param keys the keys, at least one
     * @return how many of them existed
     */
    public Command<Long> del(Collection<? extends K> keys) {
        return command(KeySpecs.DEL).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Serialises the value of a key for RESTORE, without its expiry. Complexity: O(N*M) for a collection of N elements
     * of the size M. Redis command DUMP, since 2.6.0.
     *
     * @param key the key
     * @return the value in the server's own format, or null if the key does not exist
     */
    public Command<byte @Nullable []> dump(K key) {
        return command(KeySpecs.DUMP).key(key).reply(ReplyDecoders.nullable(ReplyDecoders.bytes()));
    }

    /**
     * Counts which of the keys exist. Complexity: O(N) in the number of keys. Redis command EXISTS, since 1.0.0, with
     * several keys since 3.0.3.
     *
     * @param keys the keys, at least one; a key that is given twice counts twice
     * @return how many of them exist
     */
    @SafeVarargs
    public final Command<Long> exists(K... keys) {
        return command(KeySpecs.EXISTS).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Counts which of the keys exist. Complexity: O(N) in the number of keys. Redis command EXISTS, since 1.0.0, with
     * several keys since 3.0.3.
     *
     * @param keys the keys, at least one; a key that is given twice counts twice
     * @return how many of them exist
     */
    public Command<Long> exists(Collection<? extends K> keys) {
        return command(KeySpecs.EXISTS).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Finds all keys that match a pattern, in one go: for small databases only, as the server does nothing else
     * meanwhile; prefer a scan. Complexity: O(N) in the number of keys of the database. Redis command KEYS, since
     * 1.0.0.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     * @return the keys, in no particular order
     */
    public Command<List<K>> keys(String pattern) {
        return command(KeySpecs.KEYS).text("pattern", pattern).reply(ReplyDecoders.list(keyReply));
    }

    /**
     * Moves a key to another server, atomically for both. Both are blocked meanwhile. Complexity: O(N) in the size of
     * the value. Redis command MIGRATE, since 2.6.0.
     *
     * @param host name or address of the target, as the server resolves it
     * @param port port of the target, 1 to 65535
     * @param key the key
     * @param database number of the database at the target, from 0
     * @param timeout longest pause in the talk between the servers, longer than zero, in whole milliseconds; the whole
     *     may take longer
     * @return true if it was moved, false if the key does not exist
     */
    public Command<Boolean> migrate(String host, int port, K key, int database, Duration timeout) {
        return migrateTo(host, port)
                .key(key)
                .number(Arguments.notNegative("database", database))
                .number(Arguments.positiveMillis("timeout", timeout))
                .reply(KeyDefinitions::migrated);
    }

    /**
     * Moves or copies keys to another server, each atomically for both. Both are blocked meanwhile. Complexity: O(N)
     * in the size of the values. Redis command MIGRATE, since 3.0.6 with several keys.
     *
     * @param host name or address of the target, as the server resolves it
     * @param port port of the target, 1 to 65535
     * @param database number of the database at the target, from 0
     * @param timeout longest pause in the talk between the servers, longer than zero, in whole milliseconds; the whole
     *     may take longer
     * @param args whether to copy, to replace, to log in
     * @param keys the keys, at least one; missing ones are passed over
     * @return true if a key was moved or copied, false if none of the keys exists
     */
    @SafeVarargs
    public final Command<Boolean> migrate(
            String host, int port, int database, Duration timeout, MigrateArgs args, K... keys) {
        return migrateTo(host, port)
                .word("")
                .number(Arguments.notNegative("database", database))
                .number(Arguments.positiveMillis("timeout", timeout))
                .args("args", args)
                .word("KEYS")
                .keys("keys", keys)
                .reply(KeyDefinitions::migrated);
    }

    /**
     * Moves a key to another database of the same server, if it does not exist there. Complexity: O(1). Redis command
     * MOVE, since 1.0.0.
     *
     * @param key the key
     * @param database number of the other database, from 0
     * @return true if it was moved
     */
    public Command<Boolean> move(K key, int database) {
        return command(KeySpecs.MOVE)
                .key(key)
                .number(Arguments.notNegative("database", database))
                .reply(ReplyDecoders.bool());
    }

    /**
     * Tells how the server stores a value. Complexity: O(1). Redis command OBJECT ENCODING, since 2.2.3.
     *
     * @param key the key
     * @return name of the encoding, such as {@code listpack}, or null if the key does not exist
     */
    public Command<@Nullable String> objectEncoding(K key) {
        return command(KeySpecs.OBJECT_ENCODING).key(key).reply(ReplyDecoders.nullable(ReplyDecoders.string()));
    }

    /**
     * Tells how often a key is used, where eviction goes by frequency ({@code maxmemory-policy} with {@code lfu}).
     * Complexity: O(1). Redis command OBJECT FREQ, since 4.0.0.
     *
     * @param key the key
     * @return logarithmic counter from 0 to 255, or null if the key does not exist
     */
    public Command<@Nullable Long> objectFreq(K key) {
        return command(KeySpecs.OBJECT_FREQ).key(key).reply(ReplyDecoders.nullable(ReplyDecoders.integer()));
    }

    /**
     * Lists the subcommands of OBJECT. Complexity: O(1). Redis command OBJECT HELP, since 6.2.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> objectHelp() {
        return command(KeySpecs.OBJECT_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Tells how long a key has not been used, unless eviction goes by frequency. Complexity: O(1). Redis command
     * OBJECT IDLETIME, since 2.2.3.
     *
     * @param key the key
     * @return time since its last use in seconds, or null if the key does not exist
     */
    public Command<@Nullable Duration> objectIdleTime(K key) {
        return command(KeySpecs.OBJECT_IDLETIME).key(key).reply(ReplyDecoders.nullable(ReplyDecoders.seconds()));
    }

    /**
     * Tells how many references the server holds to a value. Complexity: O(1). Redis command OBJECT REFCOUNT, since
     * 2.2.3.
     *
     * @param key the key
     * @return number of references, or null if the key does not exist
     */
    public Command<@Nullable Long> objectRefCount(K key) {
        return command(KeySpecs.OBJECT_REFCOUNT).key(key).reply(ReplyDecoders.nullable(ReplyDecoders.integer()));
    }

    /**
     * Picks a key at random. Complexity: O(1). Redis command RANDOMKEY, since 1.0.0.
     *
     * @return a key, or null if the database is empty
     */
    public Command<@Nullable K> randomKey() {
        return command(KeySpecs.RANDOMKEY).reply(ReplyDecoders.nullable(keyReply));
    }

    /**
     * Renames a key and replaces the one that has the new name. Complexity: O(1), and that of DEL for the replaced
     * key. Redis command RENAME, since 1.0.0. Fails if the key does not exist.
     *
     * @param key the key
     * @param newKey its new name
     */
    public Command<@Nullable Void> rename(K key, K newKey) {
        return command(KeySpecs.RENAME).key(key).key("newKey", newKey).reply(ReplyDecoders.ok());
    }

    /**
     * Renames a key, if none has the new name. Complexity: O(1). Redis command RENAMENX, since 1.0.0. Fails if the key
     * does not exist.
     *
     * @param key the key
     * @param newKey its new name
     * @return true if it was renamed
     */
    public Command<Boolean> renameNx(K key, K newKey) {
        return command(KeySpecs.RENAMENX).key(key).key("newKey", newKey).reply(ReplyDecoders.bool());
    }

    /**
     * Makes a key without expiry from a value that DUMP has serialised. Complexity: O(N*M) for a collection of N
     * elements of the size M. Redis command RESTORE, since 2.6.0. Fails with a {@code BusyKeyException} if the key
     * exists.
     *
     * @param key the key
     * @param dump what DUMP has answered
     */
    public Command<@Nullable Void> restore(K key, byte[] dump) {
        return restore(key, dump, RestoreArgs.defaults());
    }

    /**
     * Makes a key from a value that DUMP has serialised. Complexity: O(N*M) for a collection of N elements of the size
     * M. Redis command RESTORE, since 2.6.0. Fails with a {@code BusyKeyException} if the key exists and is not to be
     * replaced.
     *
     * @param key the key
     * @param dump what DUMP has answered
     * @param args expiry, whether to replace, and what eviction thinks of the key
     */
    public Command<@Nullable Void> restore(K key, byte[] dump, RestoreArgs args) {
        CommandBuilder<K, V> command = command(KeySpecs.RESTORE).key(key);
        CommandBuilder.notNull("args", args).writeExpiryTo(command);
        return command.bytes("dump", dump).args("args", args).reply(ReplyDecoders.ok());
    }

    /**
     * Fetches the next page of all keys. A key that is there from the start of the scan to its end is found at least
     * once; one may be found more than once. Complexity: O(1) for a call, O(N) for a whole scan. Redis command SCAN,
     * since 2.8.0.
     *
     * @param cursor {@link ScanCursor#START}, or the cursor of the page before
     * @return some keys, maybe none, and the cursor of the next page
     */
    public Command<ScanPage<K>> scan(ScanCursor cursor) {
        return scan(cursor, ScanArgs.all());
    }

    /**
     * Fetches the next page of the keys that the options tell. A key that is there from the start of the scan to its
     * end is found at least once; one may be found more than once. Complexity: O(1) for a call, O(N) for a whole scan.
     * Redis command SCAN, since 2.8.0.
     *
     * @param cursor {@link ScanCursor#START}, or the cursor of the page before
     * @param args which keys, the same in every call of a scan, and how much work one call does
     * @return some keys, maybe none, and the cursor of the next page
     */
    public Command<ScanPage<K>> scan(ScanCursor cursor, ScanArgs args) {
        return ScanReplies.cursor(command(KeySpecs.SCAN), cursor)
                .args("args", args)
                .reply(ScanReplies.page(keyReply));
    }

    /**
     * Sorts the elements of a list, set or sorted set as numbers. Complexity: O(N*log(N)) in the number of elements.
     * Redis command SORT, since 1.0.0. The server counts it as a write: where replicas shall answer, use SORT_RO.
     *
     * @param key the key
     * @return the elements, the smallest first; empty if the key does not exist
     */
    public Command<List<V>> sort(K key) {
        return command(KeySpecs.SORT_AGAIN).key(key).reply(ReplyDecoders.list(valueReply));
    }

    /**
     * Sorts the elements of a list, set or sorted set. Complexity: O(N+M*log(M)) in the number of elements and of those
     * returned. Redis command SORT, since 1.0.0. The server counts it as a write: where replicas shall answer, use
     * SORT_RO.
     *
     * @param key the key
     * @param args by what to sort, and what to return
     * @return the elements or what was looked up for them, null where that does not exist; empty if the key does not
     *     exist
     */
    public Command<List<@Nullable V>> sort(K key, SortArgs args) {
        return command(KeySpecs.SORT_AGAIN)
                .key(key)
                .args("args", args)
                .reply(ReplyDecoders.list(ReplyDecoders.nullable(valueReply)));
    }

    /**
     * Sorts the elements of a list, set or sorted set as numbers, without the right to write. Complexity: O(N*log(N))
     * in the number of elements. Redis command SORT_RO, since 7.0.0.
     *
     * @param key the key
     * @return the elements, the smallest first; empty if the key does not exist
     */
    public Command<List<V>> sortReadOnly(K key) {
        return command(KeySpecs.SORT_RO).key(key).reply(ReplyDecoders.list(valueReply));
    }

    /**
     * Sorts the elements of a list, set or sorted set, without the right to write. Complexity: O(N+M*log(M)) in the
     * number of elements and of those returned. Redis command SORT_RO, since 7.0.0.
     *
     * @param key the key
     * @param args by what to sort, and what to return
     * @return the elements or what was looked up for them, null where that does not exist; empty if the key does not
     *     exist
     */
    public Command<List<@Nullable V>> sortReadOnly(K key, SortArgs args) {
        return command(KeySpecs.SORT_RO)
                .key(key)
                .args("args", args)
                .reply(ReplyDecoders.list(ReplyDecoders.nullable(valueReply)));
    }

    /**
     * Sorts the elements of a list, set or sorted set into a list. Complexity: O(N+M*log(M)) in the number of elements
     * and of those stored. Redis command SORT with STORE, since 1.0.0.
     *
     * @param key the key
     * @param args by what to sort, and what to store
     * @param destination list to make; it is replaced if it exists, and deleted if there is nothing to store
     * @return length of the new list
     */
    public Command<Long> sortStore(K key, SortArgs args, K destination) {
        return command(KeySpecs.SORT)
                .key(key)
                .args("args", args)
                .word("STORE")
                .key("destination", destination)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Marks keys as used now, for eviction. Complexity: O(N) in the number of keys. Redis command TOUCH, since 3.2.1.
     *
     * @param keys the keys, at least one
     * @return how many of them exist
     */
    @SafeVarargs
    public final Command<Long> touch(K... keys) {
        return command(KeySpecs.TOUCH).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Tells the type of a value. Complexity: O(1). Redis command TYPE, since 1.0.0.
     *
     * @param key the key
     * @return {@code string}, {@code list}, {@code set}, {@code zset}, {@code hash}, {@code stream}, {@code vectorset}
     *     or the name of a module's type; null if the key does not exist
     */
    public Command<@Nullable String> type(K key) {
        return command(KeySpecs.TYPE).key(key).reply(TYPE_REPLY);
    }

    /**
     * Deletes keys and frees their memory in the background. Complexity: O(N) in the number of keys. Redis command
     * UNLINK, since 4.0.0.
     *
     * @param keys the keys, at least one
     * @return how many of them existed
     */
    @SafeVarargs
    public final Command<Long> unlink(K... keys) {
        return command(KeySpecs.UNLINK).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Deletes keys and frees their memory in the background. Complexity: O(N) in the number of keys. Redis command
     * UNLINK, since 4.0.0.
     *
     * @param keys the keys, at least one
     * @return how many of them existed
     */
    public Command<Long> unlink(Collection<? extends K> keys) {
        return command(KeySpecs.UNLINK).keys("keys", keys).reply(ReplyDecoders.integer());
    }

    /**
     * Waits until replicas have received all writes that this connection has sent before. Complexity: O(1). Redis
     * command WAIT, since 3.0.0.
     *
     * @param replicas how many replicas to wait for, not negative
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @return how many replicas have received the writes; fewer than asked for when the time is up
     */
    public Command<Long> waitReplicas(int replicas, Duration timeout) {
        return command(KeySpecs.WAIT)
                .number(Arguments.notNegative("replicas", replicas))
                .blockMillis("timeout", timeout)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Waits until all writes that this connection has sent before are on disk, here and at replicas. Complexity: O(1).
     * Redis command WAITAOF, since 7.2.0.
     *
     * @param local 1 to wait for the server itself, which needs {@code appendonly yes}; 0 not to
     * @param replicas how many replicas to wait for, not negative
     * @param timeout longest wait, in whole milliseconds; zero for no limit
     * @return who has written them to disk; fewer than asked for when the time is up
     */
    public Command<AofAcknowledgements> waitAof(int local, int replicas, Duration timeout) {
        if (local < 0 || local > 1) {
            throw new IllegalArgumentException("local must be 0 or 1, but is " + local);
        }
        return command(KeySpecs.WAITAOF)
                .number(local)
                .number(Arguments.notNegative("replicas", replicas))
                .blockMillis("timeout", timeout)
                .reply(KeyDefinitions::acknowledgements);
    }

    private CommandBuilder<K, V> migrateTo(String host, int port) {
        return command(KeySpecs.MIGRATE).text("host", host).number(Arguments.between("port", port, 1, 65_535));
    }

    private static AofAcknowledgements acknowledgements(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size != 2) {
            throw new UnexpectedReplyException("expected two numbers, but the server sent " + size + " values");
        }
        return new AofAcknowledgements(reply.readLong(), reply.readLong());
    }

    private static boolean migrated(ReplyReader reply) throws IOException {
        return !reply.readString().equals("NOKEY");
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
