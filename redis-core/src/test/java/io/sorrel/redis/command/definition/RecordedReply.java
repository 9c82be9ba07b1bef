package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reply as a server has sent it, written as one text: a bar ends each line of the wire, and an apostrophe begins a
 * bulk string, whose length is filled in. {@code *2|'a|:1} is an array of a text and a number.
 */
final class RecordedReply {
    private RecordedReply() {}

    /** What the command makes of the reply, which it must read to its end. */
    static <T extends @Nullable Object> T read(Command<T> command, String wire) throws IOException {
        return read(command, bytes(wire));
    }

    /** What the command makes of a reply that is one text, which may have bars and line ends. */
    static <T extends @Nullable Object> T readText(Command<T> command, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return read(command, ("$" + content.length + "\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static <T extends @Nullable Object> T read(Command<T> command, byte[] wire) throws IOException {
        RespReader reader = RespReader.of(wire, RespLimits.defaults());
        reader.beginReply();
        T decoded = command.decoder().decode(new ReplyReader(reader));
        assertThat(reader.isAtReplyBoundary()).isTrue();
        return decoded;
    }

    /** The bytes of the wire. */
    static byte[] bytes(String wire) {
        return Arrays.stream(wire.split("\\|", -1))
                .map(RecordedReply::line)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String line) {
        if (!line.startsWith("'")) {
            return line + "\r\n";
        }
        String text = line.substring(1);
        return "$" + text.getBytes(StandardCharsets.UTF_8).length + "\r\n" + text + "\r\n";
    }
}
