package io.sorrel.redis.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link MisalignedServer} has received on one connection, by ordinal, and its missteps there. Written by the
 * thread that serves the connection, read after its end.
 */
final class ConnectionLog {
    /** Where no fence follows. */
    static final int NONE = Integer.MAX_VALUE;

    private static final int FENCE = -2;
    private static final int OTHER = -1;

    private final int connection;
    private final List<CommittedFault> faults = new ArrayList<>();
    private int[] commands = new int[1_024];
    private int count;
    private int fences;
    private boolean shared;

    ConnectionLog(int connection) {
        this.connection = connection;
    }

    int connection() {
        return connection;
    }

    /** Notes a GET of a numbered key; returns the ordinal of the command. */
    int asked(int number) {
        if (count == commands.length) {
            commands = Arrays.copyOf(commands, 2 * count);
        }
        commands[count] = number;
        return count++;
    }

    /** Notes an ECHO; only the shared connection sends it. */
    int fence() {
        shared = true;
        fences++;
        return asked(FENCE);
    }

    int fences() {
        return fences;
    }

    int other() {
        return asked(OTHER);
    }

    void fault(Misstep kind, int place) {
        faults.add(new CommittedFault(kind, place, System.nanoTime()));
    }

    /** An ECHO was part of the handshake, or several commands came at once: only the shared connection does that. */
    void looksShared() {
        shared = true;
    }

    boolean isShared() {
        return shared;
    }

    List<CommittedFault> faults() {
        return faults;
    }

    int count() {
        return count;
    }

    /** The number of the key that this command asked for; negative if it was another command. */
    int numberAt(int ordinal) {
        return commands[ordinal];
    }

    /** The misstep that moved replies last before this command's. */
    @Nullable
    CommittedFault misalignedBefore(int ordinal) {
        CommittedFault latest = null;
        for (CommittedFault fault : faults) {
            if (fault.kind().misaligns() && fault.place() <= ordinal) {
                latest = fault;
            }
        }
        return latest;
    }

    /** The ordinal of the first fence from this place on. */
    int firstFenceFrom(int place) {
        for (int ordinal = place; ordinal < count; ordinal++) {
            if (commands[ordinal] == FENCE) {
                return ordinal;
            }
        }
        return NONE;
    }
}
