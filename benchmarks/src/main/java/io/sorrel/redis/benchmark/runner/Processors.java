package io.sorrel.redis.benchmark.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Binds processes to one processor with {@code taskset}, where there is one. */
final class Processors {
    private static final Pattern LIST = Pattern.compile("affinity list: ((\\d+)\\S*)");

    private final String all;
    private final String one;

    private Processors(String all, String one) {
        this.all = all;
        this.one = one;
    }

    /** The processors that this process may use; nothing where {@code taskset} does not work. */
    static Optional<Processors> find() {
        try {
            String said =
                    run("taskset", "-cp", Long.toString(ProcessHandle.current().pid()));
            Matcher matcher = LIST.matcher(said);
            return matcher.find() ? Optional.of(new Processors(matcher.group(1), matcher.group(2))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The words before a command that is to run on the one processor. */
    List<String> prefix() {
        return List.of("taskset", "-c", one);
    }

    /** Moves all threads of a process to the one processor. */
    void bind(long pid) throws IOException {
        String unused = run("taskset", "-acp", one, Long.toString(pid));
    }

    /** Lets a process run everywhere again. */
    void release(long pid) throws IOException {
        String unused = run("taskset", "-acp", all, Long.toString(pid));
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
