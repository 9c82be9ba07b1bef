package io.sorrel.redis.benchmark.runner;

/** A participant that cannot be measured in a row; the message says why. */
final class SubjectException extends Exception {
    private static final long serialVersionUID = 1L;

    SubjectException(String message) {
        super(message);
    }

    SubjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
