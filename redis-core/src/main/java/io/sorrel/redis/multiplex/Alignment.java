package io.sorrel.redis.multiplex;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the replies of one link are known to be in step with its commands. A reply that stays out beyond the deadline of
 * its command puts the link in doubt: the server may have left it out, and then the next reply belongs to the next command.
 * While in doubt, replies are held back and only a {@link Fence} is sent; the answer to a fence in its place proves that
 * all before it is in step, any other shows that it is not. Thread-safe.
 */
final class Alignment {
    private static final int PART = 16;

    private final boolean supported;
    private final String name;
    private final byte[] mark;
    private final AtomicReference<@Nullable Doubt> doubt = new AtomicReference<>();

    /** By the writer alone: fences handed to the server. */
    private volatile int sent;

    /** By the reader alone: fences whose replies have come. */
    private volatile int answered;

    /** The youngest command whose caller has been told that its reply stayed out. */
    private final AtomicLong givenUp = new AtomicLong();

    private volatile boolean refused;
    private volatile boolean always;

    /**
     * The link is in doubt.
     *
     * @param number the youngest command whose reply stayed out: a fence behind it decides
     * @param until when the decision must have come, on the scale of {@link System#nanoTime()}
     */
    private record Doubt(long number, long until) {}

    /**
     * A link whose replies are in step.
     *
     * @param supported whether the server answers fences
     */
    Alignment(boolean supported, RandomGenerator random) {
        this.supported = supported;
        this.name = hex(random.nextLong());
        this.mark = ("$" + 2 * PART + "\r\n" + name).getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(PART - digits.length()) + digits;
    }

    /** Whether fences can show that the link is in step. */
    boolean isProvable() {
        return supported && !refused;
    }

    /** By the writer: a fence that is about to be sent. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // The writer alone.
    Fence fence() {
        int number = sent + 1;
        sent = number;
        return new Fence(this, name + hex(number));
    }

    /** How every answer to a fence of this link begins, and no other reply. */
    byte[] mark() {
        return mark;
    }

    /** Whether an answer to a fence may come now: if it comes in another place, the link is out of step. */
    boolean awaitsFence() {
        return sent != answered || always;
    }

    /** Whether the server has refused a fence. */
    boolean wasRefused() {
        return always;
    }

    /** Fences that were sent and not answered. */
    int fencesOut() {
        return sent - answered;
    }

    /** By the reader: the reply in a fence's place has come. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // The reader alone.
    void answered() {
        answered++;
    }

    /**
     * The command with this number has waited for its reply in vain.
     *
     * @param until when the doubt must be over; an earlier doubt keeps its own end
     */
    void doubt(long number, long until) {
        doubt.getAndUpdate(before -> before == null
                ? new Doubt(number, until)
                : before.number >= number ? before : new Doubt(number, before.until));
    }

    /** The caller of the command with this number has given it up, so that a fence may decide what comes of the link. */
    void givenUp(long number) {
        givenUp.accumulateAndGet(number, Math::max);
    }

    /** Whether a fence may be sent: the callers that the doubt is about shall hear of their deadlines first. */
    boolean mayDecide() {
        return isProvable() && givenUp.get() >= doubtful();
    }

    boolean isInDoubt() {
        return doubt.get() != null;
    }

    /** The number of the command behind which a fence must be answered; 0 while there is no doubt. */
    long doubtful() {
        Doubt present = doubt.get();
        return present == null ? 0 : present.number;
    }

    /** When the doubt must be over, on the scale of {@link System#nanoTime()}; to be asked only while there is one. */
    long until() {
        Doubt present = doubt.get();
        return present == null ? System.nanoTime() : present.until;
    }

    /** By the reader: the fence with this number was answered in its place; whether the doubt is over. */
    boolean proven(long number) {
        return doubt.updateAndGet(before -> before == null || before.number <= number ? null : before) == null;
    }

    /**
     * By the reader: the server has refused the fence with this number, which proves nothing.
     *
     * @param forGood whether it will refuse the next one, too
     */
    void unproven(long number, boolean forGood) {
        always = true;
        if (forGood) {
            refused = true;
        } else {
            givenUp(number);
            doubt.getAndUpdate(
                    before -> before == null ? null : new Doubt(Math.max(before.number, number), before.until));
        }
    }
}
