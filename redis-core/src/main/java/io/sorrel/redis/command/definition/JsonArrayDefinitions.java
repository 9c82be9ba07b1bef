package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on the arrays in JSON documents. JSON goes and comes as text, and paths are JSONPaths that start with
 * {@code $}, as with {@link JsonDefinitions}; results have one element for each place that the path leads to. An index counts from
 * 0, a negative one from the end. Part of Redis since 8.0.0, where it is built with its modules; before, the module RedisJSON.
 * Tested with the replies that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@CommandGroup(value = "JsonArray", accessor = "jsonArrays")
public final class JsonArrayDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec JSON_ARRAPPEND =
            SPECS.add(CommandSpec.write("JSON.ARRAPPEND", "8.0.0").key());
    private static final CommandSpec JSON_ARRINDEX =
            SPECS.add(CommandSpec.read("JSON.ARRINDEX", "8.0.0").key());
    private static final CommandSpec JSON_ARRINSERT =
            SPECS.add(CommandSpec.write("JSON.ARRINSERT", "8.0.0").key());
    private static final CommandSpec JSON_ARRLEN =
            SPECS.add(CommandSpec.read("JSON.ARRLEN", "8.0.0").key());
    private static final CommandSpec JSON_ARRPOP =
            SPECS.add(CommandSpec.write("JSON.ARRPOP", "8.0.0").key());
    private static final CommandSpec JSON_ARRTRIM =
            SPECS.add(CommandSpec.write("JSON.ARRTRIM", "8.0.0").key());

    private final RedisCodec<K, V> codec;

    JsonArrayDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Appends to arrays. Complexity: O(N) in the size of the document. Redis command JSON.ARRAPPEND, since RedisJSON
     * 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param json what is appended as JSON texts, at least one
     * @return length of each array afterwards; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonArrAppend(K key, String path, String... json) {
        return texts(on(JSON_ARRAPPEND, key, path), json).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Looks for a value in arrays. Complexity: O(N) in the size of the document. Redis command JSON.ARRINDEX, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param json what is looked for as JSON text
     * @return index of its first occurrence in each array, -1 where it does not occur; null for a value that is no array
     */
    public Command<List<@Nullable Long>> jsonArrIndex(K key, String path, String json) {
        return on(JSON_ARRINDEX, key, path).text("json", json).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Looks for a value in parts of arrays. Complexity: O(N) in the size of the document. Redis command JSON.ARRINDEX,
     * since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param json what is looked for as JSON text
     * @param start index where the part starts; may be negative
     * @param stop index behind the part; 0 for the end of the array, may be negative
     * @return index of its first occurrence in each part, -1 where it does not occur; null for a value that is no array
     */
    public Command<List<@Nullable Long>> jsonArrIndex(K key, String path, String json, long start, long stop) {
        return on(JSON_ARRINDEX, key, path)
                .text("json", json)
                .number(start)
                .number(stop)
                .<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Inserts into arrays. An index outside an array fails with a {@code RedisServerException}. Complexity: O(N) in the
     * size of the document. Redis command JSON.ARRINSERT, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param index before which element; may be negative
     * @param json what is inserted as JSON texts, at least one
     * @return length of each array afterwards; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonArrInsert(K key, String path, long index, String... json) {
        return texts(on(JSON_ARRINSERT, key, path).number(index), json).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Counts the elements of arrays. Complexity: O(N) in the size of the document. Redis command JSON.ARRLEN, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return length of each array; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonArrLen(K key, String path) {
        return on(JSON_ARRLEN, key, path).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    /**
     * Takes the last elements out of arrays. Complexity: O(N) in the size of the document. Redis command JSON.ARRPOP,
     * since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @return the element of each array as JSON text; null for an empty array, and for a value that is none
     */
    public Command<List<@Nullable String>> jsonArrPop(K key, String path) {
        return on(JSON_ARRPOP, key, path).<List<@Nullable String>>reply(JsonReplies.TEXTS);
    }

    /**
     * Takes elements out of arrays. Complexity: O(N) in the size of the document. Redis command JSON.ARRPOP, since
     * RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param index which element, the nearest where there is none; may be negative
     * @return the element of each array as JSON text; null for an empty array, and for a value that is none
     */
    public Command<List<@Nullable String>> jsonArrPop(K key, String path, long index) {
        return on(JSON_ARRPOP, key, path).number(index).<List<@Nullable String>>reply(JsonReplies.TEXTS);
    }

    /**
     * Keeps a part of arrays and deletes the rest. Complexity: O(N) in the size of the document. Redis command
     * JSON.ARRTRIM, since RedisJSON 1.0.0.
     *
     * @param key key of the document
     * @param path which values
     * @param start index of the first element that is kept; may be negative
     * @param stop index of the last element that is kept; may be negative
     * @return length of each array afterwards; null for a value that is none
     */
    public Command<List<@Nullable Long>> jsonArrTrim(K key, String path, long start, long stop) {
        return on(JSON_ARRTRIM, key, path).number(start).number(stop).<List<@Nullable Long>>reply(JsonReplies.COUNTS);
    }

    private CommandBuilder<K, V> texts(CommandBuilder<K, V> command, String[] json) {
        for (String text : CommandBuilder.notEmpty("json", json)) {
            command.text("json", text);
        }
        return command;
    }

    private CommandBuilder<K, V> on(CommandSpec spec, K key, String path) {
        return JsonPaths.path(new CommandBuilder<>(spec, codec).key(key), path);
    }
}
