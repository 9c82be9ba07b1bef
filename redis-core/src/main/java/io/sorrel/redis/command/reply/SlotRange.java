package io.sorrel.redis.command.reply;

/**
 * A range of the slots of a cluster.
 *
 * @param first its first slot, 0 to 16383
 * @param last its last slot, not before the first, up to 16383
 */
public record SlotRange(int first, int last) {
    /** How many slots a cluster has. */
    public static final int SLOTS = 16_384;

    /** Refuses what is no range. */
    public SlotRange {
        if (first < 0 || last >= SLOTS || first > last) {
            throw new IllegalArgumentException(
                    "first and last must be a range of 0 to 16383, but are " + first + " and " + last);
        }
    }

    /** One slot. */
    public static SlotRange of(int slot) {
        return new SlotRange(slot, slot);
    }

    /** Whether a slot is in the range. */
    public boolean contains(int slot) {
        return slot >= first && slot <= last;
    }

    /** How many slots are in the range. */
    public int size() {
        return last - first + 1;
    }
}
