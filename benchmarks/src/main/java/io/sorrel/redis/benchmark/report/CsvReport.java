package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Measurement;
import java.util.List;

/** The raw data: one line per row, client and round; an empty field is a figure that is not known. */
public final class CsvReport {
    private static final String HEADER =
            "row,client,round,operations,nanos,errors,p50_nanos,p99_nanos,p999_nanos,cpu_nanos,allocated_bytes\n";

    private CsvReport() {}

    /** The data. */
    public static String of(List<RowResult> rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (RowResult row : rows) {
            for (Participant participant : row.participants()) {
                int round = 0;
                for (Measurement measured : row.cell(participant).rounds()) {
                    csv.append(row.row().id()).append(',').append(participant.id());
                    append(csv, ++round);
                    append(csv, measured.operations());
                    append(csv, measured.nanos());
                    append(csv, measured.errors());
                    append(csv, measured.p50());
                    append(csv, measured.p99());
                    append(csv, measured.p999());
                    append(csv, measured.cpuNanos());
                    append(csv, measured.allocatedBytes());
                    csv.append('\n');
                }
            }
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, long number) {
        csv.append(',');
        if (number >= 0) {
            csv.append(number);
        }
    }
}
