package io.sorrel.redis.command.reply;

import java.util.Objects;

/** A part of a Bloom or cuckoo filter as it is saved and loaded again. */
public final class FilterChunk {
    private final long iterator;
    private final byte[] data;

    /**
     * A part with its place.
     *
     * @param iterator the server's number of the part behind it; 0 when there is none
     * @param data its bytes, not copied: do not change the array
     */
    public FilterChunk(long iterator, byte[] data) {
        this.iterator = iterator;
        this.data = Objects.requireNonNull(data, "data");
    }

    /** The number to ask for the next part with, and to load this one with. */
    public long iterator() {
        return iterator;
    }

    /** The bytes, not copied: do not change the array. */
    public byte[] data() {
        return data;
    }

    /** Whether the filter has been read to its end; such a part is empty and need not be loaded. */
    public boolean isEnd() {
        return iterator == 0;
    }

    /** The place and the number of bytes, not the bytes. */
    @Override
    public String toString() {
        return "FilterChunk[" + iterator + ", " + data.length + " bytes]";
    }
}
