package io.sorrel.redis.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splits a query into known parameters. Once a secret was seen, unknown text is not repeated in messages. */
final class UriQuery {
    private static final Map<String, String> OTHER_WORDS =
            Map.of("database", "db", "timeout", "command-timeout", "user", "username", "pass", "password");
    private static final List<String> TLS_WORDS = List.of("tls", "ssl");

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private boolean secretSeen;

    private UriQuery() {}

    /** Decoded values by known key, in the order of the URL. */
    static Map<String, String> parse(String query) {
        var parsed = new UriQuery();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                parsed.add(parameter);
            }
        }
        return parsed.parameters;
    }

    private void add(String parameter) {
        int equals = parameter.indexOf('=');
        String key = PercentDecoder.decode("query", equals < 0 ? parameter : parameter.substring(0, equals));
        QueryOptions.Row row = QueryOptions.find(key);
        if (row == null) {
            throw unknown(key, equals < 0);
        }
        String part = partOf(key);
        String value = equals < 0 ? "" : PercentDecoder.decode(part, parameter.substring(equals + 1));
        if (value.isEmpty() && (equals < 0 || !row.secret())) {
            throw new RedisUriException(
                    part, "has no value; write " + key + "=… (" + row.option().form() + ")");
        }
        if (parameters.putIfAbsent(key, value) != null) {
            throw new RedisUriException(part, "is given twice");
        }
        secretSeen |= row.secret();
    }

    static String partOf(String key) {
        return "query parameter " + key;
    }

    private RedisUriException unknown(String key, boolean bare) {
        if (secretSeen) {
            return new RedisUriException(
                    "query",
                    "what follows the username or password is not a known parameter (the name is not shown, since it may"
                            + " be a part of it); write %26 for & and %3D for = within a value");
        }
        if (bare) {
            return new RedisUriException(
                    "query",
                    "it has an unknown parameter without a value (not shown, since it may be a part of a password); "
                            + "write key=value, and in a password %3F for ?");
        }
        return new RedisUriException("query parameter " + Checks.quoted(key), "is not known; " + advice(key));
    }

    private static String advice(String key) {
        String word = simple(key);
        if (TLS_WORDS.contains(word)) {
            return "TLS is switched on by the scheme rediss://";
        }
        String other = OTHER_WORDS.get(word);
        if (other != null) {
            return "did you mean " + other + "?";
        }
        List<String> known = QueryOptions.all().stream().map(UriOption::key).toList();
        String closest = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, simple(candidate))))
                .orElseThrow();
        return distance(word, simple(closest)) <= Math.max(2, word.length() / 3)
                ? "did you mean " + closest + "?"
                : "known are " + String.join(", ", known);
    }

    private static String simple(String key) {
        String bounded = key.length() > 64 ? key.substring(0, 64) : key;
        return bounded.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** How many characters have to be inserted, removed or replaced to turn one word into the other. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
