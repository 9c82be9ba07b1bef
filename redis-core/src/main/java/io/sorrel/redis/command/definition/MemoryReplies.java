package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.ServerNumbers;
import io.sorrel.redis.command.reply.MemoryStats;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the reply of MEMORY STATS; RESP2 sends numbers with a fraction as strings. */
final class MemoryReplies {
    private static final Pattern DATABASE = Pattern.compile("db\\.(\\d{1,9})");
    private static final ReplyDecoder<@Nullable Object> ANY = ReplyDecoders.any();

    private MemoryReplies() {}

    static MemoryStats stats(ReplyReader reply) throws IOException {
        Map<String, Number> values = new LinkedHashMap<>();
        Map<Integer, MemoryStats.Database> databases = new LinkedHashMap<>();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            Matcher database = DATABASE.matcher(name);
            if (database.matches()) {
                databases.put(Integer.valueOf(database.group(1)), database(reply));
            } else {
                Number number = number(ANY.decode(reply));
                if (number != null) {
                    values.put(name, number);
                }
            }
        }
        return new MemoryStats(values, databases);
    }

    private static MemoryStats.Database database(ReplyReader reply) throws IOException {
        long keyTable = -1;
        long expiryTable = -1;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "overhead.hashtable.main" -> keyTable = reply.readLong();
                case "overhead.hashtable.expires" -> expiryTable = reply.readLong();
                default -> reply.skip();
            }
        }
        return new MemoryStats.Database(keyTable, expiryTable);
    }

    private static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        return value instanceof String text ? ServerNumbers.real(text) : null;
    }
}
