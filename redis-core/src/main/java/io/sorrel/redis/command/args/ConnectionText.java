package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandBuilder;

/** Checks the texts that a server shows in its list of clients and therefore restricts. */
public final class ConnectionText {
    private ConnectionText() {}

    /** The text, if it has only printable ASCII characters and no space. */
    public static String printable(String name, String text) {
        int length = CommandBuilder.notNull(name, text).length();
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character < '!' || character > '~') {
                throw new IllegalArgumentException(
                        name + " must have only printable ASCII characters and no spaces, but character " + (i + 1)
                                + " is not one");
            }
        }
        return text;
    }
}
