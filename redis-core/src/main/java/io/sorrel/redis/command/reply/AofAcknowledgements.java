package io.sorrel.redis.command.reply;

/**
 * Who has written the connection's earlier writes to disk, as WAITAOF tells.
 *
 * @param local 1 if the server itself has, 0 if not
 * @param replicas how many of its replicas have
 */
public record AofAcknowledgements(long local, long replicas) {}
