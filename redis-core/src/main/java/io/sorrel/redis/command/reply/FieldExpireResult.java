package io.sorrel.redis.command.reply;

/** What became of one field of a hash that was to get an expiry. */
public enum FieldExpireResult {
    /** The hash has no such field, or there is no such hash. */
    NO_SUCH_FIELD,
    /** The condition is not met; nothing was changed. */
    CONDITION_NOT_MET,
    /** The expiry was set. */
    SET,
    /** The field was deleted, as the moment lies in the past. */
    DELETED
}
