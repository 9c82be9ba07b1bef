package io.sorrel.redis.command;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A byte array in a hash table, which compares its contents. */
final class Content {
    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What stands in the table for an element: the content of a byte array, and anything else as it is. */
    static @Nullable Object of(@Nullable Object element) {
        return element instanceof byte[] bytes ? new Content(bytes) : element;
    }

    /** The element that stands in the table. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // What was put in is of the type.
    static <E> E element(@Nullable Object inTable) {
        return (E) (inTable instanceof Content content ? content.bytes : inTable);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
