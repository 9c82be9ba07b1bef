package io.sorrel.redis.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The URL of a server, with what is needed to log in. */
final class ServerUri {
    private ServerUri() {}

    static String tcp(boolean tls, @Nullable String user, @Nullable String password, String host, int port) {
        return (tls ? "rediss://" : "redis://") + login(user, password) + host + ":" + port;
    }

    static String unix(@Nullable String user, @Nullable String password, String path) {
        return "redis+unix://" + login(user, password) + path;
    }

    private static String login(@Nullable String user, @Nullable String password) {
        if (password == null) {
            return "";
        }
        return (user == null ? "" : encoded(user)) + ":" + encoded(password) + "@";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
