package io.sorrel.redis.error;

import org.jspecify.annotations.Nullable;

/** Where a redirection points to: {@code 3999 127.0.0.1:6381}, {@code 1 ::1:6381}, {@code 1 :6381}, {@code 1 ?:6381}. */
record RedirectTarget(int slot, @Nullable String host, int port) {
    private static final int SLOTS = 16384;
    private static final int MAX_PORT = 65535;

    /** The target, or {@code null} if the text is not one. */
    static @Nullable RedirectTarget parse(String text) {
        int space = text.indexOf(' ');
        int colon = text.lastIndexOf(':');
        if (space < 0 || colon < space) {
            return null;
        }
        int slot = number(text.substring(0, space), SLOTS - 1);
        int port = number(text.substring(colon + 1), MAX_PORT);
        String host = text.substring(space + 1, colon);
        if (slot < 0 || port < 1 || host.indexOf(' ') >= 0) {
            return null;
        }
        return new RedirectTarget(slot, known(host), port);
    }

    private static @Nullable String known(String host) {
        if (host.isEmpty() || host.equals("?")) {
            return null;
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }

    private static int number(String digits, int max) {
        if (digits.isEmpty() || digits.length() > 5) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value <= max ? value : -1;
    }
}
