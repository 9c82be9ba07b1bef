package io.sorrel.redis.test.fault;

import io.sorrel.redis.test.fault.LaneState.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** One direction of one connection: takes bytes from one socket and gives them to the other as the script says. */
final class Lane {
    private static final int CHUNK = 16 * 1024;

    private final Socket source;
    private final Socket target;
    private final LaneState state;
    private final ProxyConnection connection;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean swallowing;

    Lane(Socket source, Socket target, LaneState state, ProxyConnection connection) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.connection = connection;
    }

    void run() {
        try {
            InputStream in = source.getInputStream();
            byte[] chunk = new byte[CHUNK];
            takeDueWithoutByte();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                state.rest(state.nextDelay());
                pass(chunk, count);
            }
            if (state.nextPiece(1) != null) {
                Sockets.endOutput(target);
            }
            connection.laneEnded();
        } catch (IOException e) {
            connection.cut(Cut.RESET);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.cut(Cut.RESET);
        }
    }

    LaneState state() {
        return state;
    }

    /** Adds an edit at a place counted from now, and does it at once if it is due and needs no byte. */
    void edit(LongFunction<StreamEdit> atOffset, long bytesFromNow) {
        state.edit(atOffset, bytesFromNow);
        try {
            takeDueWithoutByte();
        } catch (IOException e) {
            connection.cut(Cut.RESET);
        }
    }

    /** Ends the connection, or the half of it that this direction fills. */
    void cut(Cut how) {
        if (how == Cut.HALF_CLOSE) {
            swallowing = true;
            Sockets.endOutput(target);
        } else {
            connection.cut(how);
        }
    }

    void inject(byte[] content) throws IOException {
        write(content, 0, content.length);
    }

    /** Does what is due at a place where no byte has come yet: the script may not have to wait for one. */
    void takeDueWithoutByte() throws IOException {
        for (StreamEdit edit = state.takeDue(false); edit != null; edit = state.takeDue(false)) {
            apply(edit, new byte[0], 0, 0);
        }
    }

    private void pass(byte[] chunk, int count) throws IOException, InterruptedException {
        int from = 0;
        while (from < count) {
            StreamEdit edit = state.takeDue(true);
            if (edit != null) {
                from += apply(edit, chunk, from, count - from);
                takeDueWithoutByte();
                continue;
            }
            Piece piece = state.nextPiece(count - from);
            if (piece == null) {
                return;
            }
            // Counted first: who has seen the bytes arrive counts from behind them.
            state.advance(piece.bytes());
            write(chunk, from, piece.bytes());
            from += piece.bytes();
            takeDueWithoutByte();
            state.rest(piece.after());
        }
    }

    /** Returns how many bytes of the chunk the edit has used up. */
    private int apply(StreamEdit edit, byte[] chunk, int from, int available) throws IOException {
        if (edit instanceof StreamEdit.Stall) {
            state.stalled(true);
            return 0;
        }
        if (edit instanceof StreamEdit.End end) {
            cut(end.how());
            return 0;
        }
        if (edit instanceof StreamEdit.Insert insert) {
            inject(insert.content().array());
            return 0;
        }
        if (edit instanceof StreamEdit.Corrupt) {
            state.advance(1);
            write(new byte[] {(byte) ~chunk[from]}, 0, 1);
            return 1;
        }
        if (edit instanceof StreamEdit.Drop drop) {
            return drop(drop, available);
        }
        return duplicate((StreamEdit.Duplicate) edit, chunk, from, available);
    }

    private int drop(StreamEdit.Drop drop, int available) {
        int now = (int) Math.min(drop.count(), available);
        state.advance(now);
        long left = drop.count() - now;
        if (left > 0) {
            state.edit(offset -> new StreamEdit.Drop(offset, left), 0);
        }
        return now;
    }

    private int duplicate(StreamEdit.Duplicate duplicate, byte[] chunk, int from, int available) throws IOException {
        int now = Math.min(duplicate.count(), available);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.writeBytes(duplicate.copy().array());
        copy.write(chunk, from, now);
        state.advance(now);
        write(chunk, from, now);
        int left = duplicate.count() - now;
        if (left == 0) {
            inject(copy.toByteArray());
        } else {
            state.edit(offset -> new StreamEdit.Duplicate(offset, left, ByteBuffer.wrap(copy.toByteArray())), 0);
        }
        return now;
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        if (swallowing) {
            return;
        }
        writing.lock();
        try {
            OutputStream out = target.getOutputStream();
            out.write(bytes, from, count);
        } finally {
            writing.unlock();
        }
    }
}
