package io.sorrel.redis.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the values of query parameters; a value that cannot be read is refused with what is allowed. */
final class UriValues {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,15})(b|kb|kib|mb|mib|gb|gib)?");

    private UriValues() {}

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unreadable(text, "true or false");
        };
    }

    static long number(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw unreadable(text, "a whole number");
        }
        return Long.parseLong(text);
    }

    static int integer(String text) {
        return toInt(text, number(text));
    }

    private static int toInt(String text, long value) {
        if (value != (int) value) {
            throw unreadable(text, "a number from -2147483648 to 2147483647");
        }
        return (int) value;
    }

    static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw unreadable(text, "a number such as 0.1");
        }
        return Double.parseDouble(text);
    }

    static Duration span(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(text, DurationText.FORM);
        }
    }

    static int smallSize(String text) {
        return toInt(text, size(text));
    }

    static long size(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw unreadable(text, "a number of bytes such as 65536, 64KB, 512MB or 1GB");
        }
        long amount = Long.parseLong(size.group(1));
        String unit = size.group(2) == null ? "b" : size.group(2);
        return switch (unit.charAt(0)) {
            case 'k' -> saturated(amount, 10);
            case 'm' -> saturated(amount, 20);
            case 'g' -> saturated(amount, 30);
            default -> amount;
        };
    }

    private static long saturated(long amount, int shift) {
        return amount > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : amount << shift;
    }

    static ProtocolVersion protocol(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> ProtocolVersion.AUTO;
            case "2", "resp2" -> ProtocolVersion.RESP2;
            case "3", "resp3" -> ProtocolVersion.RESP3;
            default -> throw unreadable(text, "auto, 2 or 3");
        };
    }

    static <E extends Enum<E>> E choice(Class<E> type, String text) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> kebab(constant).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> unreadable(
                        text, Arrays.stream(constants).map(UriValues::kebab).collect(Collectors.joining(" or "))));
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException unreadable(String text, String allowed) {
        return new IllegalArgumentException("value is " + Checks.quoted(text) + "; it must be " + allowed);
    }
}
