package io.sorrel.redis.test;

/** The log of a server, in the shape in which it can travel with the failure of a test. */
final class ServerLogException extends Exception {
    private static final long serialVersionUID = 1L;

    ServerLogException(String log) {
        super(log, null, false, false);
    }
}
