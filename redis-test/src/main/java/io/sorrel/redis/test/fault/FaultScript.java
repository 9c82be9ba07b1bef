package io.sorrel.redis.test.fault;

import io.sorrel.redis.test.fault.StreamEdit.Corrupt;
import io.sorrel.redis.test.fault.StreamEdit.Drop;
import io.sorrel.redis.test.fault.StreamEdit.Duplicate;
import io.sorrel.redis.test.fault.StreamEdit.End;
import io.sorrel.redis.test.fault.StreamEdit.Insert;
import io.sorrel.redis.test.fault.StreamEdit.Stall;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What a {@link FaultProxy} does to the bytes of one direction: of one connection, or of all that are open or will be.
 *
 * <p>Places in the stream are counted in bytes from now on; for connections that are opened later, from their start.
 * Safe for use by several threads; what is being written at the moment of a call still arrives.
 */
public final class FaultScript {
    private final Scope scope;

    /** The lanes that a line of a script is for. */
    interface Scope {
        /** Does something to the open lanes, and to later ones when they open. */
        void always(Consumer<Lane> line);

        /** Does something to the open lanes only. */
        void now(Consumer<Lane> action);

        /** Forgets what later lanes were to do. */
        void forget();
    }

    FaultScript(Scope scope) {
        this.scope = scope;
    }

    /**
     * Holds each run of bytes back for this long before it goes on; bytes that arrive meanwhile make the next run, so
     * a busy stream is slowed down as well.
     */
    public FaultScript delay(Duration time) {
        return delay(time, time);
    }

    /** Holds each run of bytes back for a random time between these two, both included. */
    public FaultScript delay(Duration shortest, Duration longest) {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "shortest must not be negative and longest not below it: " + shortest + ", " + longest);
        }
        return always(lane -> lane.state().delay(shortest.toNanos(), longest.toNanos()));
    }

    /** Lets through so many bytes a second. */
    public FaultScript throttle(long bytesPerSecond) {
        atLeastOne("bytesPerSecond", bytesPerSecond);
        return always(lane -> lane.state().throttle(bytesPerSecond));
    }

    /** Writes so many bytes at a time, each in a packet of its own as far as the kernel does not join them. */
    public FaultScript split(int bytes) {
        return split(bytes, Duration.ZERO);
    }

    /** Writes so many bytes at a time and rests in between, so that the receiver sees each write by itself. */
    public FaultScript split(int bytes, Duration pause) {
        atLeastOne("bytes", bytes);
        return always(lane -> lane.state().pieces(bytes, false, pause.toNanos()));
    }

    /** Writes a random number of bytes at a time, between one and this. */
    public FaultScript splitRandomly(int largest) {
        atLeastOne("largest", largest);
        return always(lane -> lane.state().pieces(largest, true, 0));
    }

    /** Stops forwarding; connections stay open and their bytes wait. */
    public FaultScript stall() {
        return always(lane -> lane.state().stalled(true));
    }

    /** Stops forwarding after so many bytes. */
    public FaultScript stallAfter(long bytes) {
        return bytes == 0 ? stall() : edit(Stall::new, bytes);
    }

    /** Goes on after a stall, with all that has waited. */
    public FaultScript resume() {
        return always(lane -> lane.state().stalled(false));
    }

    /** Ends the open connections now. */
    public FaultScript cut(Cut how) {
        scope.now(lane -> lane.cut(how));
        return this;
    }

    /** Ends a connection after so many bytes of this direction. */
    public FaultScript cutAfter(long bytes, Cut how) {
        return bytes == 0 ? always(lane -> lane.cut(how)) : edit(offset -> new End(offset, how), bytes);
    }

    /** Turns over all bits of the byte that follows so many others. */
    public FaultScript corruptAfter(long bytes) {
        return edit(Corrupt::new, bytes);
    }

    /** Swallows bytes after so many others. */
    public FaultScript dropAfter(long bytes, long count) {
        atLeastOne("count", count);
        return edit(offset -> new Drop(offset, count), bytes);
    }

    /** Sends bytes twice, after so many others. */
    public FaultScript duplicateAfter(long bytes, int count) {
        atLeastOne("count", count);
        return edit(offset -> new Duplicate(offset, count, ByteBuffer.allocate(0)), bytes);
    }

    /** Sends bytes of its own after so many others; after 0, at once. */
    public FaultScript insertAfter(long bytes, byte[] content) {
        ByteBuffer own = ByteBuffer.wrap(content.clone());
        return edit(offset -> new Insert(offset, own), bytes);
    }

    /** Forwards everything as it is from now on, and lets go what was held back. */
    public FaultScript clear() {
        scope.forget();
        scope.now(lane -> lane.state().clear());
        return this;
    }

    private FaultScript edit(LongFunction<StreamEdit> atOffset, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative, but is " + bytes);
        }
        return always(lane -> lane.edit(atOffset, bytes));
    }

    private FaultScript always(Consumer<Lane> line) {
        scope.always(line);
        return this;
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
