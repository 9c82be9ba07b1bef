package io.sorrel.redis.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The question whether a process is suspended, asked of {@code /proc} where there is one, else of {@code ps}. */
final class ProcessState {
    private ProcessState() {}

    static boolean isStopped(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(file)
                    ? stateIn(Files.readString(file)) == 'T'
                    : askPs(pid).startsWith("T");
        } catch (IOException e) {
            return false;
        }
    }

    /** The state follows the program's name, which is in parentheses and may hold anything. */
    private static char stateIn(String stat) {
        int end = stat.lastIndexOf(") ");
        return end < 0 || end + 2 >= stat.length() ? '?' : stat.charAt(end + 2);
    }

    private static String askPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        ps.getOutputStream().close();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
}
