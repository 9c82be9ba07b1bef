package io.sorrel.redis.command.reply;

import org.jspecify.annotations.Nullable;

/**
 * Where a scan stands: an opaque number that the server gives and takes. Immutable; {@link #toString()} and
 * {@link #of(String)} carry it to another process.
 */
public final class ScanCursor {
    /** Where every scan starts. */
    public static final ScanCursor START = new ScanCursor("0", false);

    private static final ScanCursor FINISHED = new ScanCursor("0", true);

    private final String text;
    private final boolean finished;

    private ScanCursor(String text, boolean finished) {
        this.text = text;
        this.finished = finished;
    }

    /**
     * A cursor as a server has sent it; {@code "0"} is that of a finished scan.
     *
     * @param text an unsigned number of 64 bits in decimal digits
     */
    public static ScanCursor of(String text) {
        try {
            String normal = Long.toUnsignedString(Long.parseUnsignedLong(text));
            return normal.equals("0") ? FINISHED : new ScanCursor(normal, false);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("text must be an unsigned number of 64 bits", e);
        }
    }

    /** Whether the scan has ended; there is no next page then. */
    public boolean isFinished() {
        return finished;
    }

    /** Whether the other is a cursor at the same place; that of a finished scan is not that of its start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScanCursor that && text.equals(that.text) && finished == that.finished;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The number in decimal digits. */
    @Override
    public String toString() {
        return text;
    }
}
