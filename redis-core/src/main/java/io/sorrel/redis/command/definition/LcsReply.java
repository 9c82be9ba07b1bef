package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.LcsMatches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the reply of LCS with IDX and WITHMATCHLEN. */
final class LcsReply {
    private LcsReply() {}

    static LcsMatches read(ReplyReader reply) throws IOException {
        List<LcsMatches.Match> matches = new ArrayList<>();
        long length = 0;
        int entries = reply.readMapHeader();
        for (int i = 0; i < entries; i++) {
            switch (reply.readString()) {
                case "matches" -> readMatches(reply, matches);
                case "len" -> length = reply.readLong();
                default -> reply.skip();
            }
        }
        return new LcsMatches(matches, length);
    }

    private static void readMatches(ReplyReader reply, List<LcsMatches.Match> matches) throws IOException {
        int size = reply.readArrayHeader();
        for (int i = 0; i < size; i++) {
            int parts = reply.readArrayHeader();
            LcsMatches.Range first = readRange(reply);
            LcsMatches.Range second = readRange(reply);
            long length = parts > 2 ? reply.readLong() : first.end() - first.start() + 1;
            matches.add(new LcsMatches.Match(first, second, length));
        }
    }

    private static LcsMatches.Range readRange(ReplyReader reply) throws IOException {
        reply.readArrayHeader();
        return new LcsMatches.Range(reply.readLong(), reply.readLong());
    }
}
