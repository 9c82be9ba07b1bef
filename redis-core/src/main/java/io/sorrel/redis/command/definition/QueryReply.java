package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ProfiledQuery;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the result of a query: in RESP2 an array of the number of results and the results, in RESP3 a map, of which names
 * that are not known are skipped.
 *
 * @param <I> type of one result
 * @param <T> type of all of them
 */
final class QueryReply<I, T> implements ReplyDecoder<T> {
    private static final ReplyDecoder<List<String>> TEXTS = ReplyDecoders.list(ReplyDecoders.string());

    private final Flat<I> flat;
    private final ReplyDecoder<List<I>> items;
    private final Whole<I, T> whole;

    /**
     * A reader of results.
     *
     * @param flat reads the results that stand in an array
     * @param item reads one that stands in the list of a map
     * @param whole makes one of all
     */
    QueryReply(Flat<I> flat, ReplyDecoder<I> item, Whole<I, T> whole) {
        this.flat = flat;
        this.items = ReplyDecoders.list(item);
        this.whole = whole;
    }

    @Override
    public T decode(ReplyReader reply) throws IOException {
        return reply.isMap() ? named(reply) : unnamed(reply);
    }

    private T unnamed(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size < 1) {
            throw new UnexpectedReplyException("expected the number of results, but the server sent nothing");
        }
        long total = reply.readLong();
        return whole.of(total, flat.read(reply, size - 1), List.of());
    }

    /** Reads names and values, in RESP2 in turns. */
    T named(ReplyReader reply) throws IOException {
        Parts parts = new Parts();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            parts.read(name(reply), reply);
        }
        return parts.whole();
    }

    /** The result and its profile: an array of both, or a map, in which older servers have the result's parts. */
    ProfiledQuery<T> profiled(ReplyReader reply) throws IOException {
        if (!reply.isMap()) {
            int size = reply.readArrayHeader();
            if (size != 2) {
                throw new UnexpectedReplyException(
                        "expected a result and its profile, but the server sent " + size + " values");
            }
            T result = decode(reply);
            return new ProfiledQuery<>(result, ReplyDecoders.any().decode(reply));
        }
        Parts parts = new Parts();
        T result = null;
        Object profile = null;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = name(reply);
            if (name.equals("profile")) {
                profile = ReplyDecoders.any().decode(reply);
            } else if (name.equals("results") && reply.isMap()) {
                result = named(reply);
            } else {
                parts.read(name, reply);
            }
        }
        return new ProfiledQuery<>(result == null ? parts.whole() : result, profile);
    }

    private static String name(ReplyReader reply) throws IOException {
        return reply.readString().toLowerCase(Locale.ROOT);
    }

    /** Reads so many values that are results. */
    @FunctionalInterface
    interface Flat<I> {
        List<I> read(ReplyReader reply, int values) throws IOException;
    }

    /** Makes one of all results. */
    @FunctionalInterface
    interface Whole<I, T> {
        T of(long total, List<I> items, List<String> warnings);
    }

    /** What has been read so far. */
    private final class Parts {
        private long total = -1;
        private List<I> results = List.of();
        private final List<String> warnings = new ArrayList<>();

        private void read(String name, ReplyReader reply) throws IOException {
            switch (name) {
                case "total_results" -> total = reply.readLong();
                case "results" -> results = items.decode(reply);
                case "warning", "warnings", "error" -> warnings.addAll(TEXTS.decode(reply));
                default -> reply.skip();
            }
        }

        private T whole() {
            return whole.of(total, results, warnings);
        }
    }
}
