package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.IndexField;
import io.sorrel.redis.command.reply.IndexInfo;
import io.sorrel.redis.command.reply.SpellingSuggestion;
import io.sorrel.redis.command.reply.Suggestion;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what commands on indexes and dictionaries answer. */
final class IndexReplies {
    private static final Set<String> FLAGS = Set.of(
            "SORTABLE", "UNF", "NOSTEM", "NOINDEX", "CASESENSITIVE", "WITHSUFFIXTRIE", "INDEXEMPTY", "INDEXMISSING");
    private static final ReplyDecoder<@Nullable String> TEXT = ReplyDecoders.nullable(ReplyDecoders.string());

    private IndexReplies() {}

    static IndexInfo info(ReplyReader reply) throws IOException {
        InfoFields info = InfoFields.read(reply);
        InfoFields definition = info.fields("index_definition");
        return new IndexInfo(
                String.valueOf(info.text("index_name")),
                definition.text("key_type"),
                texts(definition.list("prefixes")),
                texts(info.list("index_options")),
                info.list("attributes").stream().map(IndexReplies::field).toList(),
                info.number("num_docs"),
                info.number("num_terms"),
                info.number("num_records"),
                info.number("hash_indexing_failures"),
                info.number("indexing") > 0,
                info.real("percent_indexed"),
                info.all());
    }

    /** Settings have values or not; RESP3 has those without in a list. */
    private static IndexField field(@Nullable Object part) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> flags = new ArrayList<>();
        if (part instanceof Map<?, ?> named) {
            named.forEach((name, value) -> {
                if (value instanceof List<?> list) {
                    flags.addAll(texts(list));
                } else {
                    options.put(String.valueOf(name), String.valueOf(value));
                }
            });
        } else {
            List<String> words = texts(InfoFields.listOf(part));
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (FLAGS.contains(word) || i + 1 == words.size()) {
                    flags.add(word);
                } else {
                    options.put(word, words.get(++i));
                }
            }
        }
        return new IndexField(
                taken(options, "identifier"), taken(options, "attribute"), taken(options, "type"), options, flags);
    }

    private static String taken(Map<String, String> options, String name) {
        String value = options.remove(name);
        if (value == null) {
            throw new UnexpectedReplyException("expected the " + name + " of a field, but the server sent none");
        }
        return value;
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    /** Words with others in place of them: arrays with a mark before each word, or maps. */
    static Map<String, List<SpellingSuggestion>> spelling(ReplyReader reply) throws IOException {
        Map<String, List<SpellingSuggestion>> all = new LinkedHashMap<>();
        boolean nested = reply.isMap();
        int size = nested ? reply.readMapHeader() : reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            if (nested) {
                results(reply, all);
            } else if (reply.readArrayHeader() == 3) {
                reply.skip();
                all.put(reply.readString(), suggestions(reply));
            } else {
                throw new UnexpectedReplyException("expected a word and others, but the server sent something else");
            }
        }
        return all;
    }

    private static void results(ReplyReader reply, Map<String, List<SpellingSuggestion>> all) throws IOException {
        if (!reply.readString().equals("results")) {
            reply.skip();
            return;
        }
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            all.put(reply.readString(), suggestions(reply));
        }
    }

    /** Each is an array of its score and itself, or a map from itself to its score. */
    private static List<SpellingSuggestion> suggestions(ReplyReader reply) throws IOException {
        List<SpellingSuggestion> all = new ArrayList<>();
        int size = reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            boolean nested = reply.isMap();
            int pairs = reply.readMapHeader();
            for (int j = 0; j < pairs; j++) {
                if (nested) {
                    String word = reply.readString();
                    all.add(new SpellingSuggestion(word, reply.readDouble()));
                } else {
                    double score = reply.readDouble();
                    all.add(new SpellingSuggestion(reply.readString(), score));
                }
            }
        }
        return all;
    }

    /** Texts with scores and payloads in turns. */
    static List<Suggestion> completions(ReplyReader reply) throws IOException {
        List<Suggestion> all = new ArrayList<>();
        int size = reply.readArrayHeader();
        for (int i = 0; i + 2 < size; i += 3) {
            String text = reply.readString();
            double score = reply.readDouble();
            all.add(new Suggestion(text, score, TEXT.decode(reply)));
        }
        return all;
    }

    /** Settings with their values: a map, or arrays of both. */
    static Map<String, @Nullable String> settings(ReplyReader reply) throws IOException {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        boolean nested = reply.isMap();
        int size = nested ? reply.readMapHeader() : reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            int more = nested ? 1 : reply.readArrayHeader() - 1;
            String name = reply.readString();
            all.put(name, more > 0 ? TEXT.decode(reply) : null);
            for (int j = 1; j < more; j++) {
                reply.skip();
            }
        }
        return all;
    }
}
