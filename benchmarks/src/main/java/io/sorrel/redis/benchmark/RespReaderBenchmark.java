package io.sorrel.redis.benchmark;

import io.sorrel.redis.protocol.ByteSource;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading replies from memory: what the parser itself costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RespReaderBenchmark {
    private static final int ELEMENTS = 1000;

    private final Repeated bulk = new Repeated("$100\r\n" + "v".repeat(100) + "\r\n");
    private final Repeated array = new Repeated("*" + ELEMENTS + "\r\n" + "$4\r\nabcd\r\n".repeat(ELEMENTS));
    private final RespReader bulks = new RespReader(bulk, RespLimits.defaults());
    private final RespReader arrays = new RespReader(array, RespLimits.defaults());

    /** A string of 100 bytes, as GET answers. */
    @Benchmark
    public String bulkString() throws IOException {
        bulks.beginReply();
        return bulks.readString();
    }

    /** An array of 1000 short strings, as MGET answers. */
    @Benchmark
    public void arrayOfThousand(Blackhole blackhole) throws IOException {
        arrays.beginReply();
        int size = arrays.readArrayHeader();
        for (int i = 0; i < size; i++) {
            blackhole.consume(arrays.readString());
        }
    }

    /** The same reply over and over, without an end. */
    private static final class Repeated implements ByteSource {
        private final byte[] reply;
        private int position;

        Repeated(String reply) {
            this.reply = reply.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(length, reply.length - position);
            System.arraycopy(reply, position, buffer, offset, count);
            position = (position + count) % reply.length;
            return count;
        }
    }
}
