package io.sorrel.redis.command.reply;

/** What became of one field of a hash that was to lose its expiry. */
public enum FieldPersistResult {
    /** The hash has no such field, or there is no such hash. */
    NO_SUCH_FIELD,
    /** The field has no expiry. */
    NO_EXPIRY,
    /** The expiry was removed. */
    PERSISTED
}
