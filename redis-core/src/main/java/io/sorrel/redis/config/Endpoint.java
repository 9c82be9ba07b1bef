package io.sorrel.redis.config;

import java.util.regex.Pattern;

/**
 * Where a server listens. Host names are kept as given and resolved anew at each attempt to connect.
 *
 * <p>{@code toString} is the label that messages show: {@code localhost:6379}, {@code [::1]:6379},
 * {@code /run/redis.sock}.
 */
public sealed interface Endpoint {
    /** The host where none is given. */
    String DEFAULT_HOST = "localhost";

    /** The port where none is given. */
    int DEFAULT_PORT = 6379;

    /**
     * A TCP endpoint.
     *
     * @param host a host name or an IP address; an IPv6 address with or without brackets
     * @param port 1 to 65535
     */
    static Tcp tcp(String host, int port) {
        return new Tcp(host, port);
    }

    /**
     * A Unix domain socket.
     *
     * @param path its path in the file system
     */
    static Unix unix(String path) {
        return new Unix(path);
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code [ipv6]} or {@code [ipv6]:port}.
     *
     * @param text what to read; a missing port is 6379
     * @throws IllegalArgumentException if it is none of these; the message does not repeat the text, since it may be a URL
     *     with a password
     */
    static Tcp parse(String text) {
        return HostAndPort.parse(text);
    }

    /**
     * A host and a port.
     *
     * @param host a host name or an IP address, without brackets
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements Endpoint {
        /** Removes the brackets of an IPv6 address and checks both parts. */
        public Tcp {
            host = HostAndPort.checkHost(host);
            Checks.number("port", port, 1, 65535);
        }

        @Override
        public String toString() {
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A Unix domain socket.
     *
     * @param path its path in the file system
     */
    record Unix(String path) implements Endpoint {
        private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

        /** Checks the path. */
        public Unix {
            if (path.isBlank() || CONTROL.matcher(path).find()) {
                throw new IllegalArgumentException(
                        "path of the Unix socket must not be empty and must not contain control characters");
            }
        }

        @Override
        public String toString() {
            return path;
        }
    }
}
