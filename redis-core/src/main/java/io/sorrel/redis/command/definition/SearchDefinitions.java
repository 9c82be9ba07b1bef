package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.RequestPolicy;
import io.sorrel.redis.command.ResponsePolicy;
import io.sorrel.redis.command.args.AggregateArgs;
import io.sorrel.redis.command.args.CursorArgs;
import io.sorrel.redis.command.args.HybridQuery;
import io.sorrel.redis.command.args.SearchArgs;
import io.sorrel.redis.command.reply.AggregatePage;
import io.sorrel.redis.command.reply.AggregateResult;
import io.sorrel.redis.command.reply.ProfiledQuery;
import io.sorrel.redis.command.reply.SearchResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries of indexes of hashes or JSON documents. A query is a text in a language of its own; values that come from
 * elsewhere belong into its parameters. An index that does not exist, and a text that is no query, fail with a {@code
 * RedisServerException}. Part of Redis since 8.0.0, where it is built with its modules; before, the module RediSearch.
 * Tested with the replies that their documentation shows, not against a live server.
 *
 * <p>Fields are read as values by the codec, as HGETALL does it; this also goes for what the server makes of them, such as
 * summaries, numbers and JSON, so that a client for queries needs a codec of texts or bytes. Names of fields are texts.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
@CommandGroup(value = "Search", accessor = "search")
public final class SearchDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec FT_AGGREGATE = SPECS.add(CommandSpec.read("FT.AGGREGATE", "8.0.0"));
    private static final CommandSpec FT_AGGREGATE_WITHCURSOR = CommandSpec.neutral("FT.AGGREGATE", "8.0.0")
            .policies(RequestPolicy.SPECIAL, ResponsePolicy.DEFAULT)
            .build();
    private static final CommandSpec FT_CURSOR_DEL = SPECS.add(
            CommandSpec.neutral("FT.CURSOR DEL", "8.0.0").policies(RequestPolicy.SPECIAL, ResponsePolicy.DEFAULT));
    private static final CommandSpec FT_CURSOR_READ = SPECS.add(
            CommandSpec.neutral("FT.CURSOR READ", "8.0.0").policies(RequestPolicy.SPECIAL, ResponsePolicy.DEFAULT));
    private static final CommandSpec FT_EXPLAIN = SPECS.add(CommandSpec.read("FT.EXPLAIN", "8.0.0"));
    private static final CommandSpec FT_EXPLAINCLI = SPECS.add(CommandSpec.read("FT.EXPLAINCLI", "8.0.0"));
    private static final CommandSpec FT_HYBRID = SPECS.add(CommandSpec.read("FT.HYBRID", "8.4.0"));
    private static final CommandSpec FT_PROFILE = SPECS.add(CommandSpec.read("FT.PROFILE", "8.0.0"));
    private static final CommandSpec FT_SEARCH = SPECS.add(CommandSpec.read("FT.SEARCH", "8.0.0"));
    private static final ReplyDecoder<List<String>> LINES = ReplyDecoders.list(ReplyDecoders.string());

    private final RedisCodec<K, V> codec;
    private final SearchReplies<K, V> documents;
    private final AggregateReplies<V> rows;

    SearchDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.documents = new SearchReplies<>(codec);
        this.rows = new AggregateReplies<>(codec);
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Makes rows of the documents that a query finds. Complexity: depends on the query and the steps. Redis command
     * FT.AGGREGATE, since RediSearch 1.1.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args what is made of the documents
     * @return the rows
     */
    public Command<AggregateResult<V>> ftAggregate(String index, String query, AggregateArgs args) {
        return query(FT_AGGREGATE, index, query).args("args", args).reply(rows.rows());
    }

    /**
     * Makes rows of the documents that a query finds, and returns them in portions. The node that made the first has the
     * further ones, so that a cluster client must read them there. Complexity: depends on the query and the steps. Redis
     * command FT.AGGREGATE with WITHCURSOR, since RediSearch 1.1.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args what is made of the documents
     * @param cursor how many rows a portion has, and how long further ones are kept
     * @return the first portion
     */
    public Command<AggregatePage<V>> ftAggregateWithCursor(
            String index, String query, AggregateArgs args, CursorArgs cursor) {
        return query(FT_AGGREGATE_WITHCURSOR, index, query)
                .args("args", args)
                .args("cursor", cursor)
                .reply(rows::page);
    }

    /**
     * Ends a cursor before all of its rows were read; one that does not exist fails with a {@code RedisServerException}.
     * Complexity: O(1). Redis command FT.CURSOR DEL, since RediSearch 1.1.0.
     *
     * @param index name of the index
     * @param cursor number of the cursor
     * @return null
     */
    public Command<@Nullable Void> ftCursorDel(String index, long cursor) {
        return command(FT_CURSOR_DEL).text("index", index).number(cursor).reply(ReplyDecoders.ok());
    }

    /**
     * Reads the next portion of rows; a cursor that does not exist any more fails with a {@code RedisServerException}. Rows
     * whose reply is lost, as a connection breaks, cannot be read again. Complexity: O(N) in the number of rows. Redis
     * command FT.CURSOR READ, since RediSearch 1.1.0.
     *
     * @param index name of the index
     * @param cursor number of the cursor, as the portion before has it
     * @return the next portion
     */
    public Command<AggregatePage<V>> ftCursorRead(String index, long cursor) {
        return command(FT_CURSOR_READ).text("index", index).number(cursor).reply(rows::page);
    }

    /**
     * Reads the next portion of so many rows; a cursor that does not exist any more fails with a
     * {@code RedisServerException}. Rows whose reply is lost, as a connection breaks, cannot be read again. Complexity: O(N)
     * in the number of rows. Redis command FT.CURSOR READ with COUNT, since RediSearch 1.1.0.
     *
     * @param index name of the index
     * @param cursor number of the cursor, as the portion before has it
     * @param count how many rows at most, at least 1
     * @return the next portion
     */
    public Command<AggregatePage<V>> ftCursorRead(String index, long cursor, long count) {
        Arguments.positive("count", count);
        return command(FT_CURSOR_READ)
                .text("index", index)
                .number(cursor)
                .word("COUNT")
                .number(count)
                .reply(rows::page);
    }

    /**
     * Tells how the server reads a query, in dialect 2. Complexity: O(1). Redis command FT.EXPLAIN, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param query the query
     * @return its parts, as a text of several lines
     */
    public Command<String> ftExplain(String index, String query) {
        return query(FT_EXPLAIN, index, query).word("DIALECT").number(2).reply(ReplyDecoders.string());
    }

    /**
     * Tells how the server reads a query, in dialect 2. Complexity: O(1). Redis command FT.EXPLAINCLI, since RediSearch
     * 1.0.0.
     *
     * @param index name of the index
     * @param query the query
     * @return its parts, line by line
     */
    public Command<List<String>> ftExplainCli(String index, String query) {
        return query(FT_EXPLAINCLI, index, query).word("DIALECT").number(2).reply(LINES);
    }

    /**
     * Searches for words and for near vectors at once. Complexity: that of both searches, and O(M * log(M)) in the number of
     * documents that they find. Redis command FT.HYBRID, since 8.4.0.
     *
     * @param index name of the index
     * @param query both searches, and what is made of their results
     * @return the documents or rows, the best first unless told otherwise; unless fields are loaded, with the fields
     *     {@code __key} and {@code __score}
     */
    public Command<AggregateResult<V>> ftHybrid(String index, HybridQuery query) {
        return command(FT_HYBRID).text("index", index).args("query", query).reply(rows::hybrid);
    }

    /**
     * Makes rows of the documents that a query finds, and tells how. Complexity: as FT.AGGREGATE. Redis command FT.PROFILE,
     * since RediSearch 2.2.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args what is made of the documents
     * @return the rows, and how the server came to them
     */
    public Command<ProfiledQuery<AggregateResult<V>>> ftProfileAggregate(
            String index, String query, AggregateArgs args) {
        return profile(index, "AGGREGATE", query).args("args", args).reply(rows.rows()::profiled);
    }

    /**
     * Makes rows of the documents that a query finds, and tells how, without the parts of each step of reading. Complexity:
     * as FT.AGGREGATE. Redis command FT.PROFILE with LIMITED, since RediSearch 2.2.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args what is made of the documents
     * @return the rows, and how the server came to them
     */
    public Command<ProfiledQuery<AggregateResult<V>>> ftProfileAggregateLimited(
            String index, String query, AggregateArgs args) {
        return limitedProfile(index, "AGGREGATE", query).args("args", args).reply(rows.rows()::profiled);
    }

    /**
     * Searches for documents, and tells how. Complexity: as FT.SEARCH. Redis command FT.PROFILE, since RediSearch 2.2.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args which documents, in which order, and what of them
     * @return the documents, and how the server came to them
     */
    public Command<ProfiledQuery<SearchResult<K, V>>> ftProfileSearch(String index, String query, SearchArgs args) {
        return profile(index, "SEARCH", query).args("args", args).reply(documents.result(args)::profiled);
    }

    /**
     * Searches for documents, and tells how, without the parts of each step of reading. Complexity: as FT.SEARCH. Redis
     * command FT.PROFILE with LIMITED, since RediSearch 2.2.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args which documents, in which order, and what of them
     * @return the documents, and how the server came to them
     */
    public Command<ProfiledQuery<SearchResult<K, V>>> ftProfileSearchLimited(
            String index, String query, SearchArgs args) {
        return limitedProfile(index, "SEARCH", query).args("args", args).reply(documents.result(args)::profiled);
    }

    /**
     * Searches for documents: the 10 best with all fields. Complexity: O(N) in the number of documents that are found for
     * one word, and more for others. Redis command FT.SEARCH, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @return the documents
     */
    public Command<SearchResult<K, V>> ftSearch(String index, String query) {
        return ftSearch(index, query, SearchArgs.defaults());
    }

    /**
     * Searches for documents. Complexity: O(N) in the number of documents that are found for one word, and more for others.
     * Redis command FT.SEARCH, since RediSearch 1.0.0.
     *
     * @param index name of the index
     * @param query the query; {@code *} for all documents
     * @param args which documents, in which order, and what of them
     * @return the documents
     */
    public Command<SearchResult<K, V>> ftSearch(String index, String query, SearchArgs args) {
        return query(FT_SEARCH, index, query).args("args", args).reply(documents.result(args));
    }

    private CommandBuilder<K, V> profile(String index, String kind, String query) {
        return command(FT_PROFILE).text("index", index).word(kind).word("QUERY").text("query", query);
    }

    private CommandBuilder<K, V> limitedProfile(String index, String kind, String query) {
        return command(FT_PROFILE)
                .text("index", index)
                .word(kind)
                .word("LIMITED")
                .word("QUERY")
                .text("query", query);
    }

    private CommandBuilder<K, V> query(CommandSpec spec, String index, String query) {
        return command(spec).text("index", index).text("query", query);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
