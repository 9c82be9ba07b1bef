package io.sorrel.redis.command;

import io.sorrel.redis.protocol.Word;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a command apart from its arguments: routing, retry, pooling and caching read it, and nothing
 * compares command names. Immutable; made once per command as a constant of its definition.
 */
public final class CommandSpec {
    private enum Access {
        READ,
        WRITE,
        NEITHER
    }

    private final String name;
    private final List<String> words;
    private final Word encodedName;
    private final String since;
    private final String sinceInValkey;
    private final Access access;
    private final boolean idempotent;
    private final boolean blocking;
    private final boolean answeredByClosing;
    private final KeyPositions keys;
    private final ConnectionState connectionState;
    private final RequestPolicy requestPolicy;
    private final ResponsePolicy responsePolicy;
    private final boolean urgent;

    private CommandSpec(Draft draft) {
        this.name = draft.name;
        this.words = List.of(draft.name.split(" "));
        this.encodedName = Word.of(draft.name.split(" "));
        this.since = draft.since;
        this.sinceInValkey = draft.sinceInValkey;
        this.access = draft.access;
        this.idempotent = draft.idempotent;
        this.blocking = draft.blocking;
        this.answeredByClosing = draft.answeredByClosing;
        this.keys = draft.keys;
        this.connectionState = draft.connectionState;
        this.requestPolicy = draft.requestPolicy;
        this.responsePolicy = draft.responsePolicy;
        this.urgent = draft.urgent;
    }

    /** Starts the spec of a command that the server flags {@code readonly}; it may be repeated without harm. */
    public static Draft read(String name, String since) {
        return new Draft(name, since, Access.READ).idempotent();
    }

    /** Starts the spec of a command that the server flags {@code write}. */
    public static Draft write(String name, String since) {
        return new Draft(name, since, Access.WRITE);
    }

    /** Starts the spec of a command that is neither: it touches no data (PING, CLIENT LIST, WAIT). */
    public static Draft neutral(String name, String since) {
        return new Draft(name, since, Access.NEITHER);
    }

    /** The command's words in upper case, separated by one space: {@code "GET"}, {@code "CLIENT LIST"}. */
    public String name() {
        return name;
    }

    /** The words of the name, in order. */
    public List<String> words() {
        return words;
    }

    /** The words as they are sent. */
    Word encodedName() {
        return encodedName;
    }

    /**
     * The first Redis version that knows the command, such as {@code "6.2.0"}; the first Valkey version for a command that
     * only Valkey has.
     */
    public String since() {
        return since;
    }

    /**
     * The first Valkey version that knows the command, where Valkey has it from another version on than Redis; else
     * {@link #since()}, also where Valkey does not have it at all.
     */
    public String sinceInValkey() {
        return sinceInValkey;
    }

    /** Whether it only reads data, so that a replica may answer it. */
    public boolean isReadOnly() {
        return access == Access.READ;
    }

    /** Whether it may change data. */
    public boolean isWrite() {
        return access == Access.WRITE;
    }

    /** Whether running it twice leaves the same data and the same answer as running it once. */
    public boolean isIdempotent() {
        return idempotent;
    }

    /**
     * Whether the server may hold back the reply until something happens or a timeout ends, at least with some
     * arguments; {@link Command#serverTimeout()} says for how long.
     */
    public boolean isBlocking() {
        return blocking;
    }

    /**
     * Whether the server closes the connection, in place of a reply, when it has done what it was asked to (SHUTDOWN).
     * An end of the replies is then the answer null. Such a command has a connection of its own.
     */
    public boolean isAnsweredByClosing() {
        return answeredByClosing;
    }

    /** Where its keys stand. */
    public KeyPositions keys() {
        return keys;
    }

    /** How it stands to the state of its connection. */
    public ConnectionState connectionState() {
        return connectionState;
    }

    /** Which nodes of a cluster it is sent to. */
    public RequestPolicy requestPolicy() {
        return requestPolicy;
    }

    /** How the replies of several nodes become one. */
    public ResponsePolicy responsePolicy() {
        return responsePolicy;
    }

    /**
     * Whether it must not wait behind commands sent before, as it is about what holds them up (SCRIPT KILL): it has a
     * connection of its own, and no place in the order of its caller's commands.
     */
    public boolean isUrgent() {
        return urgent;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** A spec being written; each method changes it and returns it. Not thread-safe. */
    public static final class Draft {
        private final String name;
        private final String since;
        private final Access access;
        private String sinceInValkey;
        private boolean idempotent;
        private boolean blocking;
        private boolean answeredByClosing;
        private KeyPositions keys = KeyPositions.NONE;
        private ConnectionState connectionState = ConnectionState.INDEPENDENT;
        private RequestPolicy requestPolicy = RequestPolicy.DEFAULT;
        private ResponsePolicy responsePolicy = ResponsePolicy.DEFAULT;
        private boolean urgent;

        private Draft(String name, String since, Access access) {
            if (name.isBlank() || !name.equals(name.strip().toUpperCase(Locale.ROOT)) || name.contains("  ")) {
                throw new IllegalArgumentException(
                        "name must be upper-case words separated by one space, but is '" + name + "'");
            }
            this.name = name;
            this.since = since;
            this.sinceInValkey = since;
            this.access = access;
        }

        /** The first Valkey version that knows it, if that is another than the Redis version. */
        public Draft sinceInValkey(String version) {
            this.sinceInValkey = version;
            return this;
        }

        /** Running it twice is as good as running it once. */
        public Draft idempotent() {
            this.idempotent = true;
            return this;
        }

        /** Its only key is the first argument. */
        public Draft key() {
            return keys(1, 1, 1);
        }

        /** Its keys stand at these positions, as in {@link KeyPositions}. */
        public Draft keys(int first, int last, int step) {
            this.keys = new KeyPositions(first, last, step, keys.movable());
            return this;
        }

        /** It has keys at positions that only its arguments tell. */
        public Draft movableKeys() {
            this.keys = keys.withMovable();
            return this;
        }

        /** The server may hold back its reply, always or where an option asks for it. */
        public Draft blocking() {
            this.blocking = true;
            return this;
        }

        /** The server closes the connection in place of a reply. */
        public Draft answeredByClosing() {
            this.answeredByClosing = true;
            return this;
        }

        /** How it stands to the state of its connection. */
        public Draft connection(ConnectionState state) {
            this.connectionState = state;
            return this;
        }

        /** How a cluster routes it and joins the replies. */
        public Draft policies(RequestPolicy request, ResponsePolicy response) {
            this.requestPolicy = request;
            this.responsePolicy = response;
            return this;
        }

        /** It must not wait behind commands sent before. */
        public Draft urgent() {
            this.urgent = true;
            return this;
        }

        /** The finished spec. */
        public CommandSpec build() {
            return new CommandSpec(this);
        }
    }
}
