package io.sorrel.redis.samples.quickstart;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the URLs that may be shortened. */
final class Targets {
    private static final int LONGEST = 2048;

    private Targets() {}

    /**
     * Reads an absolute {@code http} or {@code https} URL.
     *
     * @throws InvalidTargetException if it is none, is too long, or leads back to {@code ownAuthority}
     */
    static URI parse(String text, String ownAuthority) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            throw new InvalidTargetException("Enter the URL to shorten.");
        }
        if (trimmed.length() > LONGEST) {
            throw new InvalidTargetException("The URL is longer than " + LONGEST + " characters.");
        }
        URI target = uri(trimmed);
        boolean web = "http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme());
        if (!web || target.getHost() == null) {
            throw new InvalidTargetException(
                    "Only complete http and https URLs can be shortened, such as https://redis.io/.");
        }
        if (ownAuthority.equalsIgnoreCase(target.getAuthority())) {
            throw new InvalidTargetException("This URL leads back here: it is short already.");
        }
        return target;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidTargetException("This is not a URL: check it for spaces and special characters.");
        }
    }

    /** A URL that cannot be shortened; the message is for the user. */
    static final class InvalidTargetException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidTargetException(String message) {
            super(message);
        }
    }
}
