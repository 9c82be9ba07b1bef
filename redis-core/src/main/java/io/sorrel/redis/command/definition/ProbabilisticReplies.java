package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.BloomInfo;
import io.sorrel.redis.command.reply.CountMinInfo;
import io.sorrel.redis.command.reply.CuckooInfo;
import io.sorrel.redis.command.reply.FilterAddResult;
import io.sorrel.redis.command.reply.FilterChunk;
import io.sorrel.redis.command.reply.TDigestInfo;
import io.sorrel.redis.command.reply.TopKInfo;
import io.sorrel.redis.error.ErrorContext;
import io.sorrel.redis.error.ServerErrors;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what the commands on filters and sketches answer; fields that are not known are skipped. */
final class ProbabilisticReplies {
    private ProbabilisticReplies() {}

    /** 1, 0 and -1, or yes and no; a Bloom filter that is full answers with an error. */
    static FilterAddResult added(ReplyReader reply) throws IOException {
        if (reply.isError()) {
            return refused(reply.readError());
        }
        if (!reply.isInteger()) {
            return reply.readBoolean() ? FilterAddResult.ADDED : FilterAddResult.PRESENT;
        }
        long code = reply.readLong();
        if (code < -1 || code > 1) {
            throw new UnexpectedReplyException("expected what became of an item, but the server sent " + code);
        }
        return code < 0 ? FilterAddResult.FULL : code == 0 ? FilterAddResult.PRESENT : FilterAddResult.ADDED;
    }

    private static FilterAddResult refused(String error) {
        if (error.endsWith(" full")) {
            return FilterAddResult.FULL;
        }
        throw ServerErrors.translate(error, ErrorContext.NONE);
    }

    /** The only element of an array. */
    static <T extends @Nullable Object> ReplyDecoder<T> single(ReplyDecoder<T> element) {
        return reply -> {
            int size = reply.readArrayHeader();
            if (size != 1) {
                throw new UnexpectedReplyException("expected one value, but the server sent " + size);
            }
            return element.decode(reply);
        };
    }

    static FilterChunk chunk(ReplyReader reply) throws IOException {
        int size = reply.readArrayHeader();
        if (size != 2) {
            throw new UnexpectedReplyException(
                    "expected a place and a part of a filter, but the server sent " + size + " values");
        }
        long iterator = reply.readLong();
        byte[] data = reply.readBytesOrNull();
        return new FilterChunk(iterator, data == null ? new byte[0] : data);
    }

    static BloomInfo bloomInfo(ReplyReader reply) throws IOException {
        InfoFields info = InfoFields.read(reply);
        return new BloomInfo(
                info.number("Capacity"),
                info.number("Size"),
                info.number("Number of filters"),
                info.number("Number of items inserted"),
                info.numberOrNull("Expansion rate"));
    }

    static CuckooInfo cuckooInfo(ReplyReader reply) throws IOException {
        InfoFields info = InfoFields.read(reply);
        return new CuckooInfo(
                info.number("Size"),
                info.number("Number of buckets"),
                Math.max(info.number("Number of filters"), info.number("Number of filter")),
                info.number("Number of items inserted"),
                info.number("Number of items deleted"),
                info.number("Bucket size"),
                info.number("Expansion rate"),
                Math.max(info.number("Max iterations"), info.number("Max iteration")));
    }

    static CountMinInfo countMinInfo(ReplyReader reply) throws IOException {
        InfoFields info = InfoFields.read(reply);
        return new CountMinInfo(info.number("width"), info.number("depth"), info.number("count"));
    }

    static TopKInfo topKInfo(ReplyReader reply) throws IOException {
        InfoFields info = InfoFields.read(reply);
        return new TopKInfo(info.number("k"), info.number("width"), info.number("depth"), info.real("decay"));
    }

    static TDigestInfo tdigestInfo(ReplyReader reply) throws IOException {
        InfoFields info = InfoFields.read(reply);
        return new TDigestInfo(
                info.number("Compression"),
                info.number("Capacity"),
                info.number("Merged nodes"),
                info.number("Unmerged nodes"),
                info.number("Merged weight"),
                info.number("Unmerged weight"),
                info.number("Observations"),
                info.number("Total compressions"),
                info.number("Memory usage"));
    }
}
