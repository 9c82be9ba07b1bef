package io.sorrel.redis.command.reply;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a connection is told about changed keys.
 *
 * @param flags {@code on} or {@code off}, and those of {@code bcast}, {@code optin}, {@code optout},
 *     {@code caching-yes}, {@code caching-no}, {@code noloop}, {@code broken_redirect} that apply
 * @param redirect number of the connection that is told instead; 0 for none, -1 where tracking is off
 * @param prefixes prefixes of the keys, with {@code bcast}
 */
public record ClientTrackingInfo(Set<String> flags, long redirect, List<String> prefixes) {
    /** Copies the collections. */
    public ClientTrackingInfo {
        flags = Collections.unmodifiableSet(new LinkedHashSet<>(flags));
        prefixes = List.copyOf(prefixes);
    }

    /** Whether the connection tracks keys. */
    public boolean isOn() {
        return flags.contains("on");
    }
}
