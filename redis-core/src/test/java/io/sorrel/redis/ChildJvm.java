package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, on the class path of the tests. The two speak in lines; what the program writes to its
 * error stream comes out here.
 */
final class ChildJvm implements AutoCloseable {
    private static final long BOUND_SECONDS = 120;

    private final Process process;
    private final BufferedReader lines;
    private final Writer answers;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.answers = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** The program's end of the conversation. */
    static final class Parent {
        private final BufferedReader answers =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        private final PrintStream lines = System.out;

        /** From now on what is logged goes to the error stream. */
        Parent() {
            System.setOut(System.err);
        }

        /** Says something and waits until it is told to go on; ends with the parent. */
        void tell(String line) {
            lines.println(line);
            try {
                if (answers.readLine() == null) {
                    System.exit(1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts the main method of a class. */
    static ChildJvm start(Class<?> program, List<String> options, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        words.addAll(List.of(arguments));
        try {
            return new ChildJvm(new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program says next. */
    String hear() {
        try {
            String line = lines.readLine();
            assertThat(line).as("what the program says before it ends").isNotNull();
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the program go on behind what it has said. */
    void goOn() {
        try {
            answers.write("\n");
            answers.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the process (SIGSTOP). */
    void suspend() {
        signal("STOP");
    }

    /** Lets a stopped process go on (SIGCONT). */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until the program has ended, and returns with what. */
    int exitCode() {
        try {
            assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Kills the program if it is still running. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
