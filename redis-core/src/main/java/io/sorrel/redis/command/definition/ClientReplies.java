package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ClientInfo;
import io.sorrel.redis.command.reply.ClientTrackingInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the CLIENT commands answer. */
final class ClientReplies {
    private static final ReplyDecoder<Set<String>> FLAGS = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<List<String>> PREFIXES = ReplyDecoders.list(ReplyDecoders.string());

    private ClientReplies() {}

    /** One line. */
    static ClientInfo info(ReplyReader reply) throws IOException {
        return line(reply.readString().strip());
    }

    /** A line for each connection. */
    static List<ClientInfo> list(ReplyReader reply) throws IOException {
        List<ClientInfo> clients = new ArrayList<>();
        for (String line : reply.readString().split("\n", -1)) {
            if (!line.isBlank()) {
                clients.add(line(line.strip()));
            }
        }
        return clients;
    }

    static ClientTrackingInfo tracking(ReplyReader reply) throws IOException {
        Set<String> flags = Set.of();
        long redirect = -1;
        List<String> prefixes = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "flags" -> flags = FLAGS.decode(reply);
                case "redirect" -> redirect = reply.readLong();
                case "prefixes" -> prefixes = PREFIXES.decode(reply);
                default -> reply.skip();
            }
        }
        return new ClientTrackingInfo(flags, redirect, prefixes);
    }

    /** Where the equals sign behind a name stands; -1 where the word does not start with a name. */
    private static int endOfName(String word) {
        int end = word.indexOf('=');
        for (int i = 0; i < end; i++) {
            char character = word.charAt(i);
            if ((character < 'a' || character > 'z') && character != '-') {
                return -1;
            }
        }
        return end;
    }

    /** Names and values; a word without a name belongs to the value before it (a socket's path may have spaces). */
    private static ClientInfo line(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        String last = "";
        for (String word : line.split(" ", -1)) {
            int end = endOfName(word);
            if (end < 0) {
                fields.computeIfPresent(last, (name, value) -> value + " " + word);
            } else {
                last = word.substring(0, end);
                fields.put(last, word.substring(end + 1));
            }
        }
        return new ClientInfo(fields);
    }
}
