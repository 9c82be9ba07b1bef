package io.sorrel.redis.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server, and the shell that watches it, wrote: one file over all restarts. */
final class ServerLog {
    static final String NAME = "redis.log";
    private static final int TAIL_LINES = 100;

    private final Path file;

    ServerLog(Path directory) {
        this.file = directory.resolve(NAME);
    }

    Path file() {
        return file;
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns what was written after the given number of bytes; empty once the file is gone. */
    String from(long offset) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(offset);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    String tailFrom(long offset) {
        List<String> lines = from(offset).lines().toList();
        int skipped = Math.max(0, lines.size() - TAIL_LINES);
        String tail = String.join("\n", lines.subList(skipped, lines.size()));
        return skipped == 0 ? tail : "(" + skipped + " lines before)\n" + tail;
    }
}
