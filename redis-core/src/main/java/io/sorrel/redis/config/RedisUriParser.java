package io.sorrel.redis.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a URL apart. No message repeats a piece of the URL that could be a part of a password, which after a misplaced
 * {@code @ / ? #} or colon is nearly all of it.
 */
final class RedisUriParser {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,23}");
    private static final Pattern DATABASE = Pattern.compile("/[0-9]{1,9}");
    private static final String KNOWN = "redis://, rediss:// (TLS) and redis+unix:// are known";

    private final String url;
    private String user = "";
    private @Nullable String password;

    RedisUriParser(String url) {
        this.url = url;
    }

    RedisUri parse() {
        if (url.isBlank()) {
            throw new RedisUriException("scheme", "the URL is empty; " + KNOWN);
        }
        if (url.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new RedisUriException(
                    "whole", "contains white space or a control character; percent-encode it (%20 for a space)");
        }
        int schemeEnd = url.indexOf("://");
        String scheme = schemeEnd < 0 ? "" : url.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        String rest = url.substring(schemeEnd < 0 ? 0 : schemeEnd + 3);
        return switch (scheme) {
            case "redis" -> parse(rest, false, false);
            case "rediss" -> parse(rest, true, false);
            case "redis+unix" -> parse(rest, false, true);
            default -> throw unknownScheme(scheme);
        };
    }

    private static RedisUriException unknownScheme(String scheme) {
        if (!SCHEME.matcher(scheme).matches()) {
            return new RedisUriException("scheme", "the URL does not start with a scheme and ://; " + KNOWN);
        }
        String problem = switch (scheme) {
            case "redis-sentinel", "rediss-sentinel", "redis-cluster", "rediss-cluster" ->
                "'" + scheme + "' is not supported by this version; " + KNOWN;
            case "unix", "redis-socket", "redis+socket" ->
                "'" + scheme + "' is not known; write redis+unix:///path/to/socket";
            default -> "'" + scheme + "' is not known; " + KNOWN;
        };
        return new RedisUriException("scheme", problem);
    }

    private RedisUri parse(String rest, boolean tls, boolean unix) {
        int authorityEnd = firstOf(rest, "/?#");
        if (rest.indexOf('@', authorityEnd) >= 0) {
            throw new RedisUriException(
                    "user information",
                    "an @ follows after / or ? or #; percent-encode these characters in a user name or password"
                            + " (%2F, %3F, %23), and @ elsewhere (%40)");
        }
        if (rest.indexOf('#') >= 0) {
            throw new RedisUriException("fragment", "a URL of a server has none; write %23 for the character #");
        }
        String hostAndPort = takeUserInformation(rest.substring(0, authorityEnd));
        int pathEnd = firstOf(rest, "?");
        String path = rest.substring(authorityEnd, pathEnd);
        Endpoint endpoint = unix ? socket(hostAndPort, path) : tcp(hostAndPort);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!unix && path.length() > 1) {
            parameters.put(QueryOptions.DATABASE, database(path));
        }
        if (pathEnd < rest.length()) {
            parameters.putAll(UriQuery.parse(rest.substring(pathEnd + 1)));
        }
        Credentials credentials =
                credentials(parameters.remove(QueryOptions.USERNAME), parameters.remove(QueryOptions.PASSWORD));
        check(parameters);
        return new RedisUri(tls, endpoint, credentials, parameters);
    }

    private static int firstOf(String text, String characters) {
        int at = 0;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private String takeUserInformation(String authority) {
        int at = authority.indexOf('@');
        if (at < 0) {
            return authority;
        }
        if (authority.indexOf('@', at + 1) >= 0) {
            throw new RedisUriException(
                    "user information", "contains more than one @; write %40 for an @ in a user name or password");
        }
        int colon = authority.indexOf(':');
        boolean hasPassword = colon >= 0 && colon < at;
        user = PercentDecoder.decode("user name", authority.substring(0, hasPassword ? colon : at));
        password = hasPassword ? PercentDecoder.decode("password", authority.substring(colon + 1, at)) : null;
        return authority.substring(at + 1);
    }

    private @Nullable Credentials credentials(@Nullable String queryUser, @Nullable String queryPassword) {
        String name = queryUser == null ? user : queryUser;
        String secret = queryPassword == null ? password : queryPassword;
        if (name.isEmpty()) {
            return secret == null || secret.isEmpty() ? null : Credentials.password(secret);
        }
        if (secret == null) {
            throw new RedisUriException(
                    "user information",
                    "there is a user name and no password; write :password@ for a password alone, user:password@ for"
                            + " both, user:@ for a user without a password");
        }
        return Credentials.of(name, secret);
    }

    private static Endpoint socket(String host, String path) {
        if (!host.isEmpty()) {
            throw new RedisUriException(
                    "path", "a socket has no host; write three slashes: redis+unix:///path/to/socket");
        }
        String decoded = PercentDecoder.decode("path", path);
        if (decoded.length() < 2) {
            throw new RedisUriException("path", "it names no socket; write redis+unix:///path/to/socket");
        }
        try {
            return Endpoint.unix(decoded);
        } catch (IllegalArgumentException e) {
            throw new RedisUriException("path", reason(e));
        }
    }

    private static Endpoint tcp(String hostAndPort) {
        if (hostAndPort.indexOf(',') >= 0) {
            throw new RedisUriException("host", "several hosts are not supported by this version; name one");
        }
        boolean bracketed = hostAndPort.startsWith("[");
        int hostEnd = bracketed ? hostAndPort.indexOf(']') + 1 : firstOf(hostAndPort, ":");
        if (bracketed && hostEnd == 0) {
            throw new RedisUriException("host", "starts with [ and has no closing ]");
        }
        String afterHost = hostAndPort.substring(hostEnd);
        if (!bracketed && afterHost.lastIndexOf(':') > 0) {
            throw new RedisUriException(
                    "host", "contains more than one colon; write an IPv6 address in brackets, as in [::1]:6379");
        }
        if (!afterHost.isEmpty() && afterHost.charAt(0) != ':') {
            throw new RedisUriException("host", "an IPv6 address in brackets may only be followed by :port");
        }
        String host = PercentDecoder.decode("host", hostAndPort.substring(0, hostEnd));
        int port = afterHost.isEmpty() ? Endpoint.DEFAULT_PORT : port(afterHost.substring(1));
        try {
            return Endpoint.tcp(host.isEmpty() ? Endpoint.DEFAULT_HOST : host, port);
        } catch (IllegalArgumentException e) {
            throw new RedisUriException("host", reason(e));
        }
    }

    private static int port(String digits) {
        try {
            return HostAndPort.port(digits);
        } catch (IllegalArgumentException e) {
            throw new RedisUriException("port", "it must be a number from 1 to 65535");
        }
    }

    private static String database(String path) {
        if (!DATABASE.matcher(path).matches()) {
            throw new RedisUriException("path", "it must be the number of a database, such as /0, or be left out");
        }
        return path.substring(1);
    }

    /** Refuses values out of range here, where the parameter can be named. */
    private static void check(Map<String, String> parameters) {
        ClientOptions.Builder scratch = ClientOptions.builder();
        parameters.forEach((key, value) -> {
            try {
                RedisUri.apply(scratch, key, value);
            } catch (IllegalArgumentException e) {
                throw new RedisUriException(UriQuery.partOf(key), reason(e));
            }
        });
    }

    private static String reason(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
