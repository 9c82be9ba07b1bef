package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.SpellcheckArgs;
import io.sorrel.redis.command.args.SugAddArgs;
import io.sorrel.redis.command.args.SugGetArgs;
import io.sorrel.redis.command.reply.SpellingSuggestion;
import io.sorrel.redis.command.reply.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands on dictionaries of words, with which the spelling of queries is checked, and on suggestions, which complete
 * what begins as given. Suggestions have keys; dictionaries do not. Part of Redis since 8.0.0, where it is built with its
 * modules; before, the module RediSearch. Tested with the replies that their documentation shows, not against a live
 * server.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which no command here has
 */
@CommandGroup(value = "SearchDictionary", accessor = "searchDictionaries")
public final class SearchDictionaryDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec FT_DICTADD = SPECS.add(CommandSpec.write("FT.DICTADD", "8.0.0"));
    private static final CommandSpec FT_DICTDEL = SPECS.add(CommandSpec.write("FT.DICTDEL", "8.0.0"));
    private static final CommandSpec FT_DICTDUMP = SPECS.add(CommandSpec.read("FT.DICTDUMP", "8.0.0"));
    private static final CommandSpec FT_SPELLCHECK = SPECS.add(CommandSpec.read("FT.SPELLCHECK", "8.0.0"));
    private static final CommandSpec FT_SUGADD =
            SPECS.add(CommandSpec.write("FT.SUGADD", "8.0.0").key());
    private static final CommandSpec FT_SUGDEL =
            SPECS.add(CommandSpec.write("FT.SUGDEL", "8.0.0").key());
    private static final CommandSpec FT_SUGGET =
            SPECS.add(CommandSpec.read("FT.SUGGET", "8.0.0").key());
    private static final CommandSpec FT_SUGLEN =
            SPECS.add(CommandSpec.read("FT.SUGLEN", "8.0.0").key());
    private static final ReplyDecoder<Set<String>> WORDS = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<List<String>> TEXTS = ReplyDecoders.list(ReplyDecoders.string());

    private final RedisCodec<K, V> codec;

    SearchDictionaryDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Adds words to a dictionary, which is made if there is none. Complexity: O(N) in the number of words. Redis command
     * FT.DICTADD, since RediSearch 1.4.0.
     *
     * @param dictionary name of the dictionary
     * @param words at least one
     * @return how many were not in it
     */
    public Command<Long> ftDictAdd(String dictionary, String... words) {
        return words(FT_DICTADD, dictionary, words);
    }

    /**
     * Removes words from a dictionary. Complexity: O(N) in the number of words. Redis command FT.DICTDEL, since RediSearch
     * 1.4.0.
     *
     * @param dictionary name of the dictionary
     * @param words at least one
     * @return how many were in it
     */
    public Command<Long> ftDictDel(String dictionary, String... words) {
        return words(FT_DICTDEL, dictionary, words);
    }

    /**
     * Lists the words of a dictionary. Complexity: O(N) in their number. Redis command FT.DICTDUMP, since RediSearch 1.4.0.
     *
     * @param dictionary name of the dictionary; one that does not exist fails with a {@code RedisServerException}, or is
     *     empty, as the server's version has it
     * @return the words
     */
    public Command<Set<String>> ftDictDump(String dictionary) {
        return command(FT_DICTDUMP).text("dictionary", dictionary).reply(WORDS);
    }

    /**
     * Looks for words of the index that may be meant by those of a query that it does not have. Complexity: O(1). Redis
     * command FT.SPELLCHECK, since RediSearch 1.4.0.
     *
     * @param index name of the index
     * @param query the query
     * @return words that the index does not have, each with others, the best first
     */
    public Command<Map<String, List<SpellingSuggestion>>> ftSpellcheck(String index, String query) {
        return ftSpellcheck(index, query, SpellcheckArgs.defaults());
    }

    /**
     * Looks for words of the index, and of dictionaries, that may be meant by those of a query that it does not have.
     * Complexity: O(1). Redis command FT.SPELLCHECK, since RediSearch 1.4.0.
     *
     * @param index name of the index
     * @param query the query
     * @param args how different words may be, and which others there are
     * @return words that the index does not have, each with others, the best first
     */
    public Command<Map<String, List<SpellingSuggestion>>> ftSpellcheck(
            String index, String query, SpellcheckArgs args) {
        return command(FT_SPELLCHECK)
                .text("index", index)
                .text("query", query)
                .args("args", args)
                .reply(IndexReplies::spelling);
    }

    /**
     * Adds a text to suggestions, or gives it another score. Complexity: O(1). Redis command FT.SUGADD, since RediSearch
     * 1.0.0.
     *
     * @param key key of the suggestions
     * @param text the text
     * @param score how much it counts, finite
     * @return how many texts there are
     */
    public Command<Long> ftSugAdd(K key, String text, double score) {
        return ftSugAdd(key, text, score, SugAddArgs.defaults());
    }

    /**
     * Adds a text to suggestions, or changes its score. Complexity: O(1). Redis command FT.SUGADD, since RediSearch 1.0.0.
     *
     * @param key key of the suggestions
     * @param text the text
     * @param score how much it counts, finite
     * @param args whether the score is added to what it has, and what is kept with it
     * @return how many texts there are
     */
    public Command<Long> ftSugAdd(K key, String text, double score, SugAddArgs args) {
        Arguments.finite("score", score);
        return command(FT_SUGADD)
                .key(key)
                .text("text", text)
                .number(score)
                .args("args", args)
                .reply(ReplyDecoders.integer());
    }

    /**
     * Removes a text from suggestions. Complexity: O(1). Redis command FT.SUGDEL, since RediSearch 1.0.0.
     *
     * @param key key of the suggestions
     * @param text the text
     * @return whether it was there
     */
    public Command<Boolean> ftSugDel(K key, String text) {
        return command(FT_SUGDEL).key(key).text("text", text).reply(ReplyDecoders.bool());
    }

    /**
     * Completes a beginning. Complexity: O(1). Redis command FT.SUGGET, since RediSearch 1.0.0.
     *
     * @param key key of the suggestions
     * @param prefix the beginning
     * @return the texts that begin so, the best first; empty if there are none
     */
    public Command<List<String>> ftSugGet(K key, String prefix) {
        return ftSugGet(key, prefix, SugGetArgs.defaults());
    }

    /**
     * Completes a beginning. Complexity: O(1). Redis command FT.SUGGET, since RediSearch 1.0.0.
     *
     * @param key key of the suggestions
     * @param prefix the beginning
     * @param args how many texts, and whether they may begin a little differently
     * @return the texts, the best first; empty if there are none
     */
    public Command<List<String>> ftSugGet(K key, String prefix, SugGetArgs args) {
        return completions(key, prefix, args).reply(TEXTS);
    }

    /**
     * Completes a beginning. Complexity: O(1). Redis command FT.SUGGET with WITHSCORES and WITHPAYLOADS, since RediSearch
     * 1.0.0.
     *
     * @param key key of the suggestions
     * @param prefix the beginning
     * @param args how many texts, and whether they may begin a little differently
     * @return the texts with scores and payloads, the best first; empty if there are none
     */
    public Command<List<Suggestion>> ftSugGetWithDetails(K key, String prefix, SugGetArgs args) {
        return completions(key, prefix, args)
                .word("WITHSCORES")
                .word("WITHPAYLOADS")
                .reply(IndexReplies::completions);
    }

    /**
     * Tells how many texts there are among suggestions. Complexity: O(1). Redis command FT.SUGLEN, since RediSearch 1.0.0.
     *
     * @param key key of the suggestions
     * @return how many; 0 if the key does not exist
     */
    public Command<Long> ftSugLen(K key) {
        return command(FT_SUGLEN).key(key).reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> completions(K key, String prefix, SugGetArgs args) {
        return command(FT_SUGGET).key(key).text("prefix", prefix).args("args", args);
    }

    private Command<Long> words(CommandSpec spec, String dictionary, String... words) {
        CommandBuilder<K, V> command = command(spec).text("dictionary", dictionary);
        for (String word : CommandBuilder.notEmpty("words", words)) {
            command.text("a word of words", word);
        }
        return command.reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
