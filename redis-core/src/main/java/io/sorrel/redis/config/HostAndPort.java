package io.sorrel.redis.config;

import java.util.regex.Pattern;

/** The written form of a host and a port. Messages do not repeat the text: it may be a URL with a password. */
final class HostAndPort {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:]{2,39}(?:\\.[0-9]{1,3}){0,3}(?:%[A-Za-z0-9._-]{1,32})?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private HostAndPort() {}

    static Endpoint.Tcp parse(String text) {
        int afterHost = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        if (text.startsWith("[") && afterHost == 0) {
            throw new IllegalArgumentException("host starts with [ and has no closing ]");
        }
        if (afterHost < 0 || afterHost == text.length()) {
            return new Endpoint.Tcp(text, Endpoint.DEFAULT_PORT);
        }
        if (text.charAt(afterHost) != ':') {
            throw new IllegalArgumentException("host is an IPv6 address followed by something other than :port");
        }
        if (text.indexOf(':', afterHost + 1) >= 0) {
            throw new IllegalArgumentException(
                    "host contains more than one colon; write an IPv6 address in brackets, as in [::1]:6379");
        }
        return new Endpoint.Tcp(text.substring(0, afterHost), port(text.substring(afterHost + 1)));
    }

    static int port(String digits) {
        int port = PORT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be a number from 1 to 65535");
        }
        return port;
    }

    static String checkHost(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean valid = bare.indexOf(':') >= 0
                ? IPV6.matcher(bare).matches()
                : !bracketed && NAME.matcher(bare).matches();
        if (!valid) {
            throw new IllegalArgumentException(
                    host.isBlank()
                            ? "host must not be empty"
                            : "host must be a host name (ASCII letters, digits, dot, hyphen, underscore) or an IP address;"
                                    + " a URL belongs into the option for URLs");
        }
        return bare;
    }
}
