package io.sorrel.redis.command;

/** The reply of one command, read piece by piece; the shapes of RESP2 and RESP3 look the same through it. */
public final class ReplyReader {
    ReplyReader() {}
}
