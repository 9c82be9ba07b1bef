package io.sorrel.redis.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The labels that a message shows: never keys, values or credentials.
 *
 * @param endpoint the label of the server, such as {@code localhost:6379}, or {@code null} where it is not known
 * @param command the name of the command without its arguments, or {@code null} where there is none
 */
public record ErrorContext(
        @Nullable String endpoint, @Nullable String command) implements Serializable {
    /** Nothing is known. */
    public static final ErrorContext NONE = new ErrorContext(null, null);

    private static final long serialVersionUID = 1L;
    private static final int LABEL_LIMIT = 256;

    /** Labels are shortened and control characters in them are escaped. */
    public ErrorContext {
        endpoint = endpoint == null ? null : SafeText.of(endpoint, LABEL_LIMIT);
        command = command == null ? null : SafeText.of(command, LABEL_LIMIT);
    }

    ErrorContext orElse(ErrorContext other) {
        return new ErrorContext(
                endpoint == null ? other.endpoint : endpoint, command == null ? other.command : command);
    }

    String describe(CommandOutcome outcome) {
        if (command == null) {
            return endpoint == null ? "" : " (on " + endpoint + ")";
        }
        String where = endpoint == null ? "" : " on " + endpoint;
        return " (" + command + where + "; " + outcome.phrase() + ")";
    }
}
