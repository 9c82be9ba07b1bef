package io.sorrel.redis.command.args;

/** How the samples of a time series are stored. */
public enum TsEncoding {
    /** In little memory; the server's default. */
    COMPRESSED,
    /** As they are; better only where moments or values are very irregular. */
    UNCOMPRESSED
}
