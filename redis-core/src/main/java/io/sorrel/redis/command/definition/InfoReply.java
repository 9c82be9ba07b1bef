package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.Info;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of INFO, and of CLUSTER INFO, which is like one section of it. */
final class InfoReply {
    /** The name of a section is one word; a sentence or a colon behind the sign makes a comment. */
    private static final Pattern HEADER = Pattern.compile("#\\s*([^\\s:]+)\\s*");

    private InfoReply() {}

    static Info read(ReplyReader reply) throws IOException {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : reply.readString().split("\r?\n", -1)) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                section = sections.computeIfAbsent(
                        header.group(1).toLowerCase(Locale.ROOT), name -> new LinkedHashMap<>());
            } else {
                add(line, section);
            }
        }
        return new Info(sections);
    }

    /** Names and texts without sections. */
    static Map<String, String> fields(ReplyReader reply) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : reply.readString().split("\r?\n", -1)) {
            add(line, fields);
        }
        return fields;
    }

    private static void add(String line, Map<String, String> fields) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.charAt(0) != '#') {
            fields.merge(line.substring(0, colon), line.substring(colon + 1), (first, next) -> first + "\n" + next);
        }
    }
}
