package io.sorrel.redis.benchmark.runner;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Dataset;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.benchmark.load.Rows;
import io.sorrel.redis.benchmark.report.Cell;
import io.sorrel.redis.benchmark.report.RowResult;
import io.sorrel.redis.benchmark.report.RunInfo;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that compares Sorrel with other clients: it starts a server, loads the data, goes through the rows, and
 * rewrites the results after each. The exit code is 1 when a client failed, or a reply was wrong, 2 for a wrong option.
 */
public final class SideBySide {
    private final Options options;
    private final PrintStream out;

    SideBySide(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs the command, see {@code --help}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = System.out;
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            out.println(Options.USAGE);
        } else if (options.list()) {
            Rows.all().forEach(row -> out.println("row    " + row.id() + ": " + row.title()));
            List.of(Participant.values())
                    .forEach(client -> out.println("client " + client.id() + ": " + client.label()));
        } else {
            System.exit(new SideBySide(options, out).run() ? 0 : 1);
        }
    }

    /** Runs all rows; true when nothing failed. */
    boolean run() throws IOException, InterruptedException {
        List<RowResult> results = new ArrayList<>();
        Path logs = Files.createDirectories(options.out().resolve("logs"));
        try (RedisServer server = RedisServer.start()) {
            load(server);
            RunInfo info = info(server);
            out.println(info.machine() + ", " + info.java() + ", " + info.server());
            RowRun rowRun = new RowRun(options, server, logs);
            for (Row row : options.rows()) {
                RowResult result = rowRun.run(row);
                results.add(result);
                show(result);
                Results.write(options.out(), info, results);
            }
            if (options.keep() != null) {
                Results.write(options.keep(), info, results);
            }
        }
        out.println("Results: " + options.out().resolve("table.md").toAbsolutePath());
        return results.stream().allMatch(SideBySide::clean);
    }

    private static void load(RedisServer server) {
        try (RawRedis raw = server.connect()) {
            Dataset.commands().forEach(raw::call);
            long keys = raw.number("DBSIZE");
            if (keys != Dataset.KEYS + 3) {
                throw new IllegalStateException("The data did not load: " + keys + " keys");
            }
        }
    }

    private RunInfo info(RedisServer server) {
        return new RunInfo(
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                "JDK " + System.getProperty("java.version"),
                server.product() + " " + server.version(),
                options.rounds(),
                options.warmUp(),
                options.time(),
                options.quick());
    }

    private void show(RowResult result) {
        StringBuilder line = new StringBuilder(result.row().title()).append(':');
        for (Participant participant : result.participants()) {
            Cell cell = result.cell(participant);
            if (cell.valid()) {
                line.append(String.format(" %s %,.0f/s;", participant.label(), cell.throughput()));
            } else if (cell.failed()) {
                line.append(' ').append(participant.label()).append(" failed;");
            }
        }
        out.println(line);
    }

    private static boolean clean(RowResult result) {
        return result.participants().stream()
                .noneMatch(participant -> result.cell(participant).failed());
    }
}
