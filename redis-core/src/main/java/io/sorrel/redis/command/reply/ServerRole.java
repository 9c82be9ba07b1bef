package io.sorrel.redis.command.reply;

import java.util.List;
import java.util.Locale;

/** What a server is to others, as ROLE tells. */
public sealed interface ServerRole {
    /**
     * A primary.
     *
     * @param offset how many bytes of writes there were
     * @param replicas the replicas that are connected and have their data
     */
    record Primary(long offset, List<ConnectedReplica> replicas) implements ServerRole {
        /** Copies the list. */
        public Primary {
            replicas = List.copyOf(replicas);
        }
    }

    /**
     * A replica.
     *
     * @param primaryHost host of its primary
     * @param primaryPort port of its primary
     * @param link how it stands with its primary
     * @param offset how many bytes of writes it has got; -1 where it has none
     */
    record Replica(String primaryHost, int primaryPort, Link link, long offset) implements ServerRole {}

    /**
     * A sentinel.
     *
     * @param primaries names of the primaries that it watches over
     */
    record Sentinel(List<String> primaries) implements ServerRole {
        /** Copies the list. */
        public Sentinel {
            primaries = List.copyOf(primaries);
        }
    }

    /**
     * A replica as its primary sees it.
     *
     * @param host its host
     * @param port its port
     * @param offset how far it has confirmed the writes
     */
    record ConnectedReplica(String host, int port, long offset) {}

    /** How a replica stands with its primary. */
    enum Link {
        /** It has none: it is about to become a primary. */
        NONE,
        /** It is about to connect. */
        CONNECT,
        /** It is connecting. */
        CONNECTING,
        /** It is agreeing with its primary on how to go on. */
        HANDSHAKE,
        /** It is getting its data. */
        SYNC,
        /** It is connected and gets each write. */
        CONNECTED,
        /** Something that this client does not know. */
        UNKNOWN;

        /** The state that a server calls by this name. */
        public static Link of(String name) {
            for (Link link : values()) {
                if (link.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return link;
                }
            }
            return UNKNOWN;
        }
    }
}
