package io.sorrel.redis.command;

/**
 * Where a command's keys stand, counted as the server counts: the command's name is position 0.
 *
 * @param first position of the first key; 0 where the command has no keys at fixed positions
 * @param last position of the last key; negative counts from the end, -1 is the last argument
 * @param step distance between two keys
 * @param movable whether keys stand at positions that only the arguments tell
 */
public record KeyPositions(int first, int last, int step, boolean movable) {
    /** No keys. */
    public static final KeyPositions NONE = new KeyPositions(0, 0, 0, false);

    /** One key, right after the command's name. */
    public static final KeyPositions FIRST = new KeyPositions(1, 1, 1, false);

    /** The same positions, and others that only the arguments tell. */
    public KeyPositions withMovable() {
        return new KeyPositions(first, last, step, true);
    }
}
