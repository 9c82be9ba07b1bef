package io.sorrel.redis.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An executable server and what it says about itself: {@code Redis 7.0.15} or {@code Valkey 8.1.0}. */
record ServerBinary(Path path, String product, String version) {
    private static final Pattern VERSION_LINE = Pattern.compile("(\\w+) server v=(\\d+\\.\\d+\\.\\d+)");
    private static final Map<Path, ServerBinary> KNOWN = new ConcurrentHashMap<>();
    private static final int SECONDS_TO_ANSWER = 20;

    static ServerBinary at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isExecutable(absolute)) {
            throw new RedisServerException(absolute + " is not an executable file: name a redis-server binary, or a"
                    + " script that ends with: exec redis-server \"$@\"");
        }
        return KNOWN.computeIfAbsent(absolute, ServerBinary::ask);
    }

    boolean atLeast(int major, int minor) {
        String[] parts = version.split("\\.", -1);
        int ownMajor = Integer.parseInt(parts[0]);
        return ownMajor > major || (ownMajor == major && Integer.parseInt(parts[1]) >= minor);
    }

    boolean hasVersion(String wanted) {
        return version.equals(wanted) || version.startsWith(wanted + ".");
    }

    private static ServerBinary ask(Path path) {
        String said = "";
        try {
            Process process = new ProcessBuilder(path.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new RedisServerException("Cannot run " + path + " --version: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisServerException("Interrupted while asking " + path + " for its version", e);
        }
        Matcher line = VERSION_LINE.matcher(said);
        if (!line.find()) {
            throw new RedisServerException(path + " --version does not answer as a Redis or Valkey server: " + said);
        }
        return new ServerBinary(path, line.group(1), line.group(2));
    }
}
