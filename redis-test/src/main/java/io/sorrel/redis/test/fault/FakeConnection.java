package io.sorrel.redis.test.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One client of a {@link FakeRedis}: reads its commands and sends what the script says, one after the other. */
final class FakeConnection {
    private final Socket socket;
    private final Journal journal;
    private final Replies replies;
    private final ReentrantLock writing = new ReentrantLock();

    FakeConnection(Socket socket, Journal journal, Replies replies) {
        this.socket = socket;
        this.journal = journal;
        this.replies = replies;
    }

    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            if (!greet()) {
                return;
            }
            RequestReader requests = new RequestReader(new BufferedInputStream(socket.getInputStream()));
            int number = 0;
            for (List<String> command = requests.next(); command != null; command = requests.next()) {
                number++;
                FakeReply reply = replies.to(command, number);
                journal.received(command);
                send(reply);
            }
        } catch (IOException e) {
            // The client hung up, or the script did.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(FakeReply reply) throws IOException, InterruptedException {
        CountDownLatch gate = reply.gate();
        if (gate != null) {
            gate.await();
        }
        byte[] bytes = reply.bytes();
        writing.lock();
        try {
            OutputStream out = socket.getOutputStream();
            for (int from = 0; from < bytes.length; ) {
                int count = Math.min(reply.pieceSize(), bytes.length - from);
                out.write(bytes, from, count);
                from += count;
            }
        } finally {
            writing.unlock();
        }
        end(reply.end());
    }

    void end(@Nullable Cut how) {
        if (how != null) {
            switch (how) {
                case CLOSE -> Sockets.close(socket);
                case RESET -> Sockets.reset(socket);
                case HALF_CLOSE -> Sockets.endOutput(socket);
            }
        }
    }

    /** Returns whether the connection is to be served after its start. */
    private boolean greet() throws IOException, InterruptedException {
        switch (replies.fault()) {
            case CLOSES_ON_ACCEPT -> end(Cut.CLOSE);
            case RESETS_ON_ACCEPT -> end(Cut.RESET);
            case HAS_TOO_MANY_CLIENTS ->
                send(FakeReply.error("ERR max number of clients reached").thenCut(Cut.CLOSE));
            default -> {
                return true;
            }
        }
        return false;
    }
}
