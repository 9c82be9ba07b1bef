package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.IndexArgs;
import io.sorrel.redis.command.args.SearchField;
import io.sorrel.redis.command.reply.IndexInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands on indexes of hashes or JSON documents: which there are, and what they know. An index follows the documents
 * by itself, some time after they were changed. An index that does not exist fails with a {@code RedisServerException}.
 * Part of Redis since 8.0.0, where it is built with its modules; before, the module RediSearch. Tested with the replies
 * that their documentation shows, not against a live server.
 *
 * @param <K> type of the keys, which no command here has
 * @param <V> type of the values, which no command here has
 */
@CommandGroup(value = "SearchIndex", accessor = "searchIndexes")
public final class SearchIndexDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec FT_ALIASADD = SPECS.add(CommandSpec.write("FT.ALIASADD", "8.0.0"));
    private static final CommandSpec FT_ALIASDEL = SPECS.add(CommandSpec.write("FT.ALIASDEL", "8.0.0"));
    private static final CommandSpec FT_ALIASLIST = SPECS.add(CommandSpec.read("FT.ALIASLIST", "8.10.0"));
    private static final CommandSpec FT_ALIASUPDATE = SPECS.add(CommandSpec.write("FT.ALIASUPDATE", "8.0.0"));
    private static final CommandSpec FT_ALTER = SPECS.add(CommandSpec.write("FT.ALTER", "8.0.0"));
    private static final CommandSpec FT_CONFIG_GET =
            SPECS.add(CommandSpec.neutral("FT.CONFIG GET", "8.0.0").idempotent());
    private static final CommandSpec FT_CONFIG_SET =
            SPECS.add(CommandSpec.neutral("FT.CONFIG SET", "8.0.0").idempotent());
    private static final CommandSpec FT_CREATE = SPECS.add(CommandSpec.write("FT.CREATE", "8.0.0"));
    private static final CommandSpec FT_DROPINDEX = SPECS.add(CommandSpec.write("FT.DROPINDEX", "8.0.0"));
    private static final CommandSpec FT_INFO = SPECS.add(CommandSpec.read("FT.INFO", "8.0.0"));
    private static final CommandSpec FT_LIST = SPECS.add(CommandSpec.read("FT._LIST", "8.0.0"));
    private static final CommandSpec FT_SYNDUMP = SPECS.add(CommandSpec.read("FT.SYNDUMP", "8.0.0"));
    private static final CommandSpec FT_SYNUPDATE = SPECS.add(CommandSpec.write("FT.SYNUPDATE", "8.0.0"));
    private static final CommandSpec FT_TAGVALS = SPECS.add(CommandSpec.read("FT.TAGVALS", "8.0.0"));
    private static final ReplyDecoder<Set<String>> NAMES = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<Map<String, List<String>>> GROUPS =
            ReplyDecoders.map(ReplyDecoders.string(), ReplyDecoders.list(ReplyDecoders.string()));

    private final RedisCodec<K, V> codec;

    SearchIndexDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Gives an index a further name; one that is taken fails with a {@code RedisServerException}. Complexity: O(1). Redis
     * command FT.ALIASADD, since RediSearch 1.0.0.
     *
     * @param alias the further name
     * @param index name of the index
     * @return null
     */
    public Command<@Nullable Void> ftAliasAdd(String alias, String index) {
        return named(FT_ALIASADD, alias, index);
    }

    /**
     * Takes a further name from its index; one that does not exist fails with a {@code RedisServerException}. Complexity:
     * O(1). Redis command FT.ALIASDEL, since RediSearch 1.0.0.
     *
     * @param alias the further name
     * @return null
     */
    public Command<@Nullable Void> ftAliasDel(String alias) {
        return command(FT_ALIASDEL).text("alias", alias).reply(ReplyDecoders.ok());
    }

    /**
     * Lists the further names of an index. Complexity: O(N) in the number of names. Redis command FT.ALIASLIST, since
     * 8.10.0.
     *
     * @param index name of the index
     * @return the names
     */
    public Command<Set<String>> ftAliasList(String index) {
        return command(FT_ALIASLIST).text("index", index).reply(NAMES);
    }

    /**
     * Gives an index a further name, which is taken from the one that has it. Complexity: O(1). Redis command
     * FT.ALIASUPDATE, since RediSearch 1.0.0.
     *
     * @param alias the further name
     * @param index name of the index
     * @return null
     */
    public Command<@Nullable Void> ftAliasUpdate(String alias, String index) {
        return named(FT_ALIASUPDATE, alias, index);
    }

    /**
     * Adds fields to an index, and looks for them in the documents that exist. Complexity: O(N) in the number of keys.
     * Redis command FT.ALTER, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param fields the fields, at least one
     * @return null
     */
    public Command<@Nullable Void> ftAlter(String index, SearchField... fields) {
        return schema(command(FT_ALTER).text("index", index), true, fields);
    }

    /**
     * Adds fields to an index, which are found in documents that are changed from now on. Complexity: O(1). Redis command
     * FT.ALTER with SKIPINITIALSCAN, since RediSearch 2.0.0.
     *
     * @param index name of the index
     * @param fields the fields, at least one
     * @return null
     */
    public Command<@Nullable Void> ftAlterWithoutScan(String index, SearchField... fields) {
        return schema(command(FT_ALTER).text("index", index).word("SKIPINITIALSCAN"), true, fields);
    }

    /**
     * Reads settings of the module. Complexity: O(1). Redis command FT.CONFIG GET, since RediSearch 1.0.0; deprecated
     * since 8.0.0 in favour of CONFIG GET.
     *
     * @param option name of a setting, or {@code *} for all
     * @return settings and their values, null for one that has none; empty if there is no such setting
     */
    public Command<Map<String, @Nullable String>> ftConfigGet(String option) {
        return command(FT_CONFIG_GET).text("option", option).reply(IndexReplies::settings);
    }

    /**
     * Changes a setting of the module. Complexity: O(1). Redis command FT.CONFIG SET, since RediSearch 1.0.0; deprecated
     * since 8.0.0 in favour of CONFIG SET.
     *
     * @param option name of the setting
     * @param value its value
     * @return null
     */
    public Command<@Nullable Void> ftConfigSet(String option, String value) {
        return command(FT_CONFIG_SET)
                .text("option", option)
                .text("value", value)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Makes an index of all hashes; a name that is taken fails with a {@code RedisServerException}. The documents that exist
     * are indexed in the background. Complexity: O(K) in the number of fields, and O(N) in the number of keys in the
     * background. Redis command FT.CREATE, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param fields what it knows of the documents, at least one field
     * @return null
     */
    public Command<@Nullable Void> ftCreate(String index, SearchField... fields) {
        return schema(command(FT_CREATE).text("index", index), false, fields);
    }

    /**
     * Makes an index; a name that is taken fails with a {@code RedisServerException}. The documents that exist are indexed
     * in the background unless told otherwise. Complexity: O(K) in the number of fields, and O(N) in the number of keys in
     * the background. Redis command FT.CREATE, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param args which documents, and what is kept of them
     * @param fields what it knows of the documents, at least one field
     * @return null
     */
    public Command<@Nullable Void> ftCreate(String index, IndexArgs args, SearchField... fields) {
        return schema(command(FT_CREATE).text("index", index).args("args", args), false, fields);
    }

    /**
     * Deletes an index, and leaves its documents. Complexity: O(1). Redis command FT.DROPINDEX, since RediSearch 2.0.0.
     *
     * @param index name of the index
     * @return null
     */
    public Command<@Nullable Void> ftDropIndex(String index) {
        return command(FT_DROPINDEX).text("index", index).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes an index with its documents. Complexity: O(N) in the number of documents. Redis command FT.DROPINDEX with DD,
     * since RediSearch 2.0.0.
     *
     * @param index name of the index
     * @return null
     */
    public Command<@Nullable Void> ftDropIndexAndDocuments(String index) {
        return command(FT_DROPINDEX).text("index", index).word("DD").reply(ReplyDecoders.ok());
    }

    /**
     * Tells what an index knows, and how large it is. Complexity: O(1). Redis command FT.INFO, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @return what the server says
     */
    public Command<IndexInfo> ftInfo(String index) {
        return command(FT_INFO).text("index", index).reply(IndexReplies::info);
    }

    /**
     * Lists all indexes. Complexity: O(N) in their number. Redis command FT._LIST, since RediSearch 2.0.0.
     *
     * @return their names
     */
    public Command<Set<String>> ftList() {
        return command(FT_LIST).reply(NAMES);
    }

    /**
     * Lists the words that stand for one another in an index. Complexity: O(N) in their number. Redis command FT.SYNDUMP,
     * since RediSearch 1.2.0.
     *
     * @param index name of the index
     * @return the words, each with the names of its groups
     */
    public Command<Map<String, List<String>>> ftSynDump(String index) {
        return command(FT_SYNDUMP).text("index", index).reply(GROUPS);
    }

    /**
     * Adds words to a group of words that stand for one another, and looks for them in the documents that exist.
     * Complexity: O(1), and O(N) in the number of keys in the background. Redis command FT.SYNUPDATE, since RediSearch
     * 1.2.0.
     *
     * @param index name of the index
     * @param group name of the group
     * @param words at least one
     * @return null
     */
    public Command<@Nullable Void> ftSynUpdate(String index, String group, String... words) {
        return synonyms(command(FT_SYNUPDATE).text("index", index).text("group", group), words);
    }

    /**
     * Adds words to a group of words that stand for one another, in documents that are changed from now on. Complexity:
     * O(1). Redis command FT.SYNUPDATE with SKIPINITIALSCAN, since RediSearch 2.0.0.
     *
     * @param index name of the index
     * @param group name of the group
     * @param words at least one
     * @return null
     */
    public Command<@Nullable Void> ftSynUpdateWithoutScan(String index, String group, String... words) {
        CommandBuilder<K, V> command =
                command(FT_SYNUPDATE).text("index", index).text("group", group);
        return synonyms(command.word("SKIPINITIALSCAN"), words);
    }

    /**
     * Lists all values of a field of tags. Complexity: O(N) in their number; there may be many. Redis command FT.TAGVALS,
     * since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param field name of the field
     * @return the values, in lower case unless the field is case-sensitive
     */
    public Command<Set<String>> ftTagVals(String index, String field) {
        return command(FT_TAGVALS).text("index", index).text("field", field).reply(NAMES);
    }

    private Command<@Nullable Void> named(CommandSpec spec, String alias, String index) {
        return command(spec).text("alias", alias).text("index", index).reply(ReplyDecoders.ok());
    }

    private static <K, V> Command<@Nullable Void> schema(
            CommandBuilder<K, V> command, boolean added, SearchField... fields) {
        command.word("SCHEMA");
        if (added) {
            command.word("ADD");
        }
        for (SearchField field : CommandBuilder.notEmpty("fields", fields)) {
            command.args("a field of fields", field);
        }
        return command.reply(ReplyDecoders.ok());
    }

    private static <K, V> Command<@Nullable Void> synonyms(CommandBuilder<K, V> command, String... words) {
        for (String word : CommandBuilder.notEmpty("words", words)) {
            command.text("a word of words", word);
        }
        return command.reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
