package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of a scan within one key, such as HSCAN: which elements, and how much work one call does. Immutable. */
public final class ElementScanArgs implements CommandArgs {
    private static final ElementScanArgs ALL = new ElementScanArgs(null, 0);

    private final @Nullable String pattern;
    private final long count;

    private ElementScanArgs(@Nullable String pattern, long count) {
        this.pattern = pattern;
        this.count = count;
    }

    /** All elements; the server chooses how much work one call does. */
    public static ElementScanArgs all() {
        return ALL;
    }

    /**
     * Only elements that match a pattern (fields of hashes, members of sets). The server filters after it has chosen
     * the elements of a page, so that pages may be empty.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     */
    public static ElementScanArgs match(String pattern) {
        return new ElementScanArgs(CommandBuilder.notNull("pattern", pattern), 0);
    }

    /**
     * About how many elements one call looks at; the server's default is 10. A small hash, set or sorted set comes in
     * one page all the same.
     *
     * @param count at least 1
     */
    public ElementScanArgs count(long count) {
        return new ElementScanArgs(pattern, Arguments.positive("count", count));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (pattern != null) {
            command.word("MATCH").text("pattern", pattern);
        }
        if (count > 0) {
            command.word("COUNT").number(count);
        }
    }
}
