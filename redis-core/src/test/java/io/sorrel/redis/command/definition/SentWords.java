package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The arguments of a command as it goes on the wire, read as UTF-8, its name's words included. */
final class SentWords {
    private SentWords() {}

    static List<String> of(Command<?> command) {
        byte[] bytes = new byte[Math.toIntExact(command.request().size())];
        command.request().copyTo(bytes, 0);
        String sent = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> words = new ArrayList<>();
        int at = sent.indexOf('\n') + 1;
        while (at < sent.length()) {
            int start = sent.indexOf('\n', at) + 1;
            int end = start + Integer.parseInt(sent.substring(at + 1, start - 2));
            words.add(new String(Arrays.copyOfRange(bytes, start, end), StandardCharsets.UTF_8));
            at = end + 2;
        }
        return words;
    }
}
