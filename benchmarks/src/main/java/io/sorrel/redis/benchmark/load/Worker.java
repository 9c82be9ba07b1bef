package io.sorrel.redis.benchmark.load;

import io.sorrel.redis.benchmark.contender.Contender;
import io.sorrel.redis.benchmark.contender.Contenders;
import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.contender.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The process that runs one client under one load. It writes {@link #READY} when the client is connected and its first
 * reply was checked as a whole, or {@link #MISSING} when the client has no such call; then it answers each line with a
 * number of milliseconds by a measurement. It ends with its input.
 */
public final class Worker {
    /** The line that says: ready to run. */
    public static final String READY = "@ready";
    /** The line that says: this client does not support this load. */
    public static final String MISSING = "@missing";
    /** What lines with a measurement begin with. */
    public static final String RESULT = "@result ";
    /** What the line begins with that says why the process gives up. */
    public static final String FAILED = "@failed ";

    private Worker() {}

    /** Runs the process: client, row, host and port. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Row row = Rows.named(args[1]).get(0);
        Target target = new Target(args[2], Integer.parseInt(args[3]), row.concurrency());
        PrintStream out = System.out;
        try (Contender contender = Contenders.open(Participant.of(args[0]), target)) {
            if (contender.operations().contains(row.kind().operation())) {
                serve(contender, row, out);
            } else {
                out.println(MISSING);
            }
        } catch (RuntimeException e) {
            out.println(FAILED + e.toString().replaceAll("\\s+", " "));
            throw e;
        }
    }

    private static void serve(Contender contender, Row row, PrintStream out) throws IOException, InterruptedException {
        Calls calls = new Calls(contender, row.kind());
        if (!calls.verify()) {
            out.println(FAILED + "The first reply was wrong");
            return;
        }
        Load load = load(contender, calls, row);
        out.println(READY);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Measurement measured = load.run(Duration.ofMillis(Long.parseLong(line)));
            out.println(RESULT + measured.toLine());
        }
    }

    private static Load load(Contender contender, Calls calls, Row row) {
        if (row.kind() == Kind.ASYNC) {
            return new AsyncLoad(contender, row.concurrency());
        }
        return new WaitingLoad(calls.call(), row.concurrency(), row.kind() == Kind.VIRTUAL);
    }
}
