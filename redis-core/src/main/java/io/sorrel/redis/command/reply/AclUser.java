package io.sorrel.redis.command.reply;

import java.util.List;
import java.util.Set;

/**
 * A user of the access control list.
 *
 * @param flags {@code on} or {@code off}, and those of {@code nopass}, {@code sanitize-payload},
 *     {@code skip-sanitize-payload} that apply; before 7.0.0 also {@code allkeys}, {@code allchannels},
 *     {@code allcommands}
 * @param passwordHashes SHA-256 of each password, as 64 hexadecimal digits
 * @param permissions which commands the user may run, on which keys and channels
 * @param selectors what else the user may do, where one of them alone allows all of a command; since 7.0.0
 */
public record AclUser(
        Set<String> flags, List<String> passwordHashes, Permissions permissions, List<Permissions> selectors) {
    /** Copies the collections. */
    public AclUser {
        flags = Fields.copy(flags);
        passwordHashes = List.copyOf(passwordHashes);
        selectors = List.copyOf(selectors);
    }

    /** Whether the user may log in. */
    public boolean isEnabled() {
        return flags.contains("on");
    }

    /** Whether the user may log in with any password, or none. */
    public boolean needsNoPassword() {
        return flags.contains("nopass");
    }

    /**
     * Which commands may be run, on which keys and channels.
     *
     * @param commands rules in the order in which they apply, such as {@code -@all +@read -get}
     * @param keys patterns such as {@code ~app:*}, {@code %R~app:*} to read, {@code %W~app:*} to write
     * @param channels patterns such as {@code &news.*}
     */
    public record Permissions(String commands, List<String> keys, List<String> channels) {
        /** Nothing. */
        public static final Permissions NONE = new Permissions("", List.of(), List.of());

        /** Copies the lists. */
        public Permissions {
            keys = List.copyOf(keys);
            channels = List.copyOf(channels);
        }
    }
}
