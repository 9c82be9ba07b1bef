package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that may be repeated, with the data that it meets.
 *
 * @param what what is special about it
 * @param before what makes the data
 * @param command the write
 * @param since the version of Redis whose servers know these options; {@code 0} where the name of the command says enough
 * @param expires the key that the write lets expire after a time, if it does; such times are compared only by whether there
 *     is one
 * @param expiresSoon whether its repeat comes after the key has expired
 */
record WriteProof(
        String what,
        List<Command<?>> before,
        Command<?> command,
        String since,
        @Nullable String expires,
        boolean expiresSoon) {

    static WriteProof proof(String what, Command<?> command, Command<?>... before) {
        return new WriteProof(what, List.of(before), command, "0", null, false);
    }

    WriteProof since(String version) {
        return new WriteProof(what, before, command, version, expires, expiresSoon);
    }

    /** The write lets a key expire after a time that has not passed when the write is repeated. */
    WriteProof expiring(String key) {
        return new WriteProof(what, before, command, since, key, false);
    }

    /** The write lets a key expire after a time that has passed when the write is repeated. */
    WriteProof expiringSoon(String key) {
        return new WriteProof(what, before, command, since, key, true);
    }

    @Override
    public String toString() {
        return command.spec().name() + ": " + what;
    }
}
