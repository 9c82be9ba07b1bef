package io.sorrel.redis.command.args;

import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.List;

/** Options of CLIENT TRACKING ON: which keys, and to whom the server tells that they have changed. Immutable. */
public final class ClientTrackingArgs implements CommandArgs {
    private enum Mode {
        READ,
        OPTIN,
        OPTOUT,
        BCAST
    }

    private static final ClientTrackingArgs DEFAULTS = new ClientTrackingArgs(Mode.READ, List.of(), 0, false);

    private final Mode mode;
    private final List<String> prefixes;
    private final long redirect;
    private final boolean noLoop;

    private ClientTrackingArgs(Mode mode, List<String> prefixes, long redirect, boolean noLoop) {
        this.mode = mode;
        this.prefixes = prefixes;
        this.redirect = redirect;
        this.noLoop = noLoop;
    }

    /** All keys that the connection reads. */
    public static ClientTrackingArgs defaults() {
        return DEFAULTS;
    }

    /** Keys that the connection reads in the command right after CLIENT CACHING YES (OPTIN). */
    public static ClientTrackingArgs optIn() {
        return new ClientTrackingArgs(Mode.OPTIN, List.of(), 0, false);
    }

    /** Keys that the connection reads, but not in the command right after CLIENT CACHING NO (OPTOUT). */
    public static ClientTrackingArgs optOut() {
        return new ClientTrackingArgs(Mode.OPTOUT, List.of(), 0, false);
    }

    /**
     * All keys that start with one of the prefixes, whether read or not (BCAST, PREFIX).
     *
     * @param prefixes none for all keys; no prefix may be the start of another
     */
    public static ClientTrackingArgs broadcast(String... prefixes) {
        for (String prefix : CommandBuilder.notNull("prefixes", prefixes)) {
            CommandBuilder.notNull("a prefix of prefixes", prefix);
        }
        return new ClientTrackingArgs(Mode.BCAST, List.of(prefixes), 0, false);
    }

    /**
     * Tells another connection (REDIRECT), as RESP2 needs it.
     *
     * @param connectionId its number, as CLIENT ID gives it
     */
    public ClientTrackingArgs redirect(long connectionId) {
        return new ClientTrackingArgs(mode, prefixes, Arguments.positive("connectionId", connectionId), noLoop);
    }

    /** Does not tell about changes that the connection makes itself (NOLOOP). */
    public ClientTrackingArgs noLoop() {
        return new ClientTrackingArgs(mode, prefixes, redirect, true);
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (redirect != 0) {
            command.word("REDIRECT").number(redirect);
        }
        for (String prefix : prefixes) {
            command.word("PREFIX").text("prefix", prefix);
        }
        if (mode != Mode.READ) {
            command.word(mode.name());
        }
        if (noLoop) {
            command.word("NOLOOP");
        }
    }
}
