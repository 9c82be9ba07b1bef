package io.sorrel.redis.spring.autoconfigure;

/** The application runs on a version of Spring Boot for which this starter is not made. */
final class UnsupportedBootVersionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnsupportedBootVersionException(String version) {
        super("Sorrel's starter supports Spring Boot 4.0 and 4.1; this application runs on Spring Boot " + version);
    }
}
