package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.Arguments.finite;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.JsonGetArgs;
import io.sorrel.redis.command.args.JsonSetArgs;
import io.sorrel.redis.command.args.JsonUpdate;
import io.sorrel.redis.command.reply.JsonType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on JSON documents.
 *
 * <p>JSON goes and comes as text, whatever the codec of the values: a reply wraps what a path leads to in a JSON array, which a
 * codec of single values does not read, and the server takes nothing but JSON, which a codec need not write. Turn texts into
 * objects with the JSON library of your choice.
 *
 * <p>Paths are JSONPaths such as {@code $.a.b} or {@code $..price}, and may lead to several places; results have one element for
 * each of them. Paths of the older syntax, which do not start with {@code $}, are refused, as their replies have other shapes.
 * Part of Redis since 8.0.0, where it is built with its modules; before, the module RedisJSON. Tested with the replies that
 * their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Json", accessor = "json")
public final class JsonDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    JsonDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return JsonSpecs.SPECS.all();
    }

    /**
     * Empties arrays and objects and sets numbers to 0; other values stay. Complexity: O(N) in the size of the document.
     * Redis command JSON.CLEAR, since RedisJSON 2.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return how many values changed
     */
    public Command<Long> jsonClear(K key, String path) {
        return on(JsonSpecs.JSON_CLEAR, key, path).reply(ReplyDecoders.integer());
    }

    /**
     * Measures values in the server's memory. Complexity: O(N) in the size of the document. Redis command JSON.DEBUG
     * MEMORY, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return bytes of each value, at most; values may share some of them
     */
    public Command<List<Long>> jsonDebugMemory(K key, String path) {
        return on(JsonSpecs.JSON_DEBUG_MEMORY, key, path).reply(JsonReplies::sizes);
    }

    /**
     * Deletes values; the key goes with the root. Complexity: O(N) in the size of the document. Redis command JSON.DEL,
     * since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values; {@code $} for the whole document
     * @return how many values were deleted; 0 if the key does not exist
     */
    public Command<Long> jsonDel(K key, String path) {
        return on(JsonSpecs.JSON_DEL, key, path).reply(ReplyDecoders.integer());
    }

    /**
     * Does what {@code jsonDel} does, under another name. Complexity: O(N) in the size of the document. Redis command
     * JSON.FORGET, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return how many values were deleted; 0 if the key does not exist
     */
    public Command<Long> jsonForget(K key, String path) {
        return on(JsonSpecs.JSON_FORGET, key, path).reply(ReplyDecoders.integer());
    }

    /**
     * Reads a document. Complexity: O(N) in its size. Redis command JSON.GET, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @return the document as JSON text, not wrapped in an array; null if the key does not exist
     */
    public Command<@Nullable String> jsonGet(K key) {
        return command(JsonSpecs.JSON_GET).key(key).<@Nullable String>reply(JsonReplies.TEXT);
    }

    /**
     * Reads values. Complexity: O(N) in the size of the document. Redis command JSON.GET, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param paths which values, at least one path
     * @return JSON text: for one path an array of what it leads to, for several an object with such an array by path;
     *     null if the key does not exist
     */
    public Command<@Nullable String> jsonGet(K key, String... paths) {
        return jsonGet(key, JsonGetArgs.defaults(), paths);
    }

    /**
     * Reads values, laid out as asked for. Complexity: O(N) in the size of the document. Redis command JSON.GET, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param args how the text is laid out
     * @param paths which values; none for the document itself
     * @return JSON text: for no path the document, for one an array of what it leads to, for several an object with such
     *     an array by path; null if the key does not exist
     */
    public Command<@Nullable String> jsonGet(K key, JsonGetArgs args, String... paths) {
        CommandBuilder<K, V> command = command(JsonSpecs.JSON_GET).key(key).args("args", args);
        for (String path : CommandBuilder.notNull("paths", paths)) {
            command.text("a path", JsonPaths.checked("a path", path));
        }
        return command.<@Nullable String>reply(JsonReplies.TEXT);
    }

    /**
     * Merges a value into others as RFC 7396 (JSON Merge Patch) says: names with null are deleted, others set, arrays
     * replaced. Complexity: O(M + N) in the sizes of the value and the document. Redis command JSON.MERGE, since
     * RedisJSON 2.6.0.
     *
     * @param key key of the document
     * @param path which values; {@code $} for a new document
     * @param json the value as JSON text
     */
    public Command<@Nullable Void> jsonMerge(K key, String path, String json) {
        return on(JsonSpecs.JSON_MERGE, key, path).text("json", json).reply(ReplyDecoders.ok());
    }

    /**
     * Reads values of several documents. Complexity: O(N) in the sizes of the documents. Redis command JSON.MGET, since
     * RedisJSON 1.0.0. In a cluster all keys must be in one slot.
     *
     * @param path which values
     * @param keys keys of the documents, at least one
     * @return for each key, in their order, an array of what the path leads to as JSON text; null for one that does not
     *     exist
     */
    @SafeVarargs
    public final Command<List<@Nullable String>> jsonMget(String path, K... keys) {
        String checked = JsonPaths.checked("path", path);
        return command(JsonSpecs.JSON_MGET)
                .keys("keys", keys)
                .text("path", checked)
                .<List<@Nullable String>>reply(JsonReplies.TEXTS);
    }

    /**
     * Sets values of several documents, all or none. Complexity: O(M + N) in the sizes of the values and the documents.
     * Redis command JSON.MSET, since RedisJSON 2.6.0. In a cluster all keys must be in one slot.
     *
     * @param updates what is set where, at least one
     */
    @SafeVarargs
    public final Command<@Nullable Void> jsonMset(JsonUpdate<K>... updates) {
        return jsonMset(Arrays.asList(CommandBuilder.notEmpty("updates", updates)));
    }

    /**
     * Sets values of several documents, all or none. Complexity: O(M + N) in the sizes of the values and the documents.
     * Redis command JSON.MSET, since RedisJSON 2.6.0. In a cluster all keys must be in one slot.
     *
     * @param updates what is set where, at least one
     */
    public Command<@Nullable Void> jsonMset(Collection<JsonUpdate<K>> updates) {
        CommandBuilder<K, V> command = command(JsonSpecs.JSON_MSET);
        for (JsonUpdate<K> each : CommandBuilder.notEmpty("updates", updates)) {
            JsonUpdate<K> update = CommandBuilder.notNull("an update", each);
            JsonPaths.path(command.key(update.key()), update.path()).text("json", update.json());
        }
        return command.reply(ReplyDecoders.ok());
    }

    /**
     * Adds some to numbers. Complexity: O(N) in the size of the document. Redis command JSON.NUMINCRBY, since RedisJSON
     * 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param increment what is added; finite, may be negative
     * @return the numbers afterwards; null for a value that is none
     */
    public Command<List<@Nullable BigDecimal>> jsonNumIncrBy(K key, String path, Number increment) {
        return number(JsonSpecs.JSON_NUMINCRBY, key, path, "increment", increment);
    }

    /**
     * Multiplies numbers. Complexity: O(N) in the size of the document. Redis command JSON.NUMMULTBY, since RedisJSON
     * 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param factor what they are multiplied with; finite
     * @return the numbers afterwards; null for a value that is none
     */
    public Command<List<@Nullable BigDecimal>> jsonNumMultBy(K key, String path, Number factor) {
        return number(JsonSpecs.JSON_NUMMULTBY, key, path, "factor", factor);
    }

    /**
     * Lists the names in objects. Complexity: O(N) in the size of the document. Redis command JSON.OBJKEYS, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return the names in each object; null for a value that is none
     */
    public Command<List<@Nullable List<String>>> jsonObjKeys(K key, String path) {
        return on(JsonSpecs.JSON_OBJKEYS, key, path).<List<@Nullable List<String>>>reply(JsonReplies.NAMES);
    }

    /**
     * Counts the names in objects. Complexity: O(N) in the size of the document. Redis command JSON.OBJLEN, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return how many names each object has; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonObjLen(K key, String path) {
        return on(JsonSpecs.JSON_OBJLEN, key, path).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Reads values as the protocol's own kinds. Complexity: O(N) in the size of the document. Redis command JSON.RESP,
     * since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return for each value null, a {@code String}, {@code Long} or {@code List}; a list starts with {@code [} for an
     *     array and with <code>{</code> for an object, whose names and values follow in turns
     * @deprecated by RedisJSON since 2.6; use {@link #jsonGet(Object, String...)}
     */
    @Deprecated
    public Command<List<@Nullable Object>> jsonResp(K key, String path) {
        return on(JsonSpecs.JSON_RESP, key, path)
                .<List<@Nullable Object>>reply(ReplyDecoders.list(ReplyDecoders.any()));
    }

    /**
     * Sets values, or adds a name to an object. Complexity: O(M + N) in the sizes of the value and the document. Redis
     * command JSON.SET, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values; {@code $} for a new document
     * @param json the value as JSON text
     * @return whether it was set; false if the path leads to nothing and nothing could be added there
     */
    public Command<Boolean> jsonSet(K key, String path, String json) {
        return jsonSet(key, path, json, JsonSetArgs.defaults());
    }

    /**
     * Sets values, or adds a name to an object, if a condition is met. Complexity: O(M + N) in the sizes of the value and
     * the document. Redis command JSON.SET, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values; {@code $} for a new document
     * @param json the value as JSON text
     * @param args the condition, and how arrays of numbers are stored
     * @return whether it was set; false if the condition is not met, or the path leads to nothing and nothing could be
     *     added there
     */
    public Command<Boolean> jsonSet(K key, String path, String json, JsonSetArgs args) {
        return on(JsonSpecs.JSON_SET, key, path)
                .text("json", json)
                .args("args", args)
                .reply(JsonReplies::wasSet);
    }

    /**
     * Appends to texts. Complexity: O(N) in the size of the document. Redis command JSON.STRAPPEND, since RedisJSON
     * 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param json what is appended as JSON text: with quotes around it
     * @return length of each text afterwards; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonStrAppend(K key, String path, String json) {
        return on(JsonSpecs.JSON_STRAPPEND, key, path)
                .text("json", json)
                .<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Measures texts. Complexity: O(N) in the size of the document. Redis command JSON.STRLEN, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return length of each text; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonStrLen(K key, String path) {
        return on(JsonSpecs.JSON_STRLEN, key, path).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Turns true into false and false into true. Complexity: O(N) in the size of the document. Redis command JSON.TOGGLE,
     * since RedisJSON 2.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return each value afterwards; null for one that is neither
     */
    public Command<List<@Nullable Boolean>> jsonToggle(K key, String path) {
        return on(JsonSpecs.JSON_TOGGLE, key, path).<List<@Nullable Boolean>>reply(JsonReplies.ANSWERS);
    }

    /**
     * Tells of which kind values are. Complexity: O(N) in the size of the document. Redis command JSON.TYPE, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return kind of each value; empty if the path leads to nothing, or the key does not exist
     */
    public Command<List<JsonType>> jsonType(K key, String path) {
        return on(JsonSpecs.JSON_TYPE, key, path).reply(JsonReplies::types);
    }

    private Command<List<@Nullable BigDecimal>> number(
            CommandSpec spec, K key, String path, String name, Number number) {
        finite(name, CommandBuilder.notNull(name, number).doubleValue());
        return on(spec, key, path)
                .text(name, number.toString())
                .<List<@Nullable BigDecimal>>reply(JsonReplies::numbers);
    }

    private CommandBuilder<K, V> on(CommandSpec spec, K key, String path) {
        return JsonPaths.path(command(spec).key(key), path);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
