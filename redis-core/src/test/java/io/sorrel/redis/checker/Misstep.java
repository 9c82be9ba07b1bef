package io.sorrel.redis.checker;

import java.util.EnumSet;
import java.util.Set;

/** What a {@link MisalignedServer} does wrong with a reply. */
enum Misstep {
    /** The reply never comes. */
    OMITS(true),
    /** The reply comes twice, the second time right behind the first. */
    DUPLICATES(true),
    /** The reply comes twice, the second time in front of the reply to a later command. */
    DUPLICATES_LATE(true),
    /** The reply stops at some byte, and the whole stream with it, for a time that may exceed every timeout. */
    DELAYS(false);

    private final boolean misaligns;

    Misstep(boolean misaligns) {
        this.misaligns = misaligns;
    }

    /** Whether later replies come out of their places. */
    boolean misaligns() {
        return misaligns;
    }

    /** Whether there is one reply too many rather than one too few. */
    boolean isStray() {
        return this == DUPLICATES || this == DUPLICATES_LATE;
    }

    static Set<Misstep> none() {
        return EnumSet.noneOf(Misstep.class);
    }

    static Set<Misstep> all() {
        return EnumSet.allOf(Misstep.class);
    }
}
