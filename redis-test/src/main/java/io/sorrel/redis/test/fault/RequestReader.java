package io.sorrel.redis.test.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads commands as a server does: arrays of bulk strings, or words on one line. */
final class RequestReader {
    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** Returns the words of the next command; null at the end of the stream. */
    @Nullable
    List<String> next() throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        if (!line.startsWith("*")) {
            return List.of(line.strip().split("\\s+", -1));
        }
        int count = Integer.parseInt(line.substring(1));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        return words;
    }

    private String word() throws IOException {
        String header = line();
        if (header == null || !header.startsWith("$")) {
            throw new IOException("A client must send bulk strings, not " + header);
        }
        int length = Integer.parseInt(header.substring(1));
        byte[] content = in.readNBytes(length);
        if (content.length < length || in.read() != '\r' || in.read() != '\n') {
            throw new EOFException("The client hung up in the middle of a command");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int unit = in.read(); unit != '\n'; unit = in.read()) {
            if (unit < 0) {
                return null;
            }
            line.write(unit);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
