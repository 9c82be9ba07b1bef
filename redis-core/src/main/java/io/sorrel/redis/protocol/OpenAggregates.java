package io.sorrel.redis.protocol;

import io.sorrel.redis.error.RedisProtocolException;
import java.util.Arrays;

/**
 * How many values are still to come in each aggregate that is open; level 0 is the reply itself.
 *
 * <p>Between calls the innermost level has values to come, unless the whole reply has been read.
 */
final class OpenAggregates {
    private final RespLimits limits;
    private long[] remaining = new long[8];
    private int depth;
    private long elementsLeft;

    OpenAggregates(RespLimits limits) {
        this.limits = limits;
    }

    void beginReply() {
        depth = 0;
        remaining[0] = 1;
        elementsLeft = limits.elements();
    }

    /** Whether a value is to come. */
    boolean expectsValue() {
        return remaining[depth] > 0;
    }

    /** How many aggregates are open. */
    int depth() {
        return depth;
    }

    /** Whether nothing of the reply has been read but, possibly, attributes. */
    boolean untouched() {
        return depth == 0 && remaining[0] == 1;
    }

    void scalarRead() {
        if (--remaining[depth] == 0) {
            closeComplete();
        }
    }

    void opened(long elements) {
        charge(elements);
        remaining[depth]--;
        if (elements == 0) {
            closeComplete();
        } else {
            push(elements);
        }
    }

    /** Opens an attribute: unlike other aggregates it does not count as a value of what contains it. */
    void openedAttribute(long elements) {
        charge(elements + 1);
        if (elements > 0) {
            push(elements);
        }
    }

    private void charge(long elements) {
        if (elements > elementsLeft) {
            throw new RedisProtocolException(
                    "a reply declares more than the limit of " + limits.elements() + " elements");
        }
        elementsLeft -= elements;
    }

    private void push(long elements) {
        if (depth == limits.depth()) {
            throw new RedisProtocolException("a reply nests deeper than the limit of " + limits.depth() + " levels");
        }
        if (++depth == remaining.length) {
            remaining = Arrays.copyOf(remaining, depth * 2);
        }
        remaining[depth] = elements;
    }

    private void closeComplete() {
        while (depth > 0 && remaining[depth] == 0) {
            depth--;
        }
    }
}
