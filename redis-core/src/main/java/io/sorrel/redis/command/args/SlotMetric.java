package io.sorrel.redis.command.args;

/** By what CLUSTER SLOT-STATS sorts slots. */
public enum SlotMetric {
    /** How many keys they have. */
    KEY_COUNT("key-count"),
    /** The processor time that their commands have taken. */
    CPU("cpu-usec"),
    /** How many bytes came in for them. */
    NETWORK_BYTES_IN("network-bytes-in"),
    /** How many bytes went out for them. */
    NETWORK_BYTES_OUT("network-bytes-out");

    private final String word;

    SlotMetric(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
