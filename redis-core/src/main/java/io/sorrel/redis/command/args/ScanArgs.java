package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of SCAN: which keys, and how much work one call does. Immutable. */
public final class ScanArgs implements CommandArgs {
    private static final ScanArgs ALL = new ScanArgs(ElementScanArgs.all(), null);

    private final ElementScanArgs common;
    private final @Nullable String type;

    private ScanArgs(ElementScanArgs common, @Nullable String type) {
        this.common = common;
        this.type = type;
    }

    /** All keys; the server chooses how much work one call does. */
    public static ScanArgs all() {
        return ALL;
    }

    /**
     * Only keys that match a pattern. The server filters after it has chosen the elements of a page, so that pages
     * may be empty.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     */
    public static ScanArgs match(String pattern) {
        return new ScanArgs(ElementScanArgs.match(pattern), null);
    }

    /**
     * About how many elements one call looks at; the server's default is 10.
     *
     * @param count at least 1
     */
    public ScanArgs count(long count) {
        return new ScanArgs(common.count(count), type);
    }

    /**
     * Only keys of one type, since 6.0.0.
     *
     * @param type as TYPE names it: {@code string}, {@code list}, {@code set}, {@code zset}, {@code hash},
     *     {@code stream}, or the name of a module's type
     */
    public ScanArgs type(String type) {
        return new ScanArgs(common, CommandBuilder.notNull("type", type));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        common.writeTo(command);
        if (type != null) {
            command.word("TYPE").text("type", type);
        }
    }
}
