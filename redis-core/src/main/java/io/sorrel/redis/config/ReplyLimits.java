package io.sorrel.redis.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reply may cost at most: a peer that exceeds a limit breaks the protocol and loses the connection. */
public final class ReplyLimits {
    private final int maxDepth;
    private final int maxLine;
    private final int maxBulk;
    private final long maxElements;
    private final long maxBytes;

    private ReplyLimits(Builder builder) {
        this.maxDepth = builder.maxDepth;
        this.maxLine = builder.maxLine;
        this.maxBulk = builder.maxBulk;
        this.maxElements = builder.maxElements;
        this.maxBytes = builder.maxBytes;
    }

    /** The defaults: depth 64, line 64 KiB, bulk 512 MiB, 67,108,864 elements, 1 GiB in all. */
    public static ReplyLimits defaults() {
        return builder().build();
    }

    /** A builder that starts at the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts at these values. */
    public Builder toBuilder() {
        return new Builder()
                .maxDepth(maxDepth)
                .maxLine(maxLine)
                .maxBulk(maxBulk)
                .maxElements(maxElements)
                .maxBytes(maxBytes);
    }

    /** Aggregates within aggregates; default 64. */
    public int maxDepth() {
        return maxDepth;
    }

    /** Bytes of a line, such as a simple string or a length; default 65,536. */
    public int maxLine() {
        return maxLine;
    }

    /** Bytes of one string; default 536,870,912, the server's own limit. */
    public int maxBulk() {
        return maxBulk;
    }

    /** Elements of all aggregates of one reply together; default 67,108,864. */
    public long maxElements() {
        return maxElements;
    }

    /** Bytes of one reply; default 1,073,741,824. */
    public long maxBytes() {
        return maxBytes;
    }

    private List<Object> values() {
        return List.of(maxDepth, maxLine, maxBulk, maxElements, maxBytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReplyLimits that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "ReplyLimits[maxDepth=" + maxDepth + ", maxLine=" + maxLine + ", maxBulk=" + maxBulk + ", maxElements="
                + maxElements + ", maxBytes=" + maxBytes + "]";
    }

    /** Builds {@link ReplyLimits}; not for use by several threads at once. */
    public static final class Builder {
        private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;
        private static final long LARGEST = 1L << 50;

        private int maxDepth = 64;
        private int maxLine = 64 * 1024;
        private int maxBulk = 512 * 1024 * 1024;
        private long maxElements = 1L << 26;
        private long maxBytes = 1L << 30;

        private Builder() {}

        /** Sets {@link ReplyLimits#maxDepth()}; 8 to 1024. */
        public Builder maxDepth(int value) {
            maxDepth = Checks.number("reply-max-depth", value, 8, 1024);
            return this;
        }

        /** Sets {@link ReplyLimits#maxLine()}; 1 KiB to 16 MiB. */
        public Builder maxLine(int value) {
            maxLine = Checks.number("reply-max-line", value, 1024, 16 * 1024 * 1024);
            return this;
        }

        /** Sets {@link ReplyLimits#maxBulk()}; 1 KiB to 2,147,483,631 bytes. */
        public Builder maxBulk(int value) {
            maxBulk = Checks.number("reply-max-bulk", value, 1024, LARGEST_ARRAY);
            return this;
        }

        /** Sets {@link ReplyLimits#maxElements()}; 1024 to 2<sup>50</sup>. */
        public Builder maxElements(long value) {
            maxElements = Checks.number("reply-max-elements", value, 1024, LARGEST);
            return this;
        }

        /** Sets {@link ReplyLimits#maxBytes()}; 64 KiB to 2<sup>50</sup>. */
        public Builder maxBytes(long value) {
            maxBytes = Checks.number("reply-max-bytes", value, 64 * 1024, LARGEST);
            return this;
        }

        /** The limits. */
        public ReplyLimits build() {
            return new ReplyLimits(this);
        }
    }
}
