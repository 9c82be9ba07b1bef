package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.benchmark.load.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class Options {
    static final String USAGE = """
            Options:
              --rows a,b,…            only these rows; a prefix such as sync stands for all of sync-…
              --clients a,b,…         only these clients
              --before folder         Sorrel's clients also as built in that checkout of another commit
              --rounds n              rounds per cell (5)
              --seconds s             length of a round (2)
              --warm-up s             warm-up per client and row (3)
              --quick                 3 rounds of 0.5 s after 1 s: shows that everything runs, figures are not to be quoted
              --out folder            where the results go (results)
              --keep [folder]         copy the results there too (../docs/benchmarks)
              --redis-benchmark file  the program, when it is not on the search path
              --jvm option            one more option for the JVM of each client; may be repeated
              --list                  show rows and clients
              --help                  show this
            """;

    private static final double MILLIS_PER_SECOND = 1e3;

    private Set<Row> rows = new LinkedHashSet<>(Rows.all());
    private Set<Participant> clients = EnumSet.allOf(Participant.class);
    private @Nullable EarlierBuild before;
    private int rounds = 5;
    private Duration time = Duration.ofSeconds(2);
    private Duration warmUp = Duration.ofSeconds(3);
    private boolean quick;
    private Path out = Path.of("results");
    private @Nullable Path keep;
    private @Nullable Path redisBenchmark;
    private final Deque<String> jvm = new ArrayDeque<>(List.of("-Xms512m", "-Xmx512m"));
    private boolean list;
    private boolean help;

    private Options() {}

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException when it is wrong; the message says how
     */
    static Options parse(String... args) {
        Options options = new Options();
        Deque<String> words = new ArrayDeque<>(Arrays.asList(args));
        while (!words.isEmpty()) {
            options.take(words.remove(), words);
        }
        options.pairWithEarlier();
        return options;
    }

    private void pairWithEarlier() {
        clients.removeIf(Participant::earlier);
        if (before != null) {
            List.copyOf(clients).stream().filter(Participant::own).forEach(own -> clients.add(own.before()));
        }
    }

    private void take(String option, Deque<String> words) {
        switch (option) {
            case "--rows" -> {
                rows = new LinkedHashSet<>();
                for (String name : value(option, words).split(",", -1)) {
                    rows.addAll(Rows.named(name));
                }
            }
            case "--clients" -> {
                clients = EnumSet.noneOf(Participant.class);
                for (String name : value(option, words).split(",", -1)) {
                    clients.add(Participant.of(name));
                }
            }
            case "--before" ->
                before = new EarlierBuild(
                        Path.of(value(option, words)).toAbsolutePath().normalize());
            case "--rounds" -> rounds = (int) positive(option, words);
            case "--seconds" -> time = seconds(option, words);
            case "--warm-up" -> warmUp = seconds(option, words);
            case "--quick" -> {
                quick = true;
                rounds = 3;
                time = Duration.ofMillis(500);
                warmUp = Duration.ofSeconds(1);
            }
            case "--out" -> out = Path.of(value(option, words));
            case "--keep" ->
                keep = Path.of(
                        words.isEmpty() || words.element().startsWith("--") ? "../docs/benchmarks" : words.remove());
            case "--redis-benchmark" -> redisBenchmark = Path.of(value(option, words));
            case "--jvm" -> jvm.add(value(option, words));
            case "--list" -> list = true;
            case "--help" -> help = true;
            default -> throw new IllegalArgumentException("There is no option " + option + "\n" + USAGE);
        }
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
        }
        return words.remove();
    }

    private static double positive(String option, Deque<String> words) {
        String text = value(option, words);
        try {
            double number = Double.parseDouble(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number above 0, not " + text, e);
        }
        throw new IllegalArgumentException(option + " needs a number above 0, not " + text);
    }

    private static Duration seconds(String option, Deque<String> words) {
        return Duration.ofMillis(Math.max(1, Math.round(positive(option, words) * MILLIS_PER_SECOND)));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    Set<Participant> clients() {
        return clients;
    }

    @Nullable
    EarlierBuild before() {
        return before;
    }

    int rounds() {
        return rounds;
    }

    Duration time() {
        return time;
    }

    Duration warmUp() {
        return warmUp;
    }

    boolean quick() {
        return quick;
    }

    Path out() {
        return out;
    }

    @Nullable
    Path keep() {
        return keep;
    }

    @Nullable
    Path redisBenchmark() {
        return redisBenchmark;
    }

    List<String> jvm() {
        return List.copyOf(jvm);
    }

    boolean list() {
        return list;
    }

    boolean help() {
        return help;
    }
}
