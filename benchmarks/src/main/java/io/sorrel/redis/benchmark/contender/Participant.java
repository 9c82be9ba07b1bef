package io.sorrel.redis.benchmark.contender;

/** Everything that can take part in a comparison, in the order in which tables show it. */
public enum Participant {
    /** Sorrel as it comes: direct lanes for few callers, the shared connection for many. */
    SORREL("sorrel", "Sorrel", Role.OWN),
    /** Sorrel, every call on the shared connection. */
    SORREL_SHARED("sorrel-shared", "Sorrel shared", Role.OWN),
    /** Sorrel, each call on a connection of its own from the pool. */
    SORREL_POOLED("sorrel-pooled", "Sorrel pooled", Role.OWN),
    /** {@link #SORREL} of another commit. */
    SORREL_BEFORE("sorrel-before", "Sorrel before", Role.EARLIER),
    /** {@link #SORREL_SHARED} of another commit. */
    SORREL_SHARED_BEFORE("sorrel-shared-before", "Sorrel shared before", Role.EARLIER),
    /** {@link #SORREL_POOLED} of another commit. */
    SORREL_POOLED_BEFORE("sorrel-pooled-before", "Sorrel pooled before", Role.EARLIER),
    /** Jedis with its pool. */
    JEDIS("jedis", "Jedis", Role.PEER),
    /** Lettuce with one shared connection. */
    LETTUCE("lettuce", "Lettuce", Role.PEER),
    /** Redisson with its pool. */
    REDISSON("redisson", "Redisson", Role.PEER),
    /** The load generator in C that comes with the server: no client, but a mark to measure against. */
    REDIS_BENCHMARK("redis-benchmark", "redis-benchmark", Role.EXTERNAL);

    private static final String BEFORE = "-before";

    private final String id;
    private final String label;
    private final Role role;

    Participant(String id, String label, Role role) {
        this.id = id;
        this.label = label;
        this.role = role;
    }

    private enum Role {
        OWN,
        EARLIER,
        PEER,
        EXTERNAL
    }

    /** The name on the command line and in the raw data. */
    public String id() {
        return id;
    }

    /** The name in tables and charts. */
    public String label() {
        return label;
    }

    /** Whether this is a mode of Sorrel. */
    public boolean own() {
        return role == Role.OWN;
    }

    /** Whether this is a mode of Sorrel as it was at another commit. */
    public boolean earlier() {
        return role == Role.EARLIER;
    }

    /** The same mode of Sorrel at another commit; only of an {@linkplain #own() own} participant. */
    public Participant before() {
        return of(id + BEFORE);
    }

    /** The name by which a build knows this participant of its own: an earlier one is an own one there. */
    public String idThere() {
        return earlier() ? id.substring(0, id.length() - BEFORE.length()) : id;
    }

    /** Whether this is another Java client. */
    public boolean peer() {
        return role == Role.PEER;
    }

    /** Whether this is a program of its own rather than a {@link Contender}. */
    public boolean external() {
        return role == Role.EXTERNAL;
    }

    /**
     * The participant of that id.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    public static Participant of(String id) {
        StringBuilder known = new StringBuilder();
        for (Participant participant : values()) {
            if (participant.id.equals(id)) {
                return participant;
            }
            known.append(' ').append(participant.id);
        }
        throw new IllegalArgumentException("No client is called " + id + ": use one of" + known);
    }
}
