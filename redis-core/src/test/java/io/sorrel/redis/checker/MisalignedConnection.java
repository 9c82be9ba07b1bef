package io.sorrel.redis.checker;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One client of a {@link MisalignedServer}. */
final class MisalignedConnection implements Runnable {
    private static final byte[] GET = ascii("GET");
    private static final byte[] ECHO = ascii("ECHO");
    private static final byte[] THREE = ascii("3");
    private static final byte[] VALUE = ascii("v:");
    private static final byte[] OK = ascii("+OK\r\n");
    private static final byte[] PONG = ascii("+PONG\r\n");
    private static final byte[] UNKNOWN = ascii("-ERR unknown command\r\n");
    private static final byte[] HELLO_2 = ascii("*4\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:2\r\n");
    private static final byte[] HELLO_3 = ascii("%2\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:3\r\n");

    private final Socket socket;
    private final ConnectionLog log;
    private final MisalignedServer.Manner manner;
    private final SplittableRandom random;
    private final CountDownLatch closing;
    private final List<Misstep> kinds;
    private final CommandScanner commands;
    private final ReplyBuffer replies;
    private int untilMisstep;
    private boolean inUse;
    private byte @Nullable [] stray;

    MisalignedConnection(
            Socket socket,
            ConnectionLog log,
            MisalignedServer.Manner manner,
            SplittableRandom random,
            CountDownLatch closing)
            throws IOException {
        this.socket = socket;
        this.log = log;
        this.manner = manner;
        this.random = random;
        this.closing = closing;
        this.kinds = List.copyOf(manner.kinds());
        this.commands = new CommandScanner(socket.getInputStream());
        this.replies = new ReplyBuffer(socket.getOutputStream());
        this.untilMisstep = gap();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private int gap() {
        return 1 + random.nextInt(2 * manner.meanGap());
    }

    @Override
    public void run() {
        try (socket) {
            do {
                while (commands.next()) {
                    answer();
                }
                takeTime();
                replies.flush();
            } while (commands.fill());
        } catch (IOException e) {
            // The client hung up, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTime() {
        if (inUse && !manner.latency().isZero()) {
            LockSupport.parkNanos(manner.latency().toNanos());
        }
    }

    private void answer() throws IOException, InterruptedException {
        if (inUse && !replies.isEmpty()) {
            log.looksShared();
        }
        replies.begin();
        int ordinal = reply();
        byte[] late = stray;
        if (late != null && random.nextBoolean()) {
            replies.addBeforeLatest(late);
            log.fault(Misstep.DUPLICATES_LATE, ordinal);
            stray = null;
            if (random.nextBoolean()) {
                replies.flushAllBut(replies.latest().length);
            }
        }
        if (inUse && !kinds.isEmpty() && --untilMisstep == 0) {
            untilMisstep = gap();
            misstep(kinds.get(random.nextInt(kinds.size())), ordinal);
        }
    }

    private int reply() {
        if (commands.isWord(0, GET)) {
            inUse = true;
            int ordinal = log.asked(commands.numberIn(1));
            int connection = log.connection();
            replies.add('$')
                    .add(commands.length(1) + 4 + ReplyBuffer.digits(connection) + ReplyBuffer.digits(ordinal))
                    .endOfLine()
                    .add(VALUE)
                    .addWord(commands, 1)
                    .add(':')
                    .add(connection)
                    .add(':')
                    .add(ordinal)
                    .endOfLine();
            return ordinal;
        }
        if (commands.isWord(0, ECHO)) {
            int ordinal = inUse ? log.fence() : probe();
            replies.add('$').add(commands.length(1)).endOfLine();
            replies.addWord(commands, 1).endOfLine();
            return ordinal;
        }
        replies.add(
                switch (commands.word(0).toUpperCase(Locale.ROOT)) {
                    case "HELLO" -> commands.words() > 1 && commands.isWord(1, THREE) ? HELLO_3 : HELLO_2;
                    case "PING" -> PONG;
                    case "CLIENT", "SELECT" -> OK;
                    default -> UNKNOWN;
                });
        return log.other();
    }

    private int probe() {
        log.looksShared();
        return log.other();
    }

    private void misstep(Misstep kind, int ordinal) throws IOException, InterruptedException {
        switch (kind) {
            case OMITS -> {
                replies.dropLatest();
                log.fault(kind, ordinal);
            }
            case DUPLICATES -> {
                replies.add(replies.latest());
                log.fault(kind, ordinal + 1);
            }
            case DUPLICATES_LATE -> stray = replies.latest();
            case DELAYS -> {
                log.fault(kind, ordinal);
                replies.flushAllBut(random.nextInt(replies.latest().length + 1));
                closing.await(random.nextLong(manner.longestDelay().toNanos()), TimeUnit.NANOSECONDS);
            }
        }
    }
}
