package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Which commands a user may run, on which keys and channels: rules that the server applies one after the other.
 * Immutable.
 */
public final class AclPermissions {
    private static final AclPermissions UNCHANGED = new AclPermissions(List.of());

    private final List<String> rules;

    private AclPermissions(List<String> rules) {
        this.rules = rules;
    }

    /** No rule yet: what was allowed stays allowed. */
    public static AclPermissions unchanged() {
        return UNCHANGED;
    }

    /** All commands, also those of modules that are loaded later ({@code +@all}). */
    public AclPermissions allCommands() {
        return and("+@all");
    }

    /** No commands ({@code -@all}). */
    public AclPermissions noCommands() {
        return and("-@all");
    }

    /**
     * Also these commands ({@code +get}).
     *
     * @param commands names such as {@code get} and, since 7.0.0, {@code config|get}; at least one
     */
    public AclPermissions allow(String... commands) {
        return and("commands", "+", commands);
    }

    /**
     * Not these commands ({@code -get}).
     *
     * @param commands names such as {@code get} and, since 7.0.0, {@code config|get}; at least one
     */
    public AclPermissions deny(String... commands) {
        return and("commands", "-", commands);
    }

    /**
     * Also all commands of these categories ({@code +@read}).
     *
     * @param categories names without {@code @}, as ACL CAT tells them; at least one
     */
    public AclPermissions allowCategory(String... categories) {
        return and("categories", "+@", categories);
    }

    /**
     * No commands of these categories ({@code -@dangerous}).
     *
     * @param categories names without {@code @}, as ACL CAT tells them; at least one
     */
    public AclPermissions denyCategory(String... categories) {
        return and("categories", "-@", categories);
    }

    /** All keys ({@code ~*}). */
    public AclPermissions allKeys() {
        return and("~*");
    }

    /** No keys ({@code resetkeys}). */
    public AclPermissions noKeys() {
        return and("resetkeys");
    }

    /**
     * Also keys that match one of these patterns, to read and write ({@code ~app:*}). The server refuses them behind
     * {@link #allKeys}.
     *
     * @param patterns glob patterns without spaces, at least one
     */
    public AclPermissions keys(String... patterns) {
        return and("patterns", "~", patterns);
    }

    /**
     * Also keys that match one of these patterns, to read ({@code %R~app:*}, since 7.0.0).
     *
     * @param patterns glob patterns without spaces, at least one
     */
    public AclPermissions readKeys(String... patterns) {
        return and("patterns", "%R~", patterns);
    }

    /**
     * Also keys that match one of these patterns, to write ({@code %W~app:*}, since 7.0.0).
     *
     * @param patterns glob patterns without spaces, at least one
     */
    public AclPermissions writeKeys(String... patterns) {
        return and("patterns", "%W~", patterns);
    }

    /** All channels ({@code &*}). */
    public AclPermissions allChannels() {
        return and("&*");
    }

    /** No channels ({@code resetchannels}). */
    public AclPermissions noChannels() {
        return and("resetchannels");
    }

    /**
     * Also channels that match one of these patterns ({@code &news.*}). The server refuses them behind
     * {@link #allChannels}.
     *
     * @param patterns glob patterns without spaces, at least one
     */
    public AclPermissions channels(String... patterns) {
        return and("patterns", "&", patterns);
    }

    /** The rules as the server takes them, such as {@code +@read ~app:*}. */
    @Override
    public String toString() {
        return String.join(" ", rules);
    }

    List<String> rules() {
        return rules;
    }

    private AclPermissions and(String name, String prefix, String... texts) {
        List<String> more = new ArrayList<>(rules);
        for (String text : CommandBuilder.notEmpty(name, texts)) {
            more.add(prefix + AclRules.word(name, text));
        }
        return new AclPermissions(List.copyOf(more));
    }

    private AclPermissions and(String rule) {
        List<String> more = new ArrayList<>(rules);
        more.add(rule);
        return new AclPermissions(List.copyOf(more));
    }
}
