package io.sorrel.redis.multiplex;

import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.protocol.EncodedRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is queued to the link that is in use: all that is there goes out in one write, and while that write lasts
 * the next batch collects. It waits only when nothing is queued. Used by the writer's thread alone.
 */
final class WriteLoop {
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** A server that refuses fences for the moment, as while a script runs, is asked again after this time. */
    private static final long BETWEEN_FENCES_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ExchangeQueue queue;
    private final Ledger ledger;
    private final SharedFigures figures;
    private final Sweep sweep;
    private final FenceSchedule fences;
    private final RequestBatch batch = new RequestBatch();
    private Exchange<?> position;
    private long sent;
    private long firstOfBatch = 1;
    private long batchBegan;
    private long unwrittenBytes;
    private int fencesInBatch;

    /** The fence that was queued last on this link, and when; it has a number once it is sent. */
    private @Nullable Fence fence;

    private long fenceAt;

    /** Commands from this number on did not get to the server as a whole. */
    private long unsentFrom = Long.MAX_VALUE;

    WriteLoop(Parts parts, FenceSchedule fences) {
        this.queue = parts.queue();
        this.ledger = parts.ledger();
        this.figures = parts.figures();
        this.sweep = parts.sweep();
        this.fences = fences;
        this.position = queue.start();
    }

    /** Where it stands: every node up to here was sent or is over. */
    Exchange<?> position() {
        return position;
    }

    /** The number of the command that was marked as sent last, even if it has not been written. */
    long lastSent() {
        return sent;
    }

    /** What became of a command whose reply has not come and will not come. */
    CommandOutcome outcomeOf(Exchange<?> exchange) {
        return exchange.number() >= unsentFrom ? CommandOutcome.NOT_SENT : CommandOutcome.UNKNOWN;
    }

    /** Serves the link until it is closed. */
    void serve(ActiveLink active) throws IOException {
        unsentFrom = Long.MAX_VALUE;
        batch.clear();
        fencesInBatch = 0;
        firstOfBatch = sent + 1;
        fence = null;
        fences.restart(sent, System.nanoTime());
        while (active.isOpen()) {
            Exchange<?> next = position.next();
            if (active.alignment().isInDoubt()) {
                prove(next, active);
            } else if (next != null) {
                send(next, active);
            } else if (batch.isEmpty()) {
                queue.awaitBehind(position, LONGEST_WAIT_NANOS);
            } else {
                flush(active);
            }
        }
        unsentFrom = firstOfBatch;
    }

    /** While the link is in doubt: sends nothing but a fence behind what is in flight, and waits until that has decided. */
    private void prove(@Nullable Exchange<?> next, ActiveLink active) throws IOException {
        Fence present = fence;
        if (present != null && present.state() == Exchange.QUEUED) {
            if (next != null) {
                send(next, active);
            }
            return;
        }
        flush(active);
        boolean decides = present != null
                && present.state() == Exchange.SENT
                && present.number() > active.alignment().doubtful();
        long wait = active.alignment().wasRefused() ? fenceAt + BETWEEN_FENCES_NANOS - System.nanoTime() : 0;
        if (decides || !active.alignment().mayDecide()) {
            queue.await(LONGEST_WAIT_NANOS);
        } else if (wait > 0) {
            queue.await(wait);
        } else {
            insertFence(active, System.nanoTime());
        }
    }

    private void insertFence(ActiveLink active, long now) {
        Fence next = active.alignment().fence();
        fence = next;
        fenceAt = now;
        queue.insertBehind(position, next);
    }

    /** Goes past the exchange only when it has its fate: where the flush before it fails, it stays queued. */
    private void send(Exchange<?> exchange, ActiveLink active) throws IOException {
        EncodedRequest request = exchange.request();
        boolean small = request != null && RequestBatch.takes(request);
        if (request != null && (!small || !batch.hasRoomFor(request))) {
            flush(active);
        }
        if (batch.isEmpty()) {
            batchBegan = System.nanoTime();
        }
        if (isFenceDue(active)) {
            insertFence(active, batchBegan);
            return;
        }
        position = exchange;
        if (request == null || isOfAnotherLink(exchange, active) || !exchange.sending(sent + 1, batchBegan)) {
            ledger.met(exchange);
            return;
        }
        sent = exchange.number();
        unwrittenBytes += exchange.size();
        if (exchange == fence) {
            fencesInBatch++;
            fences.restart(sent, batchBegan);
        }
        if (small) {
            batch.add(request);
        } else {
            write(active, request);
        }
    }

    private boolean isFenceDue(ActiveLink active) {
        boolean due = batch.isEmpty() ? fences.isDueBehind(sent, batchBegan) : fences.isDueBehind(sent);
        if (!due) {
            return false;
        }
        Fence present = fence;
        boolean queued = present != null && present.state() == Exchange.QUEUED;
        return !queued && active.alignment().isProvable();
    }

    /** A fence that was not sent before its link was lost is of no use. */
    private boolean isOfAnotherLink(Exchange<?> exchange, ActiveLink active) {
        if (!(exchange instanceof Fence old) || old.belongsTo(active.alignment())) {
            return false;
        }
        old.settle(Exchange.QUEUED, null);
        return true;
    }

    private void flush(ActiveLink active) throws IOException {
        if (!batch.isEmpty()) {
            write(active, null);
            batch.clear();
        }
    }

    /** Writes the batch, or one large command. */
    private void write(ActiveLink active, @Nullable EncodedRequest large) throws IOException {
        unsentFrom = firstOfBatch;
        boolean nothingDue = ledger.passedNumber() >= firstOfBatch - 1;
        if (nothingDue) {
            active.link().awaitReader();
        }
        if (!active.isOpen()) {
            return;
        }
        unsentFrom = sent;
        ledger.sending(sent);
        if (nothingDue) {
            long now = System.nanoTime();
            active.busySince(now);
            sweep.noteBusy(now);
        }
        if (large == null) {
            batch.writeTo(active.link().output());
        } else {
            long began = System.nanoTime();
            large.writeTo(new LargeWrite(active));
            active.written(began);
        }
        unsentFrom = Long.MAX_VALUE;
        figures.wrote(sent - firstOfBatch + 1 - fencesInBatch, unwrittenBytes);
        fencesInBatch = 0;
        firstOfBatch = sent + 1;
        giveBackBytes();
    }

    /** What was not written any more waits for nothing: the places of its bytes are free. */
    void giveBackBytes() {
        ledger.bounds().sent(unwrittenBytes);
        unwrittenBytes = 0;
    }

    /** Goes on behind a node that it has seen to the end of by other means. */
    void position(Exchange<?> node) {
        position = node;
    }
}
