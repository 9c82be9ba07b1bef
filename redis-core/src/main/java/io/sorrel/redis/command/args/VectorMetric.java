package io.sorrel.redis.command.args;

/** What the distance of two indexed vectors is. */
public enum VectorMetric {
    /** The square of the distance in space. */
    EUCLIDEAN("L2"),
    /** 1 without the inner product. */
    INNER_PRODUCT("IP"),
    /** 1 without the cosine of the angle. */
    COSINE("COSINE");

    private final String word;

    VectorMetric(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
